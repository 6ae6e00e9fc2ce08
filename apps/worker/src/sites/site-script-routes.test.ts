import type { SitePrompts, WordingPack } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { CAFE, callWorker, createResponse, createSite, storeAnswers } from '../../test/talk-to-worker.ts'

test('gives the loader and the prompts of the site in one response', async () => {
  const site = await createSite('script')
  const answer = await callWorker('/w/pk_script.js')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const script = await answer.text()
  expect(script).not.toContain('__PULSO_')
  for (const prompt of site.prompts) expect(script).toContain(`"id":"${prompt.id}"`)
})

test('answers 304 while nothing changed, and the new script once a prompt did', async () => {
  await createSite('cached')
  const first = await callWorker('/w/pk_cached.js')
  const etag = first.headers.get('ETag') ?? ''
  expect(first.headers.get('Cache-Control')).toMatch(/^public, max-age=\d+/)
  const again = await callWorker('/w/pk_cached.js', { headers: { 'If-None-Match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  await createSite('cached', { prompts: CAFE.prompts.slice(1) })
  expect((await callWorker('/w/pk_cached.js', { headers: { 'If-None-Match': etag } })).status).toBe(200)
})

test('gives the npm package the same prompts as JSON', async () => {
  const site = await createSite('json')
  const prompts = await (await callWorker('/w/pk_json.json')).json<SitePrompts>()
  const DAY_MS = 86_400_000
  const withoutWords = site.prompts.map(({ wording: _, frequency: __, ...prompt }) => ({
    ...prompt,
    waitsMs: { 'after-answered': 90 * DAY_MS, 'after-dismissed': 30 * DAY_MS, 'after-shown': 7 * DAY_MS },
    rules: {},
  }))
  expect(prompts).toEqual({
    siteKey: 'pk_json',
    defaultLocale: 'es',
    locales: ['en', 'es'],
    consent: 'not-required',
    version: prompts.version,
    prompts: withoutWords,
  })
  expect(prompts.version).toMatch(/^[0-9a-f]{8}$/)
})

test('keeps the test key in the script that was asked for by it', async () => {
  await createSite('keyed')
  expect((await (await callWorker('/w/pk_test_keyed.json')).json<SitePrompts>()).siteKey).toBe('pk_test_keyed')
})

test('cannot be broken out of by what a definition says', async () => {
  const cancel = '</script>\u2028$& $1'
  await createSite('hostile', { prompts: [{ id: 'nps', kind: 'nps', touchpoints: [], cancel }] })
  expect(await (await callWorker('/w/pk_hostile.js')).text()).toContain('\\u003c/script>\\u2028$& $1')
})

test('carries of the rules and triggers those that the site uses, as code that runs', async () => {
  await createSite('pieces', {
    budget: { showings: 1, days: 7 },
    prompts: [
      { id: 'nps', kind: 'nps', touchpoints: ['checkout'], repeat: 3, rules: { sample: 0.5 }, triggers: { scroll: 50 } },
      { id: 'csat', kind: 'csat', touchpoints: ['checkout'], priority: 5 },
    ],
  })
  const script = await (await callWorker('/w/pk_pieces.js')).text()
  for (const name of ['budget', 'repeat', 'sample', 'scroll']) expect(script).toMatch(new RegExp(`[{,]${name}:\\(?\\(`))
  expect((await (await callWorker('/w/pk_script.js')).text()).length).toBeLessThan(script.length)
  for (const name of ['visits', 'exit', 'dwell']) expect(script).not.toMatch(new RegExp(`[{,]${name}:\\(?\\(`))
  const { prompts } = await (await callWorker('/w/pk_pieces.json')).json<SitePrompts>()
  // The highest priority first, and everything that can hold a prompt back as a rule.
  expect(prompts.map(({ id, rules }) => [id, Object.keys(rules)])).toEqual([
    ['csat', ['budget']],
    ['nps', ['sample', 'budget', 'repeat']],
  ])
})

test('gives the words of one language, of a language that is gone those of the default one, and keeps only what its version names', async () => {
  const site = await createSite('words', { locales: ['es', 'ar', 'ja'] })
  const { version, locales } = await (await callWorker('/w/pk_words.json')).json<SitePrompts>()
  expect(locales).toEqual(['es', 'ar', 'ja'])
  const answer = await callWorker(`/w/pk_words/ar.json?v=${version}`)
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=86400, immutable')
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const pack = await answer.json<WordingPack>()
  expect(pack).toMatchObject({ locale: 'ar', texts: { close: 'إغلاق' } })
  expect(pack.prompts['nps']).toEqual(site.prompts[0]?.wording['ar'])
  const stale = await callWorker('/w/pk_words/fr.json?v=00000000')
  expect(stale.headers.get('Cache-Control')).toMatch(/max-age=60/)
  expect(await stale.json<WordingPack>()).toMatchObject({ locale: 'es' })
  await createSite('words', { locales: ['es', 'ar', 'ja'], tone: 'formal' })
  expect((await (await callWorker('/w/pk_words.json')).json<SitePrompts>()).version).not.toBe(version)
})

test('stops asking once a quota of answers is met', async () => {
  const site = await createSite('quota', { prompts: [{ id: 'nps', kind: 'nps', touchpoints: [], quota: 2 }] })
  const isFull = async () => (await (await callWorker('/w/pk_quota.json')).json<SitePrompts>()).prompts[0]?.rules.quota
  await storeAnswers(site, createResponse())
  expect(await isFull()).toBeUndefined()
  await storeAnswers(site, createResponse())
  expect(await isFull()).toBe(2)
})

test('says so when no site has the key', async () => {
  for (const path of ['/w/pk_nobody.js', '/w/pk_nobody.json']) expect((await callWorker(path)).status).toBe(404)
  expect((await callWorker('/w/nonsense')).status).toBe(404)
})
