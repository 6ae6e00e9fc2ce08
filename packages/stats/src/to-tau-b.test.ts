import { expect, test } from 'vitest'
import { createChance } from '../test/create-chance.ts'
import { toConcordancePValue } from './to-concordance-p-value.ts'
import { toNormalProbability } from './to-normal-probability.ts'
import { toTauB } from './to-tau-b.ts'

// Published: the skin conditions of the SAS/STAT user's guide, "The FREQ procedure" (tau-b 0.3373, ASE 0.0642), and
// income by job satisfaction of Agresti, A. (2002), "Categorical data analysis", table 2.8 (1331 concordant pairs, 849 discordant).
test('gives published rank correlations', () => {
  const skin = toTauB([
    [26, 26, 23, 18, 9],
    [6, 7, 9, 14, 23],
  ])
  expect(skin?.value).toBeCloseTo(0.3373, 4)
  expect(skin?.n).toBe(161)
  // The published interval, 0.3373 ± 1.96 × 0.0642, is plain; this one leans towards 0 and stays within a hundredth of it.
  expect(skin?.low).toBeCloseTo(0.2114, 1)
  expect(skin?.high).toBeCloseTo(0.4631, 1)
  const jobs = toTauB([
    [1, 3, 10, 6],
    [2, 3, 10, 7],
    [1, 6, 14, 12],
    [0, 1, 9, 11],
  ])
  expect(jobs?.value).toBeCloseTo((2 * (1331 - 849)) / Math.sqrt((96 ** 2 - 2414) * (96 ** 2 - 3330)), 10)
})

test('is 1 for the same order, −1 for the reverse, 0 for none, and never certain', () => {
  const same = toTauB([
    [10, 0, 0],
    [0, 10, 0],
    [0, 0, 10],
  ])
  expect(same?.value).toBeCloseTo(1, 12)
  expect(same?.high).toBeCloseTo(1, 12)
  expect(same?.low).toBeLessThan(0.98)
  const reverse = toTauB([
    [0, 0, 10],
    [0, 10, 0],
    [10, 0, 0],
  ])
  expect(reverse?.value).toBeCloseTo(-1, 12)
  expect(reverse?.low).toBeCloseTo(-1, 12)
  expect(reverse?.high).toBeCloseTo(-(same?.low ?? 0), 12)
  const none = toTauB([
    [4, 8],
    [8, 16],
  ])
  expect(none?.value).toBeCloseTo(0, 12)
  expect(none?.low).toBeLessThan(0)
  expect(none?.high).toBeGreaterThan(0)
})

test('says nothing where everybody said the same, or nobody anything', () => {
  expect(toTauB([[0, 3, 9]])).toBeNull()
  expect(
    toTauB([
      [0, 4, 0],
      [0, 5, 0],
    ]),
  ).toBeNull()
  expect(
    toTauB([
      [0, 0],
      [0, 0],
    ]),
  ).toBeNull()
})

/** Shares of people with these margins, tied together by `pull` (0: not at all). */
function toShares(rows: readonly number[], columns: readonly number[], pull: number): number[][] {
  let shares = rows.map((row, at) => columns.map((column, other) => row * column * Math.exp(pull * (at - 1) * (other - 1))))
  for (let round = 0; round < 200; round += 1) {
    shares = shares.map((row, at) => {
      const sum = row.reduce((total, share) => total + share, 0)
      return row.map((share) => (sum > 0 ? (share * (rows[at] ?? 0)) / sum : 0))
    })
    const sums = columns.map((_, column) => shares.reduce((total, row) => total + (row[column] ?? 0), 0))
    shares = shares.map((row) => row.map((share, column) => (share * (columns[column] ?? 0)) / (sums[column] || 1)))
  }
  return shares
}

function draw(shares: readonly (readonly number[])[], n: number, chance: () => number): number[][] {
  const flat = shares.flat()
  const counts = flat.map(() => 0)
  for (let person = 0; person < n; person += 1) {
    let [left, cell] = [chance(), 0]
    while (cell < flat.length - 1 && left >= (flat[cell] ?? 0)) {
      left -= flat[cell] ?? 0
      cell += 1
    }
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return [counts.slice(0, 3), counts.slice(3, 6), counts.slice(6)]
}

test.for([
  ['no connection', [0.3, 0.3, 0.4], [0.3, 0.3, 0.4], 0],
  ['no connection, mostly content', [0.05, 0.1, 0.85], [0.1, 0.2, 0.7], 0],
  ['thumbs', [0.2, 0, 0.8], [0.2, 0.3, 0.5], 2],
  ['some', [0.2, 0.2, 0.6], [0.2, 0.3, 0.5], 1],
  ['much', [0.2, 0.2, 0.6], [0.2, 0.3, 0.5], 3],
] as const)('the interval holds the truth at least 93 times of 100: %s', ([, rows, columns, pull]) => {
  const shares = toShares(rows, columns, pull)
  const truth = toTauB(shares.map((row) => row.map((share) => share * 1e9)))?.value ?? Number.NaN
  const chance = createChance(20_261_130)
  for (const n of [30, 100]) {
    let [covered, told] = [0, 0]
    for (let round = 0; round < 2000; round += 1) {
      const tau = toTauB(draw(shares, n, chance))
      if (!tau) continue
      told += 1
      if (tau.low <= truth && truth <= tau.high) covered += 1
    }
    expect(covered / told, `n = ${n}`).toBeGreaterThan(0.93)
    expect(covered / told, `n = ${n}`).toBeLessThan(0.985)
  }
})

/** Every order of the numbers. */
function* everyOrder(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield []
  for (const [at, item] of items.entries()) for (const rest of everyOrder(items.toSpliced(at, 1))) yield [item, ...rest]
}

test('knows how far chance alone goes, as if every way to pair the answers had been tried', () => {
  const [said, recommend] = [
    [0, 0, 1, 1, 2, 2, 2],
    [0, 1, 1, 1, 2, 2, 2],
  ]
  const surplusOf = (others: readonly number[]) =>
    said.reduce((sum, one, at) => {
      for (let later = at + 1; later < said.length; later += 1)
        sum += Math.sign((said[later] ?? 0) - one) * Math.sign((others[later] ?? 0) - (others[at] ?? 0))
      return sum
    }, 0)
  const all = [...everyOrder(recommend)].map(surplusOf)
  const variance = all.reduce((sum, surplus) => sum + surplus ** 2, 0) / all.length
  const counts = [0, 1, 2].map((row) => [0, 1, 2].map((column) => said.filter((one, at) => one === row && recommend[at] === column).length))
  expect(toConcordancePValue(counts)).toBeCloseTo(toNormalProbability(-(surplusOf(recommend) - 1) / Math.sqrt(variance)), 10)
  expect(
    toConcordancePValue([
      [3, 0],
      [9, 0],
    ]),
  ).toBe(1)
  expect(toConcordancePValue([[1, 1]])).toBe(1)
})
