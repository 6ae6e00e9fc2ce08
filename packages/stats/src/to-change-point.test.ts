import { expect, test } from 'vitest'
import { toChangePoint } from './to-change-point.ts'

test('finds the day on which satisfied and not satisfied change', () => {
  const good = [10, 90]
  const bad = [30, 70]
  expect(toChangePoint([good, good, good, good, bad, bad, bad])).toBe(4)
  expect(toChangePoint([good, bad, bad, bad])).toBe(1)
  expect(toChangePoint([good, good, good, bad])).toBe(3)
})

test('finds it among three groups, and passes over days without answers', () => {
  expect(
    toChangePoint([
      [2, 3, 5],
      [0, 0, 0],
      [20, 30, 50],
      [40, 30, 30],
      [4, 3, 3],
    ]),
  ).toBe(3)
})
