import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JourneyDefinition, toTouchpointFinder, toTouchpointNames } from './index.ts'

const stages = [{ key: 'use', name: { en: 'Use' }, phase: 'during' }]
const toJourney = (...touchpoints: object[]) => ({
  stages,
  touchpoints: touchpoints.map((touchpoint) => ({ stage: 'use', name: { en: 'Name' }, ...touchpoint })),
})
const complaintsOf = (...touchpoints: object[]) =>
  JourneyDefinition.safeParse(toJourney(...touchpoints)).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('follows a name through renames, merges and splits to where it belongs today', () => {
  const find = toTouchpointFinder([
    { key: 'counter', formerly: ['till', 'desk', 'checkout'] },
    { key: 'form', formerly: [{ key: 'counter', prompts: ['ease'] }] },
  ])
  expect(['counter', 'till', 'desk', 'checkout', 'nowhere'].map((name) => find(name))).toEqual([
    'counter',
    'counter',
    'counter',
    'counter',
    null,
  ])
  expect(['counter', 'checkout', 'form'].map((name) => find(name, 'ease'))).toEqual(['form', 'form', 'form'])
  expect(find('checkout', 'csat')).toBe('counter')
})

test('lists for a prompt every name that pages may still use, its own key first', () => {
  const touchpoints = [{ key: 'till' }, { key: 'form', formerly: ['ease-form', { key: 'till', prompts: ['ease'] }] }]
  expect(toTouchpointNames(touchpoints, 'form', 'ease')).toEqual(['form', 'till', 'ease-form'])
  expect(toTouchpointNames(touchpoints, 'form', 'csat')).toEqual(['form', 'ease-form'])
  expect(toTouchpointNames(touchpoints, 'till', 'csat')).toEqual(['till'])
})

test('ends on the journey or nowhere, whatever was split off whatever', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd')
  const former = fc.oneof(key, fc.record({ key, prompts: fc.uniqueArray(fc.constantFrom('p', 'q'), { minLength: 1 }) }))
  const journey = fc.uniqueArray(fc.record({ key, formerly: fc.array(former, { maxLength: 3 }) }), { selector: (one) => one.key })
  fc.assert(
    fc.property(journey, key, fc.constantFrom('p', 'q', undefined), (touchpoints, name, promptId) => {
      const place = toTouchpointFinder(touchpoints)(name, promptId)
      if (place !== null) expect(touchpoints.map((touchpoint) => touchpoint.key)).toContain(place)
    }),
  )
})

test('says what makes no sense in a journey', () => {
  expect(complaintsOf({ key: 'till' }, { key: 'till' })).toEqual(['touchpoints: two touchpoints share a key'])
  expect(complaintsOf({ key: 'till', stage: 'nowhere' })).toEqual(['touchpoints.0.stage: there is no stage nowhere'])
  expect(complaintsOf({ key: 'till', formerly: ['desk'] }, { key: 'form', formerly: ['desk'] })).toEqual([
    'touchpoints.1.formerly.0: desk became till already',
  ])
  expect(complaintsOf({ key: 'till' }, { key: 'form', formerly: ['till'] })).toEqual([
    'touchpoints.1.formerly.0: till is a touchpoint of this journey: say which prompts were split off, or remove it',
  ])
  expect(complaintsOf({ key: 'till' }, { key: 'form', formerly: [{ key: 'till', prompts: ['ease'] }] })).toEqual([])
})
