import { expect, test } from 'vitest'
import { toExpectedReach } from './to-expected-reach.ts'

const FREQUENCY = { afterAnswered: 90, afterDismissed: 30, afterShown: 7 }
const prompt = (changes: object = {}) => ({ id: 'pay', touchpoints: ['checkout'], frequency: FREQUENCY, ...changes })
const week = (changes: object = {}) => [{ key: 'checkout', reached: 1000, eligible: 400, heldBack: { 'after-shown': 600 }, ...changes }]

test('expects of a prompt that stays as it is what was due last week, within chance', () => {
  const expected = toExpectedReach({ before: prompt(), after: prompt(), others: [prompt()], touchpoints: week() })
  expect(expected).toMatchObject({ is: 'estimate', basis: 'reached', count: 1000, likely: 400, caveats: [] })
  if (expected.is !== 'estimate') throw new Error('it is known')
  expect(expected.low).toBeGreaterThan(330)
  expect(expected.low).toBeLessThan(400)
  expect(expected.high).toBeGreaterThan(400)
  expect(expected.high).toBeLessThan(470)
})

test('goes with the sample, also from a sample to everybody', () => {
  const ask = (before: number | undefined, after: number) =>
    toExpectedReach({
      before: prompt({ rules: before === undefined ? {} : { sample: before } }),
      after: prompt({ rules: { sample: after } }),
      others: [],
      touchpoints: week(),
    })
  expect(ask(undefined, 0.5)).toMatchObject({ is: 'estimate', likely: 200 })
  expect(ask(0.25, 1)).toMatchObject({ is: 'estimate', likely: 1600 })
  // From nobody nothing can be told.
  expect(ask(0, 0.5)).toMatchObject({ is: 'at-most', most: 500 })
})

test('knows that last night’s rate was at work already', () => {
  const touchpoints = week({ asking: { rate: 0.4 } })
  expect(toExpectedReach({ before: prompt(), after: prompt(), others: [], touchpoints })).toMatchObject({ likely: 400 })
  expect(toExpectedReach({ before: prompt(), after: prompt({ rules: { sample: 0.2 } }), others: [], touchpoints })).toMatchObject({
    likely: 200,
  })
})

test('says only how many at most for what has not been asked, and why', () => {
  expect(toExpectedReach({ before: null, after: prompt({ rules: { sample: 0.1 } }), others: [], touchpoints: week() })).toEqual({
    is: 'at-most',
    reached: 1000,
    most: 100,
    caveats: ['new'],
  })
})

test('says only how many at most where something changes that was never counted', () => {
  const ask = (after: object, before: object = {}) =>
    toExpectedReach({ before: prompt(before), after: prompt(after), others: [], touchpoints: week() })
  expect(ask({ rules: { device: ['phone'] } })).toMatchObject({ is: 'at-most', most: 1000, caveats: ['rules'] })
  expect(ask({ triggers: { exit: true } })).toMatchObject({ is: 'at-most', caveats: ['triggers'] })
  expect(ask({}, { state: 'paused' })).toMatchObject({ is: 'at-most', caveats: ['paused'] })
  expect(ask({ touchpoints: ['checkout', 'menu'] })).toMatchObject({ is: 'at-most', caveats: [] })
  expect(ask({ frequency: { ...FREQUENCY, afterShown: 1 } })).toMatchObject({ is: 'estimate', caveats: ['frequency'] })
})

test('does not tell prompts of one touchpoint apart, unless the other ones rest', () => {
  const ask = (state?: 'live' | 'paused' | 'draft') =>
    toExpectedReach({ before: prompt(), after: prompt(), others: [prompt(), prompt({ id: 'other', state })], touchpoints: week() })
  expect(ask()).toMatchObject({ is: 'at-most', caveats: ['shared'] })
  expect(ask('live')).toMatchObject({ is: 'at-most', caveats: ['shared'] })
  expect(ask('paused')).toMatchObject({ is: 'estimate' })
  expect(ask('draft')).toMatchObject({ is: 'estimate' })
})

test('goes by what was shown where nobody counts who comes by', () => {
  const touchpoints = week({ reached: 0, eligible: 0 })
  const ask = (after: object) => toExpectedReach({ before: prompt(), after: prompt(after), others: [], touchpoints, shown: 80 })
  expect(ask({})).toMatchObject({ is: 'estimate', basis: 'shown', count: 80, likely: 80 })
  expect(ask({ rules: { sample: 0.5 } })).toMatchObject({ likely: 40 })
  expect(ask({ rules: { device: ['phone'] } })).toEqual({ is: 'unknown', why: 'not-counted' })
})

test('says that it cannot be known where nobody counts', () => {
  expect(toExpectedReach({ before: null, after: prompt({ touchpoints: [] }), others: [], touchpoints: week() })).toEqual({
    is: 'unknown',
    why: 'no-touchpoint',
  })
  expect(toExpectedReach({ before: prompt(), after: prompt(), others: [], touchpoints: week({ reached: 0, eligible: 0 }) })).toEqual({
    is: 'unknown',
    why: 'not-counted',
  })
})
