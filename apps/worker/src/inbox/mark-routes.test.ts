import { env } from 'cloudflare:workers'
import { type InboxPage, LIMITS, type MarkedResponses, type Marks, type Site, type TagList } from '@pulso/protocol'
import { expect, test } from 'vitest'
import {
  callWorker,
  createId,
  createResponse,
  createSite,
  createToken,
  manage,
  readProblem,
  sendBatch,
  storeAnswers,
} from '../../test/talk-to-worker.ts'
import { keepHouse } from '../privacy/keep-house.ts'

const mark = (site: Site, id: string, change: object) => manage('PATCH', `/v1/sites/${site.id}/responses/${id}/marks`, change)
const marked = async (site: Site, id: string, change: object): Promise<Marks> => (await mark(site, id, change)).json()
const write = (site: Site, id: string, note: object) => manage('POST', `/v1/sites/${site.id}/responses/${id}/notes`, note)
const tagsOf = async (site: Site) =>
  (await (await manage('GET', `/v1/sites/${site.id}/tags`)).json<TagList>()).tags.map(({ tag, responses }) => `${tag} ${responses}`)
const marksOf = async (site: Site) =>
  (await env.DB.prepare('SELECT response_id FROM response_marks WHERE site_id = ?1').bind(site.id).all<{ response_id: string }>()).results
    .map(({ response_id }) => response_id)
    .sort()

async function storeSome(id: string, count = 1) {
  const site = await createSite(id)
  const responses = Array.from({ length: count }, () => createResponse())
  await storeAnswers(site, ...responses)
  return { site, ids: responses.map((response) => response.id) as [string, ...string[]] }
}

test('keeps how far the team is and its tags, and counts the tags of the site', async () => {
  const { site, ids } = await storeSome('marks', 2)
  const [first, second = ''] = ids
  expect(await marked(site, first, { status: 'read' })).toEqual({ status: 'read', tags: [], notes: [] })
  expect(await marked(site, first, { addTags: ['  Wi-Fi ', 'entrega   Tarde'] })).toMatchObject({
    status: 'read',
    tags: ['entrega tarde', 'wi-fi'],
  })
  expect(await marked(site, second, { addTags: ['WI-FI'] })).toMatchObject({ status: 'new', tags: ['wi-fi'] })
  expect(await tagsOf(site)).toEqual(['entrega tarde 1', 'wi-fi 2'])
  expect(await marked(site, first, { removeTags: ['wi-fi', 'entrega tarde'], addTags: ['caja'] })).toMatchObject({ tags: ['caja'] })
  expect(await tagsOf(site)).toEqual(['caja 1', 'wi-fi 1'])
  const { responses } = await (await manage('GET', `/v1/sites/${site.id}/responses`)).json<InboxPage>()
  expect(responses.map(({ marks }) => [marks.status, marks.tags])).toEqual([
    ['new', ['wi-fi']],
    ['read', ['caja']],
  ])
})

test('marks several at once, passes over what there is not, and keeps no row of nothing', async () => {
  const { site, ids } = await storeSome('bulk', 3)
  const change = async (body: object) => manage('PATCH', `/v1/sites/${site.id}/marks`, body)
  const done = await (await change({ ids: [...ids, createId()], status: 'done', addTags: ['caja'] })).json<MarkedResponses>()
  expect(done.marked.map(({ id, marks }) => [id, marks.status]).sort()).toEqual(ids.map((id) => [id, 'done']).sort())
  expect(await tagsOf(site)).toEqual(['caja 3'])
  await change({ ids, status: 'new', removeTags: ['caja'] })
  expect([await marksOf(site), await tagsOf(site)]).toEqual([[], []])
  expect((await readProblem(await change({ ids: [createId()], status: 'done' }))).type).toBe('urn:pulso:problem:unknown-response')
  expect((await change({ ids })).status).toBe(400)
  const many = Array.from({ length: LIMITS.markedAtOnce }, () => createId())
  expect((await change({ ids: [...many.slice(1), ids[0]], status: 'read' })).status).toBe(200)
  expect((await change({ ids: [...many, ids[0]], status: 'read' })).status).toBe(400)
})

test('keeps notes with who wrote them and when, until they are removed', async () => {
  const { site, ids } = await storeSome('notes')
  const before = Date.now()
  const answer = await write(site, ids[0], { text: ' Llamé; lo arreglan mañana. ', author: 'Ana' })
  expect(answer.status).toBe(201)
  const { notes } = await answer.json<Marks>()
  expect(notes).toMatchObject([{ text: 'Llamé; lo arreglan mañana.', author: 'Ana' }])
  expect(notes[0]?.at).toBeGreaterThanOrEqual(before)
  const { notes: both } = await (await write(site, ids[0], { text: 'Arreglado' })).json<Marks>()
  expect(both.map(({ text, author }) => [text, author])).toEqual([
    ['Llamé; lo arreglan mañana.', 'Ana'],
    ['Arreglado', null],
  ])
  const remove = (note = '') => manage('DELETE', `/v1/sites/${site.id}/responses/${ids[0]}/notes/${note}`)
  expect(await (await remove(both[0]?.id)).json()).toMatchObject({ notes: [{ text: 'Arreglado' }] })
  expect((await remove(both[0]?.id)).status).toBe(404)
  expect((await manage('DELETE', `/v1/sites/${site.id}/responses/mistyped/notes/${both[1]?.id}`)).status).toBe(400)
  await remove(both[1]?.id)
  expect(await marksOf(site)).toEqual([])
})

test('takes marks up to their limits, and none past them', async () => {
  const { site, ids } = await storeSome('mark-limits', 2)
  const status = async (answer: Promise<Response>) => (await answer).status
  const tags = Array.from({ length: LIMITS.responseTags }, (_, number) => `tag ${number}`)
  expect(await status(mark(site, ids[0], { addTags: tags }))).toBe(200)
  expect(await status(mark(site, ids[0], { addTags: ['one more'] }))).toBe(400)
  expect(await status(mark(site, ids[0], { addTags: tags.slice(0, 1) }))).toBe(200)
  expect(await status(mark(site, ids[0], { addTags: ['a,b'] }))).toBe(400)
  const long = 'x'.repeat(LIMITS.tagLength)
  expect([
    await status(mark(site, ids[1] ?? '', { addTags: [long] })),
    await status(mark(site, ids[1] ?? '', { addTags: [`${long}x`] })),
  ]).toEqual([200, 400])
  await env.DB.prepare(
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?2)
     INSERT INTO site_tags SELECT ?1, 'filler ' || n, 1 FROM numbers`,
  )
    .bind(site.id, LIMITS.siteTags - tags.length - 1)
    .run()
  expect((await readProblem(await mark(site, ids[1] ?? '', { addTags: ['too much'] }))).detail).toContain('a site has at most')
  const text = 'x'.repeat(LIMITS.noteLength)
  expect(await status(write(site, ids[0], { text: `${text}x` }))).toBe(400)
  expect(await status(write(site, ids[0], { text, author: 'x'.repeat(LIMITS.authorLength + 1) }))).toBe(400)
  for (let note = 0; note < LIMITS.responseNotes; note += 1) expect(await status(write(site, ids[0], { text }))).toBe(201)
  expect(await status(write(site, ids[0], { text }))).toBe(400)
})

test('lets whoever reads responses mark them, and nobody who reads scores alone', async () => {
  const { site, ids } = await storeSome('mark-rights')
  const as = async (scope: 'responses:read' | 'stats:read' | 'site:write') => {
    const { headers } = await createToken({ scopes: [scope], sites: [site.id] })
    const answer = await callWorker(`/v1/sites/${site.id}/responses/${ids[0]}/marks`, {
      method: 'PATCH',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: '{"status":"done"}',
    })
    return answer.status
  }
  expect([await as('responses:read'), await as('stats:read'), await as('site:write')]).toEqual([200, 403, 403])
})

test('makes an answer new again when it says something else, and not when it is only sent again', async () => {
  const { site } = await storeSome('grows')
  const response = createResponse({ score: 3 })
  await storeAnswers(site, response)
  await mark(site, response.id, { status: 'done', addTags: ['caja'] })
  const read = async () => (await (await manage('GET', `/v1/sites/${site.id}/responses/${response.id}`)).json<{ marks: Marks }>()).marks
  await storeAnswers(site, { ...response, rev: 2 })
  expect(await read()).toMatchObject({ status: 'done' })
  await storeAnswers(site, { ...response, rev: 3, comment: 'Y encima frío' })
  expect(await read()).toMatchObject({ status: 'new', tags: ['caja'] })
})

test('leaves nothing behind of what is erased or removed, and gives a person what was said of them', async () => {
  const { site, ids } = await storeSome('unmarked', 2)
  const mine = createResponse()
  await sendBatch(site, [mine], { respondentId: 'a-random-pen-name' })
  const old = createResponse({ shownAt: 1_772_366_400_000, answeredAt: 1_772_366_400_000 })
  await manage('POST', `/v1/sites/${site.id}/import`, { source: 'import', responses: [old] })
  await manage('PATCH', `/v1/sites/${site.id}/marks`, { ids: [...ids, mine.id, old.id], status: 'read', addTags: ['caja'] })
  await write(site, mine.id, { text: 'Es Ana', author: 'Luis' })
  const { respondent } = await (await manage('POST', `/v1/sites/${site.id}/respondents`, { respondentId: 'a-random-pen-name' })).json<{
    respondent: string
  }>()

  const given = await (await manage('GET', `/v1/sites/${site.id}/respondents/${respondent}`)).json()
  expect(given).toMatchObject({ marks: [{ responseId: mine.id, status: 'read', tags: ['caja'], notes: [{ text: 'Es Ana' }] }] })
  await manage('DELETE', `/v1/sites/${site.id}/respondents/${respondent}`)
  expect([await marksOf(site), await tagsOf(site)]).toEqual([[...ids, old.id].sort(), ['caja 3']])
  await manage('DELETE', `/v1/sites/${site.id}/responses/${ids[0]}`)
  await manage('DELETE', `/v1/sites/${site.id}/responses?source=import`)
  expect([await marksOf(site), await tagsOf(site)]).toEqual([[ids[1]], ['caja 1']])
  expect((await readProblem(await mark(site, mine.id, { status: 'done' }))).type).toBe('urn:pulso:problem:unknown-response')
})

test('leaves nothing behind of what was deleted for its age', async () => {
  const site = await createSite('marks-retired', { retentionDays: 8 })
  const at = Date.now() - 20 * 86_400_000
  const [old, recent] = [createResponse({ shownAt: at, answeredAt: at }), createResponse()]
  await manage('POST', `/v1/sites/${site.id}/import`, { source: 'import', responses: [old] })
  await storeAnswers(site, recent)
  await manage('PATCH', `/v1/sites/${site.id}/marks`, { ids: [old.id, recent.id], status: 'done', addTags: ['caja'] })
  await keepHouse(env, Date.now())
  expect([await marksOf(site), await tagsOf(site)]).toEqual([[recent.id], ['caja 1']])
})
