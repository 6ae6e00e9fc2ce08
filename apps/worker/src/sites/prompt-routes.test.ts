import type { Problem, PromptVersionList, Site, SitePrompts, WordingPack } from '@pulso/protocol'
import { LIMITS } from '@pulso/protocol/constants'
import { expect, test } from 'vitest'
import { CAFE, callWorker, createResponse, createSite, OPERATOR, putSite, sendBatch, storeAnswers } from '../../test/talk-to-worker.ts'

type PromptInput = (typeof CAFE.prompts)[number]

async function readVersions(site: Pick<Site, 'id'>, prompt = 'nps') {
  const answer = await callWorker(`/v1/sites/${site.id}/prompts/${prompt}/versions`, { headers: OPERATOR })
  expect(answer.status).toBe(200)
  return (await answer.json<PromptVersionList>()).versions
}

/** The café with its NPS changed. */
const withNps = (id: string, changes: Partial<PromptInput>) =>
  createSite(id, { prompts: CAFE.prompts.map((prompt) => (prompt.id === 'nps' ? { ...prompt, ...changes } : prompt)) })

const readScript = async ({ siteKey }: Pick<Site, 'siteKey'>) => (await callWorker(`/w/${siteKey}.json`)).json<SitePrompts>()
const readAsked = async (site: Pick<Site, 'siteKey'>) => (await readScript(site)).prompts.map(({ id }) => id).sort()

test('remembers what a prompt was, version by version, and nothing when nothing changed', async () => {
  const begun = Date.now()
  const site = await withNps('remembered', { wording: { es: { question: '¿Nos recomendarías?' } } })
  await withNps('remembered', { wording: { es: { question: '¿Nos recomendarías a alguien?' } } })
  await withNps('remembered', { wording: { es: { question: '¿Nos recomendarías a alguien?' } } })
  const versions = await readVersions(site)
  expect(versions.map(({ version, prompt }) => [version, prompt.version, prompt.wording['es']?.question])).toEqual([
    [2, 2, '¿Nos recomendarías a alguien?'],
    [1, 1, '¿Nos recomendarías?'],
  ])
  for (const { at } of versions) expect(at).toBeGreaterThanOrEqual(begun)
  // It is complete: what nobody wrote stands there as it was said.
  expect(versions[0]?.prompt.wording['en']?.question).toBe('How likely are you to recommend Café Test to a friend or colleague?')
  expect((await readVersions(site, 'csat')).map(({ version }) => version)).toEqual([1])
})

test('an older version that is saved again becomes the next one', async () => {
  const site = await withNps('restored', { delayMs: 1000 })
  await withNps('restored', { delayMs: 9000 })
  const [, first] = await readVersions(site)
  await createSite('restored', { prompts: CAFE.prompts.map((prompt) => (prompt.id === 'nps' ? (first?.prompt ?? prompt) : prompt)) })
  expect((await readVersions(site)).map(({ version, prompt }) => [version, prompt.delayMs])).toEqual([
    [3, 1000],
    [2, 9000],
    [1, 1000],
  ])
})

test('a prompt that comes back after it was retired goes on counting', async () => {
  const site = await withNps('came-back', { delayMs: 1000 })
  await withNps('came-back', { delayMs: 2000 })
  await createSite('came-back', { prompts: CAFE.prompts.filter(({ id }) => id !== 'nps') })
  expect((await readVersions(site)).map(({ version }) => version)).toEqual([2, 1])
  const back = await withNps('came-back', { delayMs: 2000 })
  expect(back.prompts.find(({ id }) => id === 'nps')?.version).toBe(3)
})

test('what is paused is asked nowhere, keeps its version, and late answers to it are taken', async () => {
  const site = await withNps('paused', {})
  expect(await readAsked(site)).toEqual(['csat', 'mood', 'nps'])
  const paused = await withNps('paused', { state: 'paused' })
  expect(paused.prompts.find(({ id }) => id === 'nps')).toMatchObject({ state: 'paused', version: 1 })
  expect(await readAsked(site)).toEqual(['csat', 'mood'])
  expect(await (await callWorker(`/w/${site.siteKey}.js`)).text()).not.toContain('"id":"nps"')
  // A page that was open may be about to ask, and has yet to fetch the words.
  const words = await (await callWorker(`/w/${site.siteKey}/es.json`)).json<WordingPack>()
  expect(words.prompts['nps']?.question).toContain('Café Test')
  expect(await storeAnswers(site, createResponse())).toEqual(['stored'])
  await withNps('paused', { state: 'live' })
  expect(await readAsked(site)).toEqual(['csat', 'mood', 'nps'])
  expect((await readVersions(site)).map(({ version }) => version)).toEqual([1])
})

test('a draft is nobody’s yet: it is not served, takes no answers, and all of it may change until it is published', async () => {
  const put = (draft: Partial<PromptInput>) =>
    createSite('drafted', { prompts: [...CAFE.prompts, { id: 'idea', kind: 'csat', touchpoints: ['pickup'], ...draft }] })
  const site = await put({ state: 'draft', wording: { es: { question: 'Una idea secreta' } } })
  expect(await readAsked(site)).toEqual(['csat', 'mood', 'nps'])
  expect(await (await callWorker(`/w/${site.siteKey}/es.json`)).text()).not.toContain('Una idea secreta')
  const early = await sendBatch(site, [createResponse({ promptId: 'idea', kind: 'csat', scaleMax: 5, touchpoint: 'pickup', score: 5 })])
  expect(early.status).toBe(422)
  await put({ state: 'draft', kind: 'emoji', scaleMax: 3 })
  const published = await put({ kind: 'emoji', scaleMax: 3, delayMs: 0 })
  expect(published.prompts.find(({ id }) => id === 'idea')?.version).toBe(1)
  expect((await readVersions(site, 'idea')).map(({ version, prompt }) => [version, prompt.kind, prompt.delayMs])).toEqual([[1, 'emoji', 0]])
  expect(await readAsked(site)).toEqual(['csat', 'idea', 'mood', 'nps'])
  const back = await putSite('drafted', {
    ...CAFE,
    prompts: [...CAFE.prompts, { id: 'idea', kind: 'emoji', scaleMax: 3, touchpoints: [], state: 'draft' }],
  })
  expect([back.status, (await back.json<Problem>()).detail]).toEqual([400, expect.stringContaining('pause it instead')])
})

test('remembers a hundred versions and no more', async () => {
  const site = await withNps('many', {})
  await withNps('many', { version: LIMITS.promptVersions, delayMs: 1 })
  expect((await readVersions(site)).map(({ version }) => version)).toEqual([LIMITS.promptVersions, 1])
  await withNps('many', { version: LIMITS.promptVersions + 1, delayMs: 2 })
  expect((await readVersions(site)).map(({ version }) => version)).toEqual([LIMITS.promptVersions + 1, LIMITS.promptVersions])
})

test('says of what was never a prompt that it was none', async () => {
  const site = await createSite('no-such-prompt')
  const answer = await callWorker(`/v1/sites/${site.id}/prompts/nothing/versions`, { headers: OPERATOR })
  expect(answer.status).toBe(404)
})
