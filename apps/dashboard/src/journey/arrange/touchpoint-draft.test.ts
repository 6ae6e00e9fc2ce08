import { expect, test } from 'vitest'
import { findMistakes, toTouchpoint, toTouchpointDraft } from './touchpoint-draft.ts'

const checkout = {
  key: 'checkout',
  stage: 'buy',
  name: { en: 'Checkout', fr: 'Caisse' },
  channel: 'digital' as const,
  audience: 'customer' as const,
  momentOfTruth: true,
  targetScore: 80,
  formerly: ['till'],
}

test('a touchpoint that nobody changes stays as it is, with the languages that the form does not speak', () => {
  expect(toTouchpoint(toTouchpointDraft(checkout, 'buy'), 'checkout', checkout)).toEqual(checkout)
})

test('numbers are read as people write them, and emptied they are gone', () => {
  const draft = { ...toTouchpointDraft(checkout, 'buy'), targetScore: ' −12,5 ', targetMargin: '4' }
  expect(toTouchpoint(draft, 'checkout', checkout)).toMatchObject({ targetScore: -12.5, targetMargin: 4 })
  expect(toTouchpoint({ ...draft, targetScore: '' }, 'checkout', checkout)).not.toHaveProperty('targetScore')
})

test('says what is wrong with a draft', () => {
  const draft = { ...toTouchpointDraft(null, 'buy'), targetScore: 'eighty', targetMargin: '0' }
  expect(findMistakes(draft, 'Check out')).toEqual({ name: true, key: true, targetScore: true, targetMargin: true })
  expect(findMistakes({ ...draft, name: { en: ' Checkout ' }, targetScore: '80', targetMargin: '50' }, 'checkout')).toEqual({
    name: false,
    key: false,
    targetScore: false,
    targetMargin: false,
  })
})
