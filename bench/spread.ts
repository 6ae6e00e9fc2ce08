/** Where the middle half of some figures lies. */
export interface Spread {
  median: number
  /** First and third quartile. */
  lower: number
  upper: number
}

/** The value below which that share of the figures lies: with linear interpolation, type 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages". */
export function toQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

export function toSpread(values: readonly number[]): Spread {
  return { median: toQuantile(values, 0.5), lower: toQuantile(values, 0.25), upper: toQuantile(values, 0.75) }
}
