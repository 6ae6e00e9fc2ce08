import { env, exports } from 'cloudflare:workers'
import type { BatchResult, Problem, Response as PulsoResponse, Report, ResponseBatch, Site, SiteDefinitionInput } from '@pulso/protocol'

export const ORIGIN = 'https://pulso.test'
export const OPERATOR = { Authorization: 'Bearer pulso_worker_tests' }

/** A café with two stages, three touchpoints and a prompt of each kind. */
export const CAFE: SiteDefinitionInput = {
  name: 'Café Test',
  timeZone: 'Europe/Madrid',
  defaultLocale: 'es',
  stages: [
    { key: 'purchase', name: { en: 'Purchase', es: 'Compra' }, phase: 'during' },
    { key: 'advocacy', name: { en: 'Advocacy', es: 'Recomendación' }, phase: 'after' },
  ],
  touchpoints: [
    { key: 'checkout', stage: 'purchase', name: { en: 'Pay', es: 'Pagar' }, momentOfTruth: true },
    { key: 'pickup', stage: 'purchase', name: { en: 'Collect', es: 'Recoger' }, channel: 'personal' },
    { key: 'recommend', stage: 'advocacy', name: { en: 'Recommend', es: 'Recomendar' } },
  ],
  prompts: [
    { id: 'nps', kind: 'nps', touchpoints: ['recommend'] },
    { id: 'csat', kind: 'csat', touchpoints: ['checkout'] },
    { id: 'mood', kind: 'emoji', scaleMax: 3, touchpoints: ['pickup'] },
  ],
}

export function callWorker(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(`${ORIGIN}${path}`, init))
}

/** Makes a site of its own for a test: storage is shared by the tests of a file. */
export async function createSite(id: string, changes: Partial<SiteDefinitionInput> = {}): Promise<Site> {
  const response = await putSite(id, { ...CAFE, siteKey: `pk_${id.replaceAll('-', '_')}`, ...changes })
  if (!response.ok) throw new Error(await response.text())
  return response.json<Site>()
}

export function putSite(id: string, definition: unknown): Promise<Response> {
  return callWorker(`/v1/sites/${id}`, {
    method: 'PUT',
    headers: { ...OPERATOR, 'Content-Type': 'application/json' },
    body: JSON.stringify(definition),
  })
}

let made = 0

/** A UUIDv7 that no other test has. */
export function createId(): string {
  made += 1
  return `01930000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`
}

export function createResponse(changes: Partial<PulsoResponse> = {}): PulsoResponse {
  const now = Date.now()
  return {
    id: createId(),
    rev: 1,
    promptId: 'nps',
    promptVersion: 1,
    kind: 'nps',
    scaleMax: 10,
    touchpoint: 'recommend',
    state: 'answered',
    locale: 'es',
    shownAt: now - 3000,
    answeredAt: now,
    score: 9,
    ...changes,
  }
}

type BatchParts = Partial<Pick<ResponseBatch, 'siteKey' | 'sentAt' | 'respondentToken' | 'respondentId'>>

export function sendBatch(
  site: Site,
  responses: unknown[],
  { headers, siteKey = site.siteKey, ...parts }: BatchParts & { headers?: Record<string, string> } = {},
) {
  return callWorker('/v1/responses', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', ...headers },
    body: JSON.stringify({ siteKey, sentAt: Date.now(), ...parts, responses }),
  })
}

/** Sends answers that must arrive, and gives back what became of each. */
export async function storeAnswers(site: Site, ...responses: PulsoResponse[]): Promise<string[]> {
  const response = await sendBatch(site, responses)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json<BatchResult>()).results.map((result) => result.status)
}

/** Calls a management address with a JSON body, or none. */
export function manage(method: string, path: string, body?: unknown): Promise<Response> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  return callWorker(path, { method, headers: { ...OPERATOR, 'Content-Type': 'application/json' }, ...init })
}

/** A new key by which the site's own server signs tokens. */
export async function createKey(site: Site): Promise<{ id: string; secret: string }> {
  return (await manage('POST', `/v1/sites/${site.id}/respondent-keys`)).json()
}

/** A token as a site's own server makes it, or as somebody forges it: any claims, any header. */
export async function signToken(
  secret: string,
  claims: Record<string, unknown>,
  header: object = { alg: 'HS256', typ: 'JWT' },
): Promise<string> {
  const encoder = new TextEncoder()
  const toPart = (bytes: Uint8Array) =>
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  const signed = [header, claims].map((part) => toPart(encoder.encode(JSON.stringify(part)))).join('.')
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return `${signed}.${toPart(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(signed))))}`
}

/** Claims that are all right, for a person, for the next five minutes. */
export function claimsOf(site: Site, sub: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return { sub, aud: site.id, exp: Math.floor(Date.now() / 1000) + 300, jti: createId(), ...changes }
}

export async function readStats(site: Site, query = 'days=7'): Promise<Report> {
  const response = await callWorker(`/v1/sites/${site.id}/stats?${query}`, { headers: OPERATOR })
  if (!response.ok) throw new Error(await response.text())
  return response.json<Report>()
}

export async function readProblem(response: Response): Promise<Problem & { contentType: string | null }> {
  return { ...(await response.json<Problem>()), contentType: response.headers.get('Content-Type') }
}

export function findTouchpoint(report: Report, key: string) {
  const found = report.stages.flatMap((stage) => stage.touchpoints).find((touchpoint) => touchpoint.key === key)
  if (!found) throw new Error(`no touchpoint ${key} in the report`)
  return found
}

/**
 * Rows in which the tallies of days or of hours differ from a plain recount of the
 * responses: none, if all is well.
 *
 * @param responses the table that is recounted, or a query in brackets
 */
export async function readDrift(site: Site, responses = 'responses'): Promise<unknown[]> {
  return [...(await readDriftBy(site, 'day', responses)), ...(await readDriftBy(site, 'hour_at', responses))]
}

async function readDriftBy(site: Site, period: 'day' | 'hour_at', responses: string): Promise<unknown[]> {
  const scores = Array.from({ length: 11 }, (_, score) => `s${score}`)
  const counts = ['shown', 'dismissed', 'answered', 'completed', 'comments', ...scores]
  const keys = `lane, ${period}, touchpoint, prompt_id, segment`
  const recount = `SELECT lane, ${period}, touchpoint_key AS touchpoint, prompt_id, segment, COUNT(*) AS shown, SUM(state = 'dismissed') AS dismissed,
      SUM(state IN ('answered', 'completed')) AS answered, SUM(state = 'completed') AS completed, SUM(comment IS NOT NULL) AS comments,
      ${scores.map((name, score) => `SUM(score IS ${score} OR choices >> ${score} & 1) AS ${name}`).join(', ')}
    FROM ${responses} WHERE site_id = ?1 ${period === 'day' ? '' : 'AND hour_at >= (unixepoch() - 14 * 86400) * 1000'} GROUP BY lane, ${period}, touchpoint_key, prompt_id, segment`
  const tallies = `SELECT ${keys}, ${counts.join(', ')} FROM ${period === 'day' ? 'tallies_day' : 'tallies_hour'} WHERE site_id = ?1 AND shown <> 0`
  const columns = `${keys}, ${counts.join(', ')}`
  const { results } = await env.DB.prepare(
    `SELECT 'recount' AS side, * FROM (SELECT ${columns} FROM (${recount}) EXCEPT SELECT ${columns} FROM (${tallies}))
     UNION ALL SELECT 'tally', * FROM (SELECT ${columns} FROM (${tallies}) EXCEPT SELECT ${columns} FROM (${recount}))`,
  )
    .bind(site.id)
    .all()
  return results
}

/** The only row of an id. */
export async function readRow(site: Site, id: string): Promise<Record<string, unknown>> {
  const { results } = await env.DB.prepare('SELECT * FROM responses WHERE site_id = ?1 AND id = ?2').bind(site.id, id).all()
  if (results.length !== 1) throw new Error(`${results.length} rows of ${id}`)
  return results[0] as Record<string, unknown>
}
