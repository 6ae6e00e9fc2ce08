import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIMITS, Prompt, SiteDefinition, type SiteDefinitionInput, toPrompt } from './index.ts'

const both = (text: string) => ({ en: text, es: text })

const cafe: SiteDefinitionInput = {
  name: 'Café',
  siteKey: 'pk_demo_cafe',
  timeZone: 'Europe/Madrid',
  defaultLocale: 'es',
  origins: ['https://cafe.example', 'http://127.0.0.1:8080'],
  segments: ['members'],
  stages: [
    { key: 'purchase', name: both('Purchase'), phase: 'during' },
    { key: 'use', name: both('Use'), phase: 'after' },
  ],
  touchpoints: [
    { key: 'checkout', stage: 'purchase', name: both('Checkout') },
    { key: 'coffee', stage: 'use', name: both('Coffee'), channel: 'physical', momentOfTruth: true, targetScore: 80 },
  ],
  prompts: [{ id: 'taste', kind: 'csat', touchpoints: ['coffee'] }],
}

/** Where a definition breaks the contract and why; nothing when it keeps it. */
function complaintsAbout(definition: unknown): string[] {
  const result = SiteDefinition.safeParse(definition)
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

const numbered = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))

test('takes a café as a person writes it, and fills in what goes without saying', () => {
  const site = SiteDefinition.parse(cafe)
  expect(site.touchpoints[0]).toEqual({
    key: 'checkout',
    stage: 'purchase',
    name: both('Checkout'),
    channel: 'digital',
    audience: 'customer',
    momentOfTruth: false,
  })
  expect(site).toMatchObject({ locales: ['en', 'es'], tone: 'informal', consent: 'not-required' })
  expect(site.prompts[0]).toEqual({
    id: 'taste',
    mode: 'popover',
    position: 'bottom-end',
    version: 1,
    kind: 'csat',
    touchpoints: ['coffee'],
    delayMs: 1500,
    frequency: { afterAnswered: 90, afterDismissed: 30, afterShown: 7 },
    wording: {},
  })
  const { origins: _origins, segments: _segments, siteKey: _siteKey, ...least } = cafe
  expect(SiteDefinition.parse(least)).toMatchObject({ origins: [], segments: [] })
})

test('keeps stages, touchpoints and prompts in the order in which they are written', () => {
  const reversed = { ...cafe, stages: cafe.stages.toReversed(), touchpoints: cafe.touchpoints.toReversed() }
  const site = SiteDefinition.parse(reversed)
  expect(site.stages.map((stage) => stage.key)).toEqual(['use', 'purchase'])
  expect(site.touchpoints.map((touchpoint) => touchpoint.key)).toEqual(['coffee', 'checkout'])
})

test('says which keys are written twice', () => {
  expect(complaintsAbout({ ...cafe, stages: [...cafe.stages, ...cafe.stages.slice(0, 1)] })).toEqual(['stages: two stages share a key'])
  expect(complaintsAbout({ ...cafe, touchpoints: [...cafe.touchpoints, ...cafe.touchpoints.slice(0, 1)] })).toEqual([
    'touchpoints: two touchpoints share a key',
  ])
  expect(complaintsAbout({ ...cafe, prompts: [...cafe.prompts, ...cafe.prompts] })).toEqual(['prompts: two prompts share an id'])
})

test('says which touchpoint is in a stage that is not there, and which prompt asks at a touchpoint that is not there', () => {
  expect(complaintsAbout({ ...cafe, stages: cafe.stages.slice(0, 1) })).toEqual(['touchpoints.1.stage: there is no stage use'])
  expect(complaintsAbout({ ...cafe, touchpoints: cafe.touchpoints.slice(0, 1) })).toEqual([
    'prompts.0.touchpoints: there is no touchpoint coffee',
  ])
})

test('refuses a scale that a kind is not asked with', () => {
  expect(complaintsAbout({ ...cafe, prompts: [{ id: 'taste', kind: 'csat', scaleMax: 7, touchpoints: [] }] })).toEqual([
    'prompts.0.scaleMax: csat is not asked with a highest score of 7',
  ])
})

test('takes as many touchpoints, prompts, segments, origins and stages as the limits say, and not one more', () => {
  const touchpoints = (count: number) => ({
    ...cafe,
    touchpoints: [...numbered(count - 1, (index) => ({ key: `t${index}`, stage: 'use', name: both('T') })), ...cafe.touchpoints.slice(1)],
  })
  const prompts = (count: number) => ({ ...cafe, prompts: numbered(count, (index) => ({ id: `p${index}`, kind: 'nps', touchpoints: [] })) })
  const segments = (count: number) => ({ ...cafe, segments: numbered(count, (index) => `s${index}`) })
  const origins = (count: number) => ({ ...cafe, origins: numbered(count, (index) => `https://s${index}.example`) })
  const stages = (count: number) => ({
    ...cafe,
    stages: [...cafe.stages, ...numbered(count - 2, (index) => ({ key: `s${index}`, name: both('S'), phase: 'before' }))],
  })
  for (const [of, limit] of [
    [touchpoints, LIMITS.touchpoints],
    [prompts, LIMITS.prompts],
    [segments, LIMITS.segments],
    [origins, 100],
    [stages, 20],
  ] as const) {
    expect(complaintsAbout(of(limit))).toEqual([])
    expect(complaintsAbout(of(limit + 1))).toHaveLength(1)
  }
  expect(complaintsAbout({ ...cafe, touchpoints: [], prompts: [], stages: [] })).toHaveLength(1)
})

test('takes wording of the greatest length, and none longer or empty', () => {
  const asking = (question: string) => ({
    ...cafe,
    prompts: [{ id: 'taste', kind: 'csat', touchpoints: [], wording: { es: { question } } }],
  })
  expect(complaintsAbout(asking('¿'.padEnd(LIMITS.wordingLength, 'a')))).toEqual([])
  expect(complaintsAbout(asking('¿'.padEnd(LIMITS.wordingLength + 1, 'a')))[0]).toMatch(/^prompts\.0\.wording\.es\.question/)
  expect(complaintsAbout(asking(''))).not.toEqual([])
})

test('refuses a text that is too long only once the site’s name is in it, as it could not be served', () => {
  const asking = (name: string, question: string) => ({
    ...cafe,
    name,
    prompts: [{ id: 'taste', kind: 'csat', touchpoints: [], wording: { en: { question }, es: { question } } }],
  })
  const room = LIMITS.wordingLength - 'How is ?'.length
  expect(complaintsAbout(asking('n'.repeat(room), 'How is {name}?'))).toEqual([])
  expect(complaintsAbout(asking('n'.repeat(room + 1), 'How is {name}?'))).toEqual([
    `prompts.0.wording: a text is longer than ${LIMITS.wordingLength} characters once {name} is filled in`,
  ])
  expect(complaintsAbout({ ...cafe, name: 'n'.repeat(LIMITS.wordingLength) })).toHaveLength(1)
})

test('makes only prompts that keep the contract out of a definition that does', () => {
  const site = SiteDefinition.parse(cafe)
  for (const definition of site.prompts) {
    const prompt = toPrompt(definition, site)
    expect(Prompt.parse(prompt)).toEqual(prompt)
  }
})

test.for([
  'https://cafe.example/',
  'https://cafe.example/menu',
  'cafe.example',
  'https://CAFE.example',
  'https://cafe.example:443',
  'null',
  '*',
  '',
])('refuses %j as an origin: no browser sends it so', (origin) => {
  expect(complaintsAbout({ ...cafe, origins: [origin] })).toEqual([
    'origins.0: use an origin like https://example.com or https://*.example.com',
  ])
})

test('takes time zones that exist, and says how they are written', () => {
  for (const timeZone of ['Europe/Madrid', 'America/Mexico_City', 'UTC']) expect(complaintsAbout({ ...cafe, timeZone })).toEqual([])
  for (const timeZone of ['Madrid', 'Europe/Cafe', '']) {
    expect(complaintsAbout({ ...cafe, timeZone })).toEqual(['timeZone: use an IANA time zone like Europe/Madrid'])
  }
})

test('takes delays of up to an hour, quiet of up to ten years, targets of up to 100', () => {
  const prompt = { id: 'taste', kind: 'csat', touchpoints: [] }
  const promptWith = (more: object) => ({ ...cafe, prompts: [{ ...prompt, ...more }] })
  const targetOf = (targetScore: number) => ({ ...cafe, touchpoints: [{ ...cafe.touchpoints[1], targetScore }] })
  for (const definition of [promptWith({ delayMs: 0 }), promptWith({ delayMs: 3_600_000 }), targetOf(-100), targetOf(100)]) {
    expect(complaintsAbout(definition)).toEqual([])
  }
  for (const definition of [promptWith({ delayMs: -1 }), promptWith({ delayMs: 3_600_001 }), targetOf(-101), targetOf(101)]) {
    expect(complaintsAbout(definition)).toHaveLength(1)
  }
  for (const quiet of ['afterAnswered', 'afterDismissed', 'afterShown']) {
    expect(complaintsAbout(promptWith({ frequency: { [quiet]: 3650 } }))).toEqual([])
    expect(complaintsAbout(promptWith({ frequency: { [quiet]: 3651 } }))).toHaveLength(1)
  }
})

test('refuses what it does not know, so that a misspelt setting is not lost in silence', () => {
  expect(complaintsAbout({ ...cafe, timezone: 'UTC' })).toHaveLength(1)
  expect(complaintsAbout({ ...cafe, prompts: [{ id: 'taste', kind: 'csat', touchpoints: [], delay: 5 }] })).toHaveLength(1)
})

test('takes a choice with options, each with a key of its own, and options for nothing else', () => {
  const choosing = (more: object) => complaintsAbout({ ...cafe, prompts: [{ id: 'why', kind: 'choice', touchpoints: [], ...more }] })
  const options = Array.from({ length: LIMITS.options }, (_, index) => ({ key: `option-${index}` }))
  expect(choosing({ options, multiple: true, other: true, shuffle: true })).toEqual([])
  expect(choosing({ options: [...options, { key: 'more' }] })).toHaveLength(1)
  expect(choosing({})).toEqual(['prompts.0.options: a choice has options, and only a choice'])
  expect(choosing({ kind: 'csat', options })).toEqual(['prompts.0.options: a choice has options, and only a choice'])
  const different = 'prompts.0.options: options have different keys, and none is other: set other to true instead'
  expect(choosing({ options: [{ key: 'price' }, { key: 'price' }] })).toEqual([different])
  expect(choosing({ options: [{ key: 'other' }] })).toEqual([different])
})

test('takes rules, triggers and a place on the screen, and refuses what none of them knows', () => {
  const asking = (more: object) => complaintsAbout({ ...cafe, prompts: [{ id: 'why', kind: 'nps', touchpoints: ['coffee'], ...more }] })
  const rules = {
    url: ['/menu/*', '!/menu/old'],
    device: ['phone'],
    language: ['es'],
    segment: ['gold'],
    traits: { plan: ['a', 'b'], beta: true },
  }
  expect(asking({ rules: { ...rules, visits: { from: 2 }, sample: 0.1, grace: 30 } })).toEqual([])
  expect(
    asking({
      triggers: { scroll: 50, exit: true, click: '#buy', dwell: 5000, event: { name: 'order', where: { total: 3 } }, route: ['/done'] },
    }),
  ).toEqual([])
  expect(asking({ mode: 'bar', position: 'top-start', priority: 3, group: 'money', repeat: 3, quota: 100, cancel: 'chat-opened' })).toEqual(
    [],
  )
  expect(asking({ links: { high: 'https://reviews.example/cafe', low: 'mailto:help@cafe.example' } })).toEqual([])
  for (const wrong of [
    { rules: { weather: 'sunny' } },
    { rules: { sample: 1.5 } },
    { triggers: { scroll: 0 } },
    { triggers: { blink: true } },
    { mode: 'popup' },
    { position: 'middle' },
    { links: { high: 'javascript:alert(1)' } },
  ]) {
    expect(asking(wrong), JSON.stringify(wrong)).toHaveLength(1)
  }
  expect(asking({ touchpoints: [], triggers: { exit: true } })).toEqual(['prompts.0.touchpoints: a trigger needs a touchpoint to reach'])
})

test('takes a look, a budget and a wish for consent', () => {
  expect(
    complaintsAbout({
      ...cafe,
      look: { accent: '#0b6b53', radius: 4, theme: 'dark', font: 'inherit' },
      consent: 'pending',
      tone: 'formal',
      budget: { showings: 1, days: 7 },
    }),
  ).toEqual([])
  expect(complaintsAbout({ ...cafe, look: { accent: 'red' } })).toEqual(['look.accent: use a colour like #4b3fd0'])
  expect(complaintsAbout({ ...cafe, consent: 'maybe' })).toHaveLength(1)
})

test('takes whose answers count, when they look stuffed, how long they are kept and how long a wave is', () => {
  expect(complaintsAbout({ ...cafe, respondents: 'verified', networkAnswersPerHour: 0, retentionDays: 365 })).toEqual([])
  expect(complaintsAbout({ ...cafe, prompts: [{ id: 'nps', kind: 'nps', touchpoints: [], wave: 'quarter' }] })).toEqual([])
  for (const part of [{ respondents: 'nobody' }, { networkAnswersPerHour: -1 }, { retentionDays: LIMITS.retentionDaysLeast - 1 }]) {
    expect(complaintsAbout({ ...cafe, ...part })).toHaveLength(1)
  }
})

test('never throws, whatever is sent in place of a part', () => {
  const parts = fc.constantFrom(...Object.keys(cafe))
  fc.assert(
    fc.property(parts, fc.jsonValue(), (part, value) => {
      expect(() => SiteDefinition.safeParse({ ...cafe, [part]: value })).not.toThrow()
      for (const list of ['stages', 'touchpoints', 'prompts'] as const) {
        const first = { ...cafe[list][0], ...(typeof value === 'object' ? value : { key: value, id: value, wording: value }) }
        expect(() => SiteDefinition.safeParse({ ...cafe, [list]: [first] })).not.toThrow()
      }
    }),
  )
})
