import type { SitePrompts } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { CAFE, callWorker, createSite } from '../test/talk-to-worker.ts'

test('gives the loader and the prompts of the site in one response', async () => {
  const site = await createSite('script')
  const answer = await callWorker('/w/pk_script.js')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const script = await answer.text()
  expect(script).not.toContain('__PULSO_SITE__')
  for (const prompt of site.prompts) expect(script).toContain(JSON.stringify(prompt.wording['es']?.question).slice(1, -1))
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
  expect(prompts).toEqual({ siteKey: 'pk_json', defaultLocale: 'es', prompts: site.prompts })
})

test('keeps the test key in the script that was asked for by it', async () => {
  await createSite('keyed')
  expect((await (await callWorker('/w/pk_test_keyed.json')).json<SitePrompts>()).siteKey).toBe('pk_test_keyed')
})

test('cannot be broken out of by a wording', async () => {
  const wording = { en: { question: '</script><script>alert(1)</script>\u2028$& $1' } }
  await createSite('hostile', { prompts: [{ id: 'nps', kind: 'nps', touchpoints: [], wording }] })
  const script = await (await callWorker('/w/pk_hostile.js')).text()
  expect(script).toContain('\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\\u2028$& $1')
})

test('says so when no site has the key', async () => {
  for (const path of ['/w/pk_nobody.js', '/w/pk_nobody.json']) expect((await callWorker(path)).status).toBe(404)
  expect((await callWorker('/w/nonsense')).status).toBe(404)
})
