import { env } from 'cloudflare:workers'
import type { BatchResult } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createHostileRequests, type HostileRequest } from '../../test/hostile-requests.ts'
import { callWorker, createResponse, createSite, readDrift, storeAnswers } from '../../test/talk-to-worker.ts'

const SEED = 2026
const COUNT = 1000
/** Together, as strangers send them. */
const AT_ONCE = 10

/** Sends one, and says what is not as it should be. */
async function attack({ index, family, method, path, headers, body, claimedLength, statuses }: HostileRequest) {
  const answer = await callWorker(path, { method, headers, body: body?.slice(0, claimedLength) ?? null })
  const text = await answer.text()
  const complaint = statuses.includes(answer.status) ? [] : [`${family} (seed ${SEED}, index ${index}): ${answer.status} ${text}`]
  return { complaint, results: answer.status === 200 ? (JSON.parse(text) as BatchResult).results : [] }
}

test(`answers ${COUNT} hostile requests with 4xx or stores them rightly, and nothing else`, async () => {
  const origin = 'https://shop.example'
  const site = await createSite('besieged', { origins: [origin] })
  const other = await createSite('neighbour', { prompts: [{ id: 'theirs', kind: 'nps', touchpoints: ['recommend'] }] })
  const theirs = createResponse({ promptId: 'theirs' })
  await storeAnswers(other, theirs)
  const requests = createHostileRequests(SEED, COUNT, {
    siteKey: site.siteKey,
    origin,
    foreign: { siteKey: other.siteKey, promptId: 'theirs', responseId: theirs.id },
  })
  const complaints: string[] = []
  const expected = new Map<string, unknown>()
  const byChance = new Set<string>()
  for (let from = 0; from < COUNT; from += AT_ONCE) {
    const round = requests.slice(from, from + AT_ONCE)
    const outcomes = await Promise.all(round.map(attack))
    for (const [place, { rows }] of round.entries()) {
      const { complaint = [], results = [] } = outcomes[place] ?? {}
      complaints.push(...complaint)
      if (rows === 'any') for (const { id, status } of results) if (status === 'stored') byChance.add(id)
      if (rows !== 'any') for (const row of rows) expected.set(row.id, row)
    }
  }
  expect(complaints).toEqual([])

  const { results: stored } = await env.DB.prepare('SELECT id, rev, score, comment FROM responses WHERE site_id = ?1')
    .bind(site.id)
    .all<{ id: string }>()
  expect(new Map(stored.filter(({ id }) => !byChance.has(id)).map((row) => [row.id, row]))).toEqual(expected)
  expect(stored).toHaveLength(expected.size + byChance.size)
  expect(expected.size).toBeGreaterThan(COUNT / 4)
  const { results: kept } = await env.DB.prepare('SELECT id, rev, score FROM responses WHERE site_id = ?1').bind(other.id).all()
  expect(kept).toEqual([{ id: theirs.id, rev: 1, score: theirs.score }])
  expect(await readDrift(site)).toEqual([])

  const count = async (sql: string) => (await env.DB.prepare(sql).first<{ n: number }>())?.n
  expect(await count('SELECT COUNT(*) AS n FROM sites')).toBe(2)
  expect(await count("SELECT COUNT(*) AS n FROM responses WHERE site_id NOT IN ('besieged', 'neighbour')")).toBe(0)
  expect(await count('SELECT COUNT(*) AS n FROM reach_week')).toBe(0)
  expect(await count('SELECT COUNT(*) AS n FROM dead_letters')).toBe(0)
}, 300_000)

test('makes the same requests of the same seed, in parts too, and others of another', () => {
  const target = {
    siteKey: 'pk_same',
    origin: 'https://shop.example',
    foreign: { siteKey: 'pk_other', promptId: 'theirs', responseId: createResponse().id },
  }
  const toShapes = (requests: HostileRequest[]) =>
    requests.map(({ family, headers, claimedLength, rows }) => ({ family, headers, claimedLength, rows }))
  const whole = toShapes(createHostileRequests(7, 120, target))
  expect(toShapes([...createHostileRequests(7, 50, target), ...createHostileRequests(7, 70, target, 50)])).toEqual(whole)
  expect(toShapes(createHostileRequests(8, 120, target))).not.toEqual(whole)
})
