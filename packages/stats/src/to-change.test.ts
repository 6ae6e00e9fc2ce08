import { expect, test } from 'vitest'
import { createChance } from '../test/create-chance.ts'
import { type ScoreCounts, toChange } from './index.ts'

/** So many very happy and very unhappy answers to a CSAT question. */
const toCsat = (good: number, bad: number): ScoreCounts => ({
  kind: 'csat',
  scaleMax: 5,
  scores: [0, bad, 0, 0, 0, good, 0, 0, 0, 0, 0],
  shown: good + bad,
  dismissed: 0,
  answered: good + bad,
})

test('is the worked example of Newcombe (1998): 56 of 70 against 48 of 80', () => {
  const change = toChange(toCsat(56, 14), toCsat(48, 32), 1)
  expect(change).toMatchObject({ formula: 'difference/square-and-add', isDifferent: true })
  expect(change?.value).toBeCloseTo(20, 10)
  expect(change?.low).toBeCloseTo(5.24, 2)
  expect(change?.high).toBeCloseTo(33.39, 2)
  expect(change?.joint).toEqual({ low: expect.closeTo(change?.low ?? 0, 6), high: expect.closeTo(change?.high ?? 0, 6), lookedAt: 1 })
})

test('the more changes are looked at, the wider is what they may say together, and the less is called different', () => {
  const changes = [1, 10, 100].map((lookedAt) => toChange(toCsat(56, 14), toCsat(48, 32), lookedAt))
  expect(changes.map((change) => change?.isDifferent)).toEqual([true, false, false])
  // The change's own interval is what it is.
  expect(new Set(changes.map((change) => change?.low)).size).toBe(1)
  const widths = changes.map((change) => (change?.joint.high ?? 0) - (change?.joint.low ?? 0))
  expect(widths.toSorted((left, right) => left - right)).toEqual(widths)
})

test('is nothing while either side has no answers, and no difference while either has too few', () => {
  expect(toChange(toCsat(0, 0), toCsat(48, 32), 1)).toBeNull()
  expect(toChange(toCsat(48, 32), toCsat(0, 0), 1)).toBeNull()
  expect(toChange(toCsat(29, 0), toCsat(0, 300), 1)).toMatchObject({ isDifferent: false })
  expect(toChange(toCsat(30, 0), toCsat(0, 300), 1)).toMatchObject({ isDifferent: true })
  expect(() => toChange(toCsat(1, 1), toCsat(1, 1), 0)).toThrow(RangeError)
})

test('of twenty touchpoints where nothing changed, one is called changed in at most 5 of 100 answers', () => {
  const random = createChance(7)
  const draw = (n: number, share: number) => {
    let good = 0
    for (let answer = 0; answer < n; answer += 1) if (random() < share) good += 1
    return toCsat(good, n - good)
  }
  const answers = 400
  let wrongTogether = 0
  let wrongAlone = 0
  for (let answer = 0; answer < answers; answer += 1) {
    const changes = Array.from({ length: 20 }, () => {
      const share = 0.5 + random() * 0.45
      return toChange(draw(120, share), draw(150, share), 20)
    })
    if (changes.some((change) => change?.isDifferent)) wrongTogether += 1
    if (changes.some((change) => change && (change.low > 0 || change.high < 0))) wrongAlone += 1
  }
  // 5 % and three standard errors of so many draws.
  expect(wrongTogether / answers).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / answers))
  // What the correction is for.
  expect(wrongAlone / answers).toBeGreaterThan(0.4)
})
