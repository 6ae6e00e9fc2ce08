import { expect, test } from 'vitest'
import {
  CAFE,
  callWorker,
  createResponse,
  createSite,
  manage,
  OPERATOR,
  putSite,
  readProblem,
  sendBatch,
} from '../../test/talk-to-worker.ts'

const detailOf = async (answer: Response) => (await readProblem(answer)).detail

test('says in plain words what is wrong with a query', async () => {
  const site = await createSite('plain-query')
  const ask = async (query: string) => detailOf(await callWorker(`/v1/sites/${site.id}/responses?${query}`, { headers: OPERATOR }))
  expect(await ask('limit=many')).toBe('limit: use a number')
  expect(await ask('limit=1.5')).toBe('limit: use a whole number')
  expect(await ask('limit=0')).toBe('limit: use at least 1')
  expect(await ask('limit=101')).toBe('limit: use at most 100')
  expect(await ask('lane=fast')).toBe('lane: use one of production, verified, quarantine, test')
  expect(await ask('comments=all')).toBe('comments: use one of only, none')
  expect(await ask('color=red&size=2')).toBe('there is no "color" or "size" here')
})

test('says in plain words what is wrong with a body', async () => {
  const ask = async (body: unknown) => detailOf(await manage('POST', '/v1/tokens', body))
  expect(await ask({ name: 'A', scopes: [] })).toBe('scopes: give at least 1')
  expect(await ask({ name: '', scopes: ['all'] })).toBe(
    'name: use at least 1 character; scopes.0: use one of stats:read, responses:read, site:write, admin',
  )
  expect(await ask({ name: 5 })).toBe('name: use a text; scopes: this is missing')
  expect(await ask([])).toBe('use an object')
  const site = async (changes: object) => detailOf(await putSite('plain-body', { ...CAFE, ...changes }))
  expect(await site({ siteKey: 'abc' })).toBe('siteKey: use a site key: pk_ and 4 to 60 letters, digits or _')
  expect(await site({ name: 'x'.repeat(301), respondents: 'some' })).toBe(
    'name: use at most 300 characters; respondents: use one of any, verified',
  )
  expect(await site({ look: { theme: 'dark', colour: 'red' } })).toBe('look: there is no "colour" here')
  const name = { EN: 'Pay' }
  expect(await site({ touchpoints: [{ key: 'pay', stage: 'purchase', name }] })).toContain('use a tag like es, es-419 or pt-BR')
})

test('says in plain words what is wrong with an answer', async () => {
  const site = await createSite('plain-answer')
  const ask = async (changes: object) => detailOf(await sendBatch(site, [{ ...createResponse(), ...changes }]))
  expect(await ask({ rev: 0 })).toBe('rev: use at least 1')
  expect(await ask({ kind: 'smile' })).toContain('kind: use one of nps, csat')
  expect(await ask({ colour: 'red' })).toBe('there is no "colour" here')
})
