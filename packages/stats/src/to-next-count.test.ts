import { expect, test } from 'vitest'
import { createChance } from '../test/create-chance.ts'
import { toNextCount } from './to-next-count.ts'

/** A Poisson count by Knuth's product of chances (1969); in parts, so that no product underflows. */
function draw(mean: number, chance: () => number): number {
  if (mean > 30) return draw(30, chance) + draw(mean - 30, chance)
  let count = -1
  for (let product = 1; product > Math.exp(-mean); product *= chance()) count += 1
  return count
}

// Few whole numbers leave no choice but to be on the safe side.
test.each([
  [2, 0.995],
  [10, 0.98],
  [100, 0.97],
  [400, 0.97],
])('of 2,000 pairs of counts around %i, about 95 of 100 second ones lie within', (mean, most) => {
  const chance = createChance(20_261_201)
  const runs = 2000
  let held = 0
  for (let run = 0; run < runs; run += 1) {
    const { low, high } = toNextCount(draw(mean, chance))
    const next = draw(mean, chance)
    if (next >= Math.floor(low) && next <= Math.ceil(high)) held += 1
  }
  expect(held / runs).toBeGreaterThan(0.94)
  expect(held / runs).toBeLessThan(most)
})

test('nothing may be followed by a few, and never by less than nothing', () => {
  const { low, high } = toNextCount(0)
  expect(low).toBe(0)
  expect(high).toBeGreaterThan(3)
  expect(high).toBeLessThan(4)
})
