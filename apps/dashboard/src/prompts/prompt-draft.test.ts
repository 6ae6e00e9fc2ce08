import type { Prompt, Site } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { createDraft, isSameDraft, toDraft, toFreeId, toWhole, withoutEmpty } from './prompt-draft.ts'

const SITE = {
  id: 'shop',
  name: 'Shop',
  defaultLocale: 'en',
  locales: ['en', 'es'],
  tone: 'informal',
  prompts: [] as Prompt[],
} as unknown as Site

test('holds only what the team wrote, and is whole again with what Pulso says', () => {
  const draft = { ...createDraft('csat', 'pay'), wording: { es: { question: '¿Qué tal el pago?' } } }
  const whole = toWhole(draft, SITE)
  expect(whole.wording['en']?.question).toBe('How was your experience with Shop?')
  expect(whole.wording['es']?.question).toBe('¿Qué tal el pago?')
  expect(toDraft(whole, SITE)).toEqual({ ...draft, scaleMax: 5 })
})

test('what was typed and taken back is no change', () => {
  const draft = createDraft('nps', 'nps')
  const touched = { ...draft, rules: { sample: undefined }, wording: { es: { question: undefined, followUp: {} } } }
  expect(isSameDraft(draft, touched as never)).toBe(true)
  expect(withoutEmpty(touched as never)).toEqual(draft)
  expect(isSameDraft(draft, { ...draft, version: 7 })).toBe(true)
  expect(isSameDraft(draft, { ...draft, delayMs: 0 })).toBe(false)
})

test('an empty follow-up is a decision, and stays', () => {
  const draft = { ...createDraft('nps', 'nps'), wording: { en: { followUp: { high: '' } } } }
  expect(withoutEmpty(draft).wording).toEqual({ en: { followUp: { high: '' } } })
})

test('gives a key that is free', () => {
  const taken = { ...SITE, prompts: [{ id: 'csat' }, { id: 'csat-2' }] } as unknown as Site
  expect(toFreeId('csat', taken)).toBe('csat-3')
  expect(toFreeId('nps', taken)).toBe('nps')
})
