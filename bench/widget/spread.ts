/** Where the middle half of some figures lies. */
export interface Spread {
  median: number
  /** First and third quartile. */
  lower: number
  upper: number
}

/** Quantiles with linear interpolation, type 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages". */
export function toSpread(values: readonly number[]): Spread {
  const sorted = [...values].sort((left, right) => left - right)
  const at = (share: number) => {
    const place = share * (sorted.length - 1)
    const below = sorted[Math.floor(place)] ?? Number.NaN
    const above = sorted[Math.ceil(place)] ?? Number.NaN
    return below + (above - below) * (place - Math.floor(place))
  }
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) }
}
