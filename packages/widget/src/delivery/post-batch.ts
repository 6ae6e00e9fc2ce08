import type { BatchResult, Problem } from '@pulso/protocol/types'

const PATIENCE_MS = 20_000
/** Whoever asks for more than an hour is not meant: a maintenance page's date, or a clock that is wrong. */
const LONGEST_RETRY_AFTER_MS = 3_600_000

/** What came of a request. */
export interface Outcome {
  /** What became of an item, if the worker has decided on it. */
  toFate(id: string): BatchResult['results'][number]['status'] | undefined
  /** How long the server wants to be left alone. */
  retryAfterMs: number
}

/** RFC 9110, section 10.2.3: seconds or a date. */
function toRetryAfterMs(header: string | null): number {
  const delayMs = Number(header) * 1000 || Date.parse(`${header}`) - Date.now() || 0
  return Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, delayMs))
}

/**
 * Problems that sending again cannot mend (400, 413, 415, 422), by the worker's
 * own names: the same status from something in between says nothing about the
 * answer. A site or an origin that is unknown (404, 403) may be a deployment
 * under way or a setting about to be corrected, so those are waited for as long
 * as everything else.
 */
const REFUSAL = /:(invalid-re|too-large|unsupported)/

/**
 * Sends one batch and never throws. A body that is a string is plain text, and that and no credentials make it a
 * request without preflight, `keepalive` lets it outlive the page, and the body
 * is always read to its end because an unread one holds the keepalive quota.
 */
export async function postBatch(endpoint: string, body: string): Promise<Outcome> {
  let retryAfterMs = 0
  let answered: Partial<BatchResult & Problem> = {}
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      body,
      credentials: 'omit',
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    retryAfterMs = toRetryAfterMs(answer.headers.get('retry-after'))
    // A problem brings results too when every item was refused for good: those must not be sent for ever.
    answered = JSON.parse(await answer.text()) ?? {}
  } catch {
    // Nobody answered, or something that is not the worker: nothing is decided.
  }
  const { results, type } = answered
  return {
    toFate: (id) => (REFUSAL.test(`${type}`) ? 'rejected' : results?.find?.((result) => result.id === id)?.status),
    retryAfterMs,
  }
}
