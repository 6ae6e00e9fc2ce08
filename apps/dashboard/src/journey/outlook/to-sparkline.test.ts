import type { SeriesStep } from '@pulso/protocol/types'
import { toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
import { toSparkline } from './to-sparkline.ts'

const step = (good: number, bad: number): SeriesStep => ({
  from: '2026-11-02',
  to: '2026-11-08',
  isWhole: true,
  score: toScore({ kind: 'csat', scaleMax: 5, scores: [0, bad, 0, 0, 0, good], shown: good + bad, dismissed: 0, answered: good + bad }),
})

test('draws from the first step to the last, higher where the score is higher', () => {
  const sparkline = toSparkline([step(10, 90), step(50, 50), step(90, 10)])
  const points = sparkline?.line.match(/[\d.]+,[\d.]+/g)?.map((point) => point.split(',').map(Number))
  expect(points?.map(([x]) => x)).toEqual([0, 50, 100])
  const heights = points?.map(([, y]) => y) ?? []
  expect(heights).toEqual(heights.toSorted((left, right) => (right ?? 0) - (left ?? 0)))
  expect(sparkline?.last?.x).toBe(100)
})

test('leaves a gap where nobody answered, and is nothing with a single step', () => {
  expect(toSparkline([step(5, 5), step(0, 0), step(6, 4), step(7, 3)])?.line.match(/M/g)).toHaveLength(2)
  expect(toSparkline([step(0, 0), step(6, 4), step(0, 0)])).toBeNull()
})

test('does not blow up a steady score', () => {
  const heights =
    toSparkline([step(80, 20), step(81, 19)])
      ?.line.match(/,([\d.]+)/g)
      ?.map((text) => Number(text.slice(1))) ?? []
  expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(10)
})
