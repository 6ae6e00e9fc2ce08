import { type BatchResult, PATHS, type Response as PulsoResponse, type Site } from '@pulso/protocol'

/** What came of a request: its status, or 0 when there was no answer; the fates of its items; how long to wait. */
export interface Sent {
  status: number
  fates: Map<string, string>
  hasRetryAfter: boolean
}

/** Sends a batch as the widget does and never throws. */
export async function sendBatch(origin: string, { siteKey }: Pick<Site, 'siteKey'>, responses: readonly PulsoResponse[]): Promise<Sent> {
  const body = JSON.stringify({ siteKey, sentAt: Date.now(), responses })
  try {
    const answer = await fetch(`${origin}${PATHS.responses}`, { method: 'POST', body, signal: AbortSignal.timeout(30_000) })
    const text = await answer.text()
    const results = (text.startsWith('{') ? (JSON.parse(text) as Partial<BatchResult>).results : undefined) ?? []
    return {
      status: answer.status,
      fates: new Map(results.map(({ id, status }) => [id, status])),
      hasRetryAfter: Number(answer.headers.get('retry-after')) > 0,
    }
  } catch {
    return { status: 0, fates: new Map(), hasRetryAfter: false }
  }
}
