import { SiteDefinition } from '@pulso/protocol'
import { KINDS } from '@pulso/protocol/constants'
import type { Site } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { findMistakes } from './find-mistakes.ts'
import { toReadyDraft } from './ready-prompt.ts'
import { READY_PROMPTS } from './ready-prompts.ts'
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

/** Every text of a value, by its path. */
function toTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value ?? {}).flatMap(([key, inner]) => toTexts(inner, `${path}.${key}`))
}

test('there are prompts for every kind, each with a key of its own', () => {
  expect(READY_PROMPTS.length).toBeGreaterThanOrEqual(14)
  expect(new Set(READY_PROMPTS.map(({ key }) => key)).size).toBe(READY_PROMPTS.length)
  expect(new Set(READY_PROMPTS.map(({ kind }) => kind))).toEqual(new Set(KINDS))
})

test.each(READY_PROMPTS.map((ready) => [ready.key, ready] as const))(
  '%s can be published as it is, and says as much in Spanish as in English',
  (_, ready) => {
    const draft = toReadyDraft(ready, SITE as unknown as Site)
    expect([...findMistakes(draft, SITE as unknown as Site, true, en)]).toEqual([])
    const { error } = SiteDefinition.safeParse({ ...SITE, prompts: [{ ...draft, state: 'live' }] })
    expect(error?.issues).toBeUndefined()
    const english = new Map(toTexts([ready.title.en, ready.why.en, ready.wording.en]))
    const spanish = new Map(toTexts([ready.title.es, ready.why.es, ready.wording.es]))
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [path, text] of english) if (text.length > 2) expect(spanish.get(path), path).not.toBe(text)
  },
)

test('a ready prompt goes to the touchpoint that fits, and waits for the page where there is none', () => {
  const article = READY_PROMPTS.find(({ key }) => key === 'article')
  if (!article) throw new Error('there is a prompt for articles')
  expect(toReadyDraft(article, SITE as unknown as Site)).toMatchObject({ touchpoints: [], triggers: undefined })
  const site = { ...SITE, touchpoints: [{ key: 'blog', stage: 'purchase', name: { en: 'Blog' } }] } as unknown as Site
  expect(toReadyDraft(article, site)).toMatchObject({ touchpoints: ['blog'], triggers: { scroll: 80 }, state: 'draft' })
})
