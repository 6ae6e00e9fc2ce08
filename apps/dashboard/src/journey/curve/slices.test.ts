import { expect, test } from 'vitest'
import { type CurvePoint, toSlices, toTop } from './slices.ts'

const at = (value: number, isThin = false): CurvePoint => ({ value, low: value - 0.1, high: value + 0.1, isThin })
/** Every height that the piece of a line between two stages reaches, in percent from the top. */
function heightsOf(path: string): number[] {
  const [x0, y0, , y1, , y2, , y3] = (path.match(/-?[\d.]+/g) ?? []).map(Number)
  expect(x0).toBeDefined()
  return Array.from({ length: 101 }, (_, step) => {
    const t = step / 100
    return (1 - t) ** 3 * (y0 ?? 0) + 3 * (1 - t) ** 2 * t * (y1 ?? 0) + 3 * (1 - t) * t ** 2 * (y2 ?? 0) + t ** 3 * (y3 ?? 0)
  })
}

test('puts happy at the top and unhappy at the bottom', () => {
  expect([toTop(1), toTop(0), toTop(-1)]).toEqual([0, 50, 100])
})

test('leads from stage to stage through the middle of each slice, the same from both sides', () => {
  const [first, second] = toSlices([at(0.5), at(-0.5)])
  expect(first?.lines.map(({ path }) => path)).toEqual(['M50,25C83.33,25 116.67,75 150,75'])
  expect(second?.lines.map(({ path }) => path)).toEqual(['M-50,25C-16.67,25 16.67,75 50,75'])
})

test('never shows a mood between two stages that is above or below both', () => {
  const values = [0.9, 0.88, -0.7, -0.72, 0.1, 0.8, 0.81]
  const slices = toSlices(values.map((value) => at(value)))
  for (let place = 0; place < values.length - 1; place += 1) {
    const [from, to] = [toTop(values[place] ?? 0), toTop(values[place + 1] ?? 0)]
    const heights = heightsOf(slices[place]?.lines.at(-1)?.path ?? '')
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(Math.min(from, to) - 0.02)
    expect(Math.max(...heights)).toBeLessThanOrEqual(Math.max(from, to) + 0.02)
  }
})

test('draws nothing to a stage without answers, and marks what leads to a thin one', () => {
  const slices = toSlices([at(0.5), null, at(0.2), at(0.1, true)])
  expect(slices.map(({ lines }) => lines.map(({ isThin }) => isThin))).toEqual([[], [], [true], [true]])
  expect(slices.map(({ bands }) => bands.length)).toEqual([0, 0, 1, 1])
})
