import { env } from 'cloudflare:workers'
import { type ExportedResponse, LIMITS, type Response as PulsoResponse, type Site } from '@pulso/protocol'
import { csvParse } from 'd3-dsv'
import { expect, test } from 'vitest'
import {
  CAFE,
  callWorker,
  claimsOf,
  createId,
  createKey,
  createResponse,
  createSite,
  createToken,
  findTouchpoint,
  OPERATOR,
  readProblem,
  readStats,
  sendBatch,
  signToken,
  storeAnswers,
} from '../../test/talk-to-worker.ts'

/** Not `.text()`, which takes a byte order mark away. */
async function readFile(site: Pick<Site, 'id'>, file: string, headers: Record<string, string> = OPERATOR) {
  const answer = await callWorker(`/v1/sites/${site.id}/export.${file}`, { headers })
  expect(answer.status).toBe(200)
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(await answer.arrayBuffer())
}

async function readLines(site: Pick<Site, 'id'>, query = ''): Promise<ExportedResponse[]> {
  const text = await readFile(site, `ndjson${query}`)
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExportedResponse)
}

async function importAll(site: Site, responses: PulsoResponse[]) {
  for (let start = 0; start < responses.length; start += LIMITS.importResponses) {
    const body = JSON.stringify({ source: 'import', responses: responses.slice(start, start + LIMITS.importResponses) })
    const answer = await callWorker(`/v1/sites/${site.id}/import`, {
      method: 'POST',
      headers: { ...OPERATOR, 'Content-Type': 'application/json' },
      body,
    })
    if (!answer.ok) throw new Error(await answer.text())
  }
}

test('counts as the report counts: each touchpoint, each score', async () => {
  const site = await createSite('recounted')
  const scores = [10, 10, 9, 9, 8, 7, 6, 3, 0, 0]
  const { answeredAt: _, score: __, ...shown } = createResponse({ state: 'dismissed' })
  await storeAnswers(
    site,
    ...scores.map((score) => createResponse({ score, comment: `Because ${score}` })),
    ...[1, 5, 5].map((score) => createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout', score })),
    shown,
  )
  const report = await readStats(site)
  const records = csvParse(await readFile(site, 'csv'))
  expect(records).toHaveLength(14)
  for (const touchpoint of report.stages.flatMap((stage) => stage.touchpoints)) {
    const here = records.filter(({ countedTouchpoint }) => countedTouchpoint === touchpoint.key)
    expect(here).toHaveLength(touchpoint.shown)
    expect(here.filter(({ state }) => state === 'dismissed')).toHaveLength(touchpoint.dismissed)
    expect(here.filter(({ comment }) => comment !== '')).toHaveLength(touchpoint.comments)
    for (const { kind, scaleMax, distribution } of touchpoint.scores) {
      const lowest = scaleMax + 1 - distribution.length
      const recount = distribution.map(
        (_, index) => here.filter((record) => record['kind'] === kind && record['score'] === String(lowest + index)).length,
      )
      expect(recount).toEqual(distribution)
    }
  }
  expect(findTouchpoint(report, 'recommend').scores[0]).toMatchObject({ n: scores.length })
  expect(await readLines(site)).toHaveLength(records.length)
})

test('keeps lanes apart: quarantined answers are in no file that counts, and can be asked for', async () => {
  const site = await createSite('export-lanes')
  const { secret } = await createKey(site)
  const [counted, stuffed, verified] = [createResponse({ score: 10 }), createResponse({ score: 0 }), createResponse({ score: 5 })]
  // From somewhere: who drives a browser on this machine is developing.
  const headers = { 'CF-Connecting-IP': '198.51.100.7' }
  await sendBatch(site, [counted, { ...stuffed, automated: true, repeated: true }], { headers })
  await sendBatch(site, [verified], { respondentToken: await signToken(secret, claimsOf(site, 'ana')) })
  await sendBatch(site, [createResponse({ score: 1 })], { siteKey: site.siteKey.replace('pk_', 'pk_test_') })
  const scores = async (query: string) => (await readLines(site, query)).map(({ lane, score }) => [lane, score])
  expect(await scores('')).toEqual([['production', 10]])
  expect(await scores('?lane=verified')).toEqual([['verified', 5]])
  expect(await scores('?lane=quarantine')).toEqual([['quarantine', 0]])
  expect(await scores('?environment=test')).toEqual([['test', 1]])
  expect((await scores('?environment=all')).map(([lane]) => lane).sort()).toEqual(['production', 'quarantine', 'test', 'verified'])
  for (const lane of ['production', 'verified', 'quarantine', 'test']) {
    expect(findTouchpoint(await readStats(site, `days=7&lane=${lane}`), 'recommend').answered).toBe((await scores(`?lane=${lane}`)).length)
  }
  const [line] = await readLines(site, '?lane=quarantine')
  expect(line).toMatchObject({
    id: stuffed.id,
    flags: ['automated', 'repeated'],
    quarantined: 'automated',
    verdict: null,
    respondent: null,
  })
  expect(csvParse(await readFile(site, 'csv?lane=quarantine'))[0]).toMatchObject({ flags: 'automated repeated', lane: 'quarantine' })
})

test('gives to a site of verified respondents theirs', async () => {
  const site = await createSite('export-verified', { respondents: 'verified' })
  await importAll(site, [createResponse()])
  expect(await readLines(site)).toEqual([])
  await sendBatch(site, [createResponse()], {
    respondentToken: await signToken((await createKey(site)).secret, claimsOf(site, 'ana')),
  })
  expect((await readLines(site)).map(({ lane }) => lane)).toEqual(['verified'])
})

test('gives in both files what was answered, in every member', async () => {
  const site = await createSite('members', {
    prompts: [
      { id: 'why', kind: 'choice', touchpoints: ['checkout'], options: [{ key: 'price' }, { key: 'speed' }], multiple: true, other: true },
    ],
  })
  const response = createResponse({
    promptId: 'why',
    kind: 'choice',
    touchpoint: 'checkout',
    choices: ['price', 'other'],
    other: '"Otro", dijo\nél',
    comment: '¿Y el té? 🍵',
    locale: 'es',
  })
  delete response.score
  await storeAnswers(site, response)
  const [line] = await readLines(site)
  expect(line).toMatchObject({
    id: response.id,
    choices: ['price', 'other'],
    other: response.other,
    comment: response.comment,
    score: null,
  })
  const csv = await readFile(site, 'csv')
  const [record] = csvParse(csv)
  expect(record).toMatchObject({ id: response.id, choices: 'price other', other: response.other, comment: response.comment, score: '' })
  expect(csv.split('\r\n')[0]).toBe(Object.keys(record ?? {}).join())
  expect(Object.keys(line ?? {}).sort()).toEqual(Object.keys(record ?? {}).sort())
  expect(new Date(record?.['occurredAt'] ?? '').getTime()).toBe(line?.occurredAt)
})

test('brings a byte order mark only to whom asks for one', async () => {
  const site = await createSite('marked')
  await storeAnswers(site, createResponse({ comment: 'Año nuevo' }))
  expect((await readFile(site, 'csv')).startsWith('id,')).toBe(true)
  expect((await readFile(site, 'csv?bom=true')).startsWith('\ufeffid,')).toBe(true)
})

test('guards formulas in the spreadsheet, and gives programs the text itself', async () => {
  const site = await createSite('formulas')
  const comment = '=HYPERLINK("https://evil.example","Click")'
  await storeAnswers(site, createResponse({ comment }))
  expect(csvParse(await readFile(site, 'csv'))[0]?.['comment']).toBe(`'${comment}`)
  expect((await readLines(site))[0]?.comment).toBe(comment)
})

test('takes only what is asked for', async () => {
  const site = await createSite('filtered')
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
  const on = (day: string, changes: Partial<PulsoResponse> = {}) => createResponse({ shownAt: at(day), answeredAt: at(day), ...changes })
  await importAll(site, [
    on('2026-03-01'),
    on('2026-03-02', { promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout', score: 5 }),
    on('2026-03-03', { touchpoint: 'somewhere-else' }),
    on('2026-03-04'),
  ])
  await sendBatch(site, [createResponse()], { siteKey: site.siteKey.replace('pk_', 'pk_test_') })
  const days = async (query: string) => (await readLines(site, query)).map(({ day }) => day.slice(-2))
  expect(await days('')).toEqual(['01', '02', '03', '04'])
  expect(await days('?from=2026-03-02')).toEqual(['02', '03', '04'])
  expect(await days('?to=2026-03-02')).toEqual(['01', '02'])
  expect(await days('?from=2026-03-02&to=2026-03-03')).toEqual(['02', '03'])
  expect(await days('?touchpoint=recommend')).toEqual(['01', '04'])
  expect(await days('?touchpoint=(unmapped)')).toEqual(['03'])
  expect(await days('?prompt=csat')).toEqual(['02'])
  expect(await days('?kind=nps&from=2026-03-04')).toEqual(['04'])
  expect((await readLines(site, '?environment=test')).map(({ environment }) => environment)).toEqual(['test'])
  expect(await readLines(site, '?environment=all')).toHaveLength(5)
  expect(await readFile(site, 'ndjson?prompt=never-asked')).toBe('')
  expect(csvParse(await readFile(site, 'csv?prompt=never-asked'))).toHaveLength(0)
  const backwards = await callWorker(`/v1/sites/${site.id}/export.csv?from=2026-03-04&to=2026-03-01`, { headers: OPERATOR })
  expect((await readProblem(backwards)).detail).toBe('from: it lies after to.')
})

test.for([LIMITS.exportPageRows - 1, LIMITS.exportPageRows, LIMITS.exportPageRows + 1, 2 * LIMITS.exportPageRows])(
  'leaves nothing out and nothing twice between its pages: %d responses',
  // Storing thousands of responses takes a while on a small machine.
  { timeout: 30_000 },
  async (count) => {
    const site = await createSite(`paged-${count}`)
    const ids = Array.from({ length: count }, () => createId())
    await importAll(
      site,
      ids.map((id, index) => createResponse({ id, score: index % 11, ...(index % 500 === 0 && { comment: `Number ${index}` }) })),
    )
    expect((await readLines(site)).map(({ id }) => id)).toEqual(ids)
    // Few of them in every page, and whole pages of none.
    const rare = csvParse(await readFile(site, 'csv?touchpoint=recommend&kind=nps')).filter(({ comment }) => comment !== '')
    expect(rare).toHaveLength(Math.ceil(count / 500))
    expect(await readLines(site, '?kind=csat')).toEqual([])
  },
)

test('reads the next page when the one before has been taken, and stops when nobody reads on', async () => {
  const site = await createSite('streamed')
  await importAll(
    site,
    Array.from({ length: LIMITS.exportPageRows + 1 }, () => createResponse()),
  )
  // Not through the contract, which would read it all.
  const { exports } = await import('cloudflare:workers')
  const answer = await exports.default.fetch(new Request(`https://pulso.test/v1/sites/${site.id}/export.ndjson`, { headers: OPERATOR }))
  const reader = answer.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  await reader?.cancel()
  expect((await env.DB.prepare('SELECT COUNT(*) AS n FROM responses WHERE site_id = ?1').bind(site.id).first())?.['n']).toBe(
    LIMITS.exportPageRows + 1,
  )
})

test('is for whoever may read responses, at that site', async () => {
  const [site, other] = [await createSite('export-mine'), await createSite('export-theirs', CAFE)]
  await storeAnswers(other, createResponse({ comment: 'Only for the other' }))
  const reader = await createToken({ scopes: ['responses:read'], sites: [site.id] })
  expect(await readFile(site, 'ndjson', reader.headers)).toBe('')
  const foreign = await callWorker(`/v1/sites/${other.id}/export.ndjson`, { headers: reader.headers })
  expect(foreign.status).toBe(404)
  const download = await callWorker(`/v1/sites/${site.id}/export.csv`, { headers: reader.headers })
  expect(download.headers.get('Content-Disposition')).toBe('attachment; filename="pulso-export-mine.csv"')
  expect(download.headers.get('X-Content-Type-Options')).toBe('nosniff')
})
