import type { BatchResult } from '@pulso/protocol/types'

const PATIENCE_MS = 20_000

/** What came of a request: the results of its items, or how long the server wants to be left alone. */
export interface Outcome {
  results: BatchResult['results']
  retryAfterMs: number
}

/** RFC 9110, section 10.2.3: seconds or a date. */
function toRetryAfterMs(header: string | null): number {
  if (!header) return 0
  const seconds = Number(header)
  return Math.max(0, Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000) || 0
}

/**
 * Sends one batch and never throws. Plain text and no credentials make it a
 * request without preflight, `keepalive` lets it outlive the page, and the body
 * is always read to its end because an unread one holds the keepalive quota.
 */
export async function postBatch(endpoint: string, body: string): Promise<Outcome> {
  let retryAfterMs = 0
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      credentials: 'omit',
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    retryAfterMs = toRetryAfterMs(answer.headers.get('retry-after'))
    // A problem brings results too when every item was refused for good: those must not be sent for ever.
    return { results: JSON.parse(await answer.text()).results ?? [], retryAfterMs }
  } catch {
    return { results: [], retryAfterMs }
  }
}
