/**
 * The curve is drawn in slices, one per stage, each as wide as its column with
 * half the gap on either side: so it stays with the columns whatever their
 * width, and in print. A slice is 100 wide and 100 high, its stage in the middle.
 */

/** One stage on the curve, from −1 (unhappy) to 1 (happy); null where nobody answered. */
export type CurvePoint = { value: number; low: number; high: number; isThin: boolean } | null

export type Slice = {
  /** Lines into the middle and out of it, those from or to a thin stage apart. */
  lines: { path: string; isThin: boolean }[]
  /** Between the ends of the intervals. */
  bands: string[]
}

const WIDTH = 100

/** Where something lies on the scale, from the top in percent. */
export function toTop(value: number): number {
  return 50 - 50 * value
}

/** Slices in the order of the points. Nothing is drawn to or from a stage without answers. */
export function toSlices(points: readonly CurvePoint[]): Slice[] {
  const toEnds = (pick: (point: NonNullable<CurvePoint>) => number) => toBezier(points.map((point) => point && toTop(pick(point))))
  const [middle, upper, lower] = [toEnds(({ value }) => value), toEnds(({ high }) => high), toEnds(({ low }) => low)]
  return points.map((_, place) => {
    const parts = [place - 1, place].filter((from) => points[from] && points[from + 1])
    return {
      lines: parts.map((from) => ({
        path: `M${toText(middle(from, place).slice(0, 1))}C${toText(middle(from, place).slice(1))}`,
        isThin: Boolean(points[from]?.isThin || points[from + 1]?.isThin),
      })),
      bands: parts.map((from) => {
        const [start, ...rest] = upper(from, place)
        const back = lower(from, place).toReversed()
        return `M${toText([start])}C${toText(rest)}L${toText(back.slice(0, 1))}C${toText(back.slice(1))}Z`
      }),
    }
  })
}

type Point = readonly [number, number]
const toText = (points: readonly (Point | undefined)[]) => points.map((point) => point?.map((at) => Math.round(at * 100) / 100)).join(' ')

/**
 * Gives the four points of the piece from one stage to the next, seen from the
 * slice of a stage. The slopes are those of Fritsch and Carlson (1980), "Monotone
 * piecewise cubic interpolation": between two stages the curve never goes above
 * or below both, so it shows no mood that nobody has.
 */
function toBezier(tops: readonly (number | null)[]): (from: number, slice: number) => Point[] {
  const slopes = tops.map((top, place) => {
    const [before, after] = [tops[place - 1], tops[place + 1]]
    if (top === null || before === undefined || before === null || after === undefined || after === null) return 0
    const [rise, fall] = [top - before, after - top]
    if (rise * fall <= 0) return 0
    const mean = (rise + fall) / 2
    return Math.sign(mean) * Math.min(Math.abs(mean), 3 * Math.abs(rise), 3 * Math.abs(fall))
  })
  return (from, slice) => {
    const [x, top, next] = [(from - slice + 0.5) * WIDTH, tops[from] ?? 50, tops[from + 1] ?? 50]
    return [
      [x, top],
      [x + WIDTH / 3, top + (slopes[from] ?? 0) / 3],
      [x + (2 * WIDTH) / 3, next - (slopes[from + 1] ?? 0) / 3],
      [x + WIDTH, next],
    ]
  }
}
