import type { CreatedShare, OpenedShare, Site, SiteDefinitionInput } from '@pulso/protocol'
import { callWorker, createResponse, createSite, manage, storeAnswers } from './talk-to-worker.ts'

let visitors = 0

/** Each from a network of its own, so that wrong guesses of one test do not hold up another. */
export const openShare = (url: string, password?: string, network = `10.9.${++visitors >> 8}.${visitors & 255}`) =>
  callWorker('/v1/shared', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': network },
    body: JSON.stringify({ code: new URL(url).hash.slice(1), ...(password !== undefined && { password }) }),
  })

export async function makeShare(site: Site, definition: Record<string, unknown> = {}) {
  const answer = await manage('POST', `/v1/sites/${site.id}/shares`, { name: 'For the board', ...definition })
  if (answer.status !== 201) throw new Error(await answer.text())
  return answer.json<CreatedShare>()
}

/** Somebody who has opened a link: asks by its token. */
export async function lookThrough(link: CreatedShare, password?: string) {
  const { token } = await (await openShare(link.url, password)).json<OpenedShare>()
  const headers = { Authorization: `Bearer ${token}` }
  const ask = (path: string, init: RequestInit = {}) => callWorker(path, { ...init, headers: { ...headers, ...init.headers } })
  return { token: token ?? '', headers, ask, read: async <Answer>(path: string) => (await ask(path)).json<Answer>() }
}

export const SEGMENTS = ['gold', 'plain']

export async function createBusySite(id: string, changes: Partial<SiteDefinitionInput> = {}): Promise<Site> {
  const site = await createSite(id, { segments: SEGMENTS, ...changes })
  const csat = { promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout' } as const
  await storeAnswers(
    site,
    createResponse({ segment: 'gold', comment: 'Gold recommends: lovely place' }),
    createResponse({ segment: 'plain', score: 2, comment: 'Plain does not: awful place' }),
    createResponse({ ...csat, segment: 'gold', score: 5, comment: 'Gold paid quickly' }),
    createResponse({ ...csat, segment: 'plain', score: 1, comment: 'Plain waited at the secret till' }),
    createResponse({ promptId: 'mood', kind: 'emoji', scaleMax: 3, touchpoint: 'pickup', segment: 'gold', score: 3 }),
    createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'cellar', score: 1, comment: 'Nobody knows this cellar' }),
  )
  return site
}
