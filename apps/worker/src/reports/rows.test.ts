import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { ImportBatch } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { toPlantedSite } from '../../../../examples/planted/site.ts'
import { countRows } from '../../test/count-rows.ts'
import { createResponse, createSite, manage, OPERATOR, ORIGIN } from '../../test/talk-to-worker.ts'
import { app } from '../app.ts'

const DAY_MS = 86_400_000
const DAYS = 365

const site = await createSite('a-year', toPlantedSite({ name: 'A year', segments: [] }))

/** One answer at each touchpoint on each day of the last year. */
async function importYear() {
  const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2
  const responses: ImportBatch['responses'] = []
  // The last of them yesterday; the first so that 365 days end with today.
  for (let daysAgo = 0; daysAgo < DAYS; daysAgo += 1) {
    for (const { id, kind, scaleMax, touchpoints } of site.prompts) {
      const at = daysAgo === 0 ? Date.now() - 1000 : noon - (daysAgo - 1) * DAY_MS
      const { score: _, ...shown } = createResponse({
        promptId: id,
        kind,
        scaleMax,
        touchpoint: touchpoints[0] ?? '',
        shownAt: at - 500,
        answeredAt: at,
      })
      responses.push({ ...shown, ...(kind === 'choice' ? { choices: ['price'] } : { score: 1 }) })
    }
  }
  for (let from = 0; from < responses.length; from += 1000) {
    const answer = await manage('POST', `/v1/sites/${site.id}/import`, { source: 'import', responses: responses.slice(from, from + 1000) })
    if (!answer.ok) throw new Error(await answer.text())
  }
}

/** Everything that a request reads and writes, until nothing that it has begun is left. */
async function countRequest(path: string, init: RequestInit = {}) {
  const { database, rows } = countRows(env.DB)
  const context = createExecutionContext()
  const answer = await app.fetch(new Request(`${ORIGIN}${path}`, init), { ...env, DB: database }, context)
  await answer.text()
  await waitOnExecutionContext(context)
  return { status: answer.status, ...rows }
}

const readYear = () => countRequest(`/v1/sites/${site.id}/stats?days=${DAYS}`, { headers: OPERATOR })

test('reads a year of ten touchpoints in the same few rows, however many answers there are', async () => {
  await importYear()
  // A year of reach too, as if something had been counted every day.
  await env.DB.prepare(
    `WITH RECURSIVE weeks (week) AS (SELECT date('now', '-6 days', 'weekday 1') UNION ALL SELECT date(week, '-7 days') FROM weeks LIMIT 60)
     INSERT INTO reach_week (site_id, environment, week, d0) SELECT ?1, 'production', week, '{"payment reached":2}' FROM weeks`,
  )
    .bind(site.id)
    .run()
  const once = await readYear()
  console.log(`a year of ten touchpoints: ${once.read} rows read`)
  expect(once).toMatchObject({ status: 200, written: 0 })
  expect(once.read).toBeLessThanOrEqual(4000)
  await importYear()
  expect(await readYear()).toEqual(once)
}, 60_000)

test('writes three rows for an answer, and one more for a batch that also counts what was reached', async () => {
  const send = (responses: unknown[], reach?: string) =>
    countRequest('/v1/responses', {
      method: 'POST',
      body: JSON.stringify({ siteKey: site.siteKey, sentAt: Date.now(), responses, ...(reach !== undefined && { reach }) }),
    })
  const answer = () => createResponse({ promptId: 'recommend', touchpoint: 'recommend' })
  const lines = ['home reached', 'home eligible home', 'payment reached', 'payment after-shown payment', 'recommend reached'].join('\n')
  expect(await send([answer()])).toMatchObject({ status: 200, written: 3 })
  expect(await send([answer()], lines)).toMatchObject({ status: 200, written: 4 })
  expect(await send([answer(), answer()], lines)).toMatchObject({ status: 200, written: 7 })
  expect(await send([], lines)).toMatchObject({ status: 200, written: 1 })
})
