import type { Tally } from '@pulso/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTallies } from './index.ts'

const count = fc.nat({ max: 1_000_000 })

/** Few different keys, so that tallies meet. */
const anyTallies: fc.Arbitrary<Tally[]> = fc.array(
  fc.record({
    touchpoint: fc.constantFrom('menu', 'checkout', '(unmapped)'),
    promptId: fc.constantFrom('nps', 'mood'),
    kind: fc.constantFrom('nps', 'emoji'),
    scaleMax: fc.constantFrom(10, 5, 3),
    segment: fc.constantFrom('other', 'members'),
    shown: count,
    dismissed: count,
    answered: count,
    completed: count,
    comments: count,
    scores: fc.array(count, { minLength: 11, maxLength: 11 }),
  }),
  { maxLength: 12 },
)

const menu: Tally = {
  touchpoint: 'menu',
  promptId: 'mood',
  kind: 'emoji',
  scaleMax: 5,
  segment: 'other',
  shown: 10,
  dismissed: 3,
  answered: 5,
  completed: 2,
  comments: 1,
  scores: [0, 1, 0, 1, 1, 2, 0, 0, 0, 0, 0],
}

test('adds up what was counted at the same touchpoint, prompt, kind, scale and segment', () => {
  const tomorrow: Tally = {
    ...menu,
    shown: 4,
    dismissed: 1,
    answered: 2,
    completed: 1,
    comments: 0,
    scores: [0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0],
  }
  expect(mergeTallies([menu], [tomorrow])).toEqual([
    { ...menu, shown: 14, dismissed: 4, answered: 7, completed: 3, comments: 1, scores: [0, 1, 0, 1, 1, 4, 0, 0, 0, 0, 0] },
  ])
})

test('keeps apart what differs in any one of them', () => {
  const others: Tally[] = [
    { ...menu, touchpoint: 'checkout' },
    { ...menu, promptId: 'mood-2' },
    { ...menu, kind: 'csat' },
    { ...menu, scaleMax: 3 },
    { ...menu, segment: 'members' },
  ]
  const merged = mergeTallies([menu], others)
  expect(merged).toHaveLength(6)
  for (const tally of [menu, ...others]) expect(merged).toContainEqual(tally)
})

test('makes nothing of nothing', () => {
  expect(mergeTallies()).toEqual([])
  expect(mergeTallies([], [])).toEqual([])
})

test('is the same in whatever order lists come', () => {
  fc.assert(
    fc.property(anyTallies, anyTallies, (one, other) => {
      expect(mergeTallies(one, other)).toEqual(mergeTallies(other, one))
    }),
  )
})

test('is the same however lists are grouped, and when merged again', () => {
  fc.assert(
    fc.property(anyTallies, anyTallies, anyTallies, (one, two, three) => {
      const all = mergeTallies(one, two, three)
      expect(mergeTallies(mergeTallies(one, two), three)).toEqual(all)
      expect(mergeTallies(one, mergeTallies(two, three))).toEqual(all)
      expect(mergeTallies([...one, ...two, ...three])).toEqual(all)
      expect(mergeTallies(all)).toEqual(all)
    }),
  )
})

test('loses nothing and changes nothing that it was given', () => {
  const sumOf = (tallies: readonly Tally[], field: 'shown' | 'dismissed' | 'answered' | 'completed' | 'comments') =>
    tallies.reduce((sum, tally) => sum + tally[field], 0)
  fc.assert(
    fc.property(anyTallies, (tallies) => {
      const before = structuredClone(tallies)
      const merged = mergeTallies(tallies)
      expect(tallies).toEqual(before)
      for (const field of ['shown', 'dismissed', 'answered', 'completed', 'comments'] as const) {
        expect(sumOf(merged, field)).toBe(sumOf(tallies, field))
      }
      for (let score = 0; score <= 10; score += 1) {
        const answersIn = (list: readonly Tally[]) => list.reduce((sum, tally) => sum + (tally.scores[score] ?? 0), 0)
        expect(answersIn(merged)).toBe(answersIn(tallies))
      }
    }),
  )
})
