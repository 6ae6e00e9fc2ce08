/** Two ends of a 95 % interval, in the unit of what it surrounds. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** A number with how sure it is, and from how many answers it comes. */
export interface Estimate extends Interval {
  readonly value: number
  readonly n: number
}
