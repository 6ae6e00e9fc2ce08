import { SiteDefinition } from '@pulso/protocol'
import type { Site } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { findMistakes, toFieldMistakes } from './find-mistakes.ts'
import { createDraft, type PromptDraft, withoutEmpty } from './prompt-draft.ts'
import { en } from './words.en.ts'

const SITE = {
  name: 'Shop',
  timeZone: 'Europe/Madrid',
  defaultLocale: 'en',
  locales: ['en', 'es'],
  stages: [{ key: 'purchase', name: { en: 'Purchase' }, phase: 'during' }],
  touchpoints: [{ key: 'checkout', stage: 'purchase', name: { en: 'Checkout' } }],
  prompts: [],
}
const base = () => ({ ...createDraft('csat', 'pay'), touchpoints: ['checkout'] })
const look = (draft: PromptDraft, isNew = false) => findMistakes(draft, SITE as unknown as Site, isNew, en)
const isTaken = (draft: PromptDraft) => SiteDefinition.safeParse({ ...SITE, prompts: [withoutEmpty(draft)] }).success

test('finds nothing in what the worker takes, at its limits', () => {
  for (const changes of [
    {},
    { wording: { es: { question: 'x'.repeat(300) } } },
    { delayMs: 3_600_000, repeat: 100, priority: -1000, frequency: { afterAnswered: 3650, afterDismissed: 0, afterShown: 0.5 } },
    { rules: { sample: 0, visits: { from: 2, to: 2 }, language: ['es-419'], grace: 0 }, triggers: { scroll: 100, dwell: 0 } },
    { links: { high: 'mailto:team@shop.example' }, group: 'a' },
  ]) {
    const draft = { ...base(), ...changes } as PromptDraft
    expect([...look(draft)], JSON.stringify(changes)).toEqual([])
    expect(isTaken(draft), JSON.stringify(changes)).toBe(true)
  }
})

test.each([
  ['wording.es.question', { wording: { es: { question: 'x'.repeat(301) } } }],
  ['wording.es.followUp.low', { wording: { es: { followUp: { low: 'x'.repeat(301) } } } }],
  ['delayMs', { delayMs: 3_600_001 }],
  ['repeat', { repeat: 0 }],
  ['quota', { quota: 1.5 }],
  ['priority', { priority: 1001 }],
  ['group', { group: 'No Key' }],
  ['frequency.afterShown', { frequency: { afterAnswered: 90, afterDismissed: 30, afterShown: 3651 } }],
  ['rules.sample', { rules: { sample: 1.01 } }],
  ['rules.language', { rules: { language: ['spanish'] } }],
  ['rules.visits', { rules: { visits: { from: 0 } } }],
  ['triggers.scroll', { triggers: { scroll: 101 } }],
  ['triggers.click', { triggers: { click: '' } }],
  ['triggers.event', { triggers: { event: { name: '' } } }],
  ['triggers.route', { triggers: { route: [] } }],
  ['touchpoints', { touchpoints: [], triggers: { exit: true } }],
  ['links.low', { links: { low: 'http://shop.example' } }],
  ['options', { kind: 'choice', scaleMax: 10, options: [] }],
  ['id', { id: 'Not a key' }],
] as const)('says beside %s what the worker would refuse', (path, changes) => {
  const draft = { ...base(), ...changes } as unknown as PromptDraft
  expect(look(draft).has(path)).toBe(true)
  expect(isTaken(draft)).toBe(false)
})

test('wants what makes no sense otherwise, though the worker would take it', () => {
  expect(look({ ...base(), rules: { visits: { from: 3, to: 2 } } }).has('rules.visits')).toBe(true)
  const choice = { ...base(), kind: 'choice', scaleMax: 10, options: [{ key: 'a' }] } as PromptDraft
  expect(look(choice).has('options.a')).toBe(true)
  expect(look({ ...choice, wording: { es: { options: { a: 'Una' } } } }).has('options.a')).toBe(false)
})

test('a new prompt takes no key that another has', () => {
  const site = { ...SITE, prompts: [{ id: 'pay' }] } as unknown as Site
  expect(findMistakes(base(), site, true, en).has('id')).toBe(true)
  expect(findMistakes(base(), site, false, en).has('id')).toBe(false)
})

test('puts what the worker says beside the field that it is about', () => {
  expect([...toFieldMistakes('prompts.3.delayMs: use a number; prompts.3.wording.es.question: too long; name: needed')]).toEqual([
    ['delayMs', 'use a number'],
    ['wording.es.question', 'too long'],
  ])
})
