import { expect, test } from 'vitest'
import { createBet, playBlock, toWealth } from './change-bet.ts'

/** Every way in which n answers can fall into outcomes with these shares, and how likely each is. */
function* everyOutcome(n: number, shares: readonly number[]): Generator<{ counts: number[]; probability: number }> {
  const [share = 0, ...others] = shares
  if (others.length === 0) {
    yield { counts: [n], probability: share ** n }
    return
  }
  let ways = 1
  for (let count = 0; count <= n; count += 1) {
    for (const rest of everyOutcome(n - count, others)) {
      yield { counts: [count, ...rest.counts], probability: ways * share ** count * rest.probability }
    }
    ways = (ways * (n - count)) / (count + 1)
  }
}

function toExpectedWealth(values: readonly number[], shares: readonly number[], learned: number[], before: number, after: number): number {
  let expected = 0
  for (const one of everyOutcome(before, shares)) {
    for (const other of everyOutcome(after, shares)) {
      const bet = createBet(values, learned)
      playBlock(bet, one.counts, other.counts)
      expected += one.probability * other.probability * toWealth(bet)
    }
  }
  return expected
}

test.for([
  [
    [0.5, 0.5],
    [0, 0],
  ],
  [
    [0.05, 0.95],
    [0, 0],
  ],
  [
    [0.3, 0.7],
    [90, 10],
  ],
  [
    [0.15, 0.85],
    [15, 85],
  ],
] as const)(
  'is fair to nobody but chance: with shares %j, guessing from %j, a stake of 1 is worth no more after a block',
  ([shares, learned]) => {
    for (const [before, after] of [
      [1, 1],
      [6, 2],
      [9, 5],
    ] as const) {
      const expected = toExpectedWealth([0, 1], shares, [...learned], before, after)
      expect(expected).toBeLessThanOrEqual(1 + 1e-12)
      expect(expected).toBeGreaterThan(0.5)
    }
  },
)

test('is fair with three outcomes too, however wrong the guess is', () => {
  for (const learned of [[], [20, 30, 50], [80, 10, 10]]) {
    expect(toExpectedWealth([-1, 0, 1], [0.2, 0.3, 0.5], learned, 5, 4)).toBeLessThanOrEqual(1 + 1e-12)
  }
})

test('stays fair when what it learns from one block it uses in the next', () => {
  const shares = [0.3, 0.7]
  let expected = 0
  for (const first of everyOutcome(3, shares)) {
    for (const second of everyOutcome(2, shares)) {
      for (const third of everyOutcome(3, shares)) {
        for (const fourth of everyOutcome(2, shares)) {
          const bet = createBet([0, 1], [])
          playBlock(bet, first.counts, second.counts)
          playBlock(bet, third.counts, fourth.counts)
          expected += first.probability * second.probability * third.probability * fourth.probability * toWealth(bet)
        }
      }
    }
  }
  expect(expected).toBeLessThanOrEqual(1 + 1e-12)
})

// By hand, for the drop by 0.4 standard deviations from a guess of ½: odds e^−0.8, so b = 0.3100255; m = ⅔·0.5 + ⅓·b = 0.4366752.
test('pays the published product', () => {
  const bet = createBet([0, 1], [])
  playBlock(bet, [5, 15], [6, 4])
  const b = 1 / (1 + Math.exp(0.8))
  const m = (2 / 3) * 0.5 + b / 3
  const product = (0.5 / (1 - m)) ** 5 * (0.5 / m) ** 15 * ((1 - b) / (1 - m)) ** 6 * (b / m) ** 4
  expect(b).toBeCloseTo(0.3100255, 7)
  expect(Math.exp(bet.logWealth[2] ?? 0)).toBeCloseTo(product, 9)
})

test('grows when answers get worse or better, and shrinks when they do not', () => {
  const wealthOf = (before: number[], after: number[]) => {
    const bet = createBet([0, 1], [100, 100])
    playBlock(bet, before, after)
    return toWealth(bet)
  }
  expect(wealthOf([20, 80], [30, 30])).toBeGreaterThan(50)
  expect(wealthOf([30, 30], [20, 80])).toBeGreaterThan(5)
  expect(wealthOf([20, 80], [10, 40])).toBeLessThan(1)
})

test('does not play where there is nothing to compare', () => {
  const bet = createBet([0, 1], [])
  expect([playBlock(bet, [0, 0], [3, 4]), playBlock(bet, [3, 4], [0, 0]), toWealth(bet)]).toEqual([false, false, 1])
})

test('is as certain as a number can say, and no more', () => {
  const bet = createBet([0, 1], [])
  playBlock(bet, [0, 1_000_000], [1_000_000, 0])
  expect(toWealth(bet)).toBe(1e300)
})

test('wins where nobody was dissatisfied before and some are now, however many agreed', () => {
  for (const alike of [100, 10_000, 1_000_000]) {
    const bet = createBet([0, 1], [0, alike])
    playBlock(bet, [0, 600], [20, 80])
    expect(toWealth(bet), `${alike}`).toBeGreaterThan(10_000)
    const quiet = createBet([-1, 0, 1], [0, 0, alike])
    playBlock(quiet, [0, 0, 600], [0, 0, 100])
    expect(toWealth(quiet), `${alike}`).toBeLessThan(1)
    expect(toWealth(quiet), `${alike}`).toBeGreaterThan(0.1)
  }
})

test('is fair where the guess is all but certain', () => {
  for (const learned of [
    [0, 200],
    [0, 1_000_000],
  ]) {
    for (const shares of [
      [0.001, 0.999],
      [0.2, 0.8],
    ]) {
      expect(toExpectedWealth([0, 1], shares, learned, 9, 5)).toBeLessThanOrEqual(1 + 1e-9)
    }
  }
})
