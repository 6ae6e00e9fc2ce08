import type { LIMITS } from '@pulso/protocol/constants'
import type { KeptResponse } from './shelf.ts'

// The types hold these to the protocol's values without carrying all its limits to every visitor.
const MAX_BYTES: typeof LIMITS.batchBytes = 16_384
const MAX_RESPONSES: typeof LIMITS.batchResponses = 50

/** JSON with its own array of choices written by hand, for the same reason. */
function toJson({ choices, who: _, ...response }: KeptResponse): string {
  const json = JSON.stringify(response)
  return choices ? `${json.slice(0, -1)},"choices":[${choices.map((key) => JSON.stringify(key))}]}` : json
}

export interface Batch {
  body: string
  responses: KeptResponse[]
}

/**
 * A `ResponseBatch` with as many of the responses as one request may carry, in
 * their order, all of whom gave the first, and the counts of what was reached. The arrays are written by hand:
 * Prototype.js 1.6 gives arrays a `toJSON` that turns them into strings.
 *
 * @param reach a line for each of the counts
 * @param challenge the page's token as JSON, where the site wants one
 */
export function toBatch(siteKey: string, waiting: readonly KeptResponse[], sentAt: number, reach: string, challenge?: string): Batch {
  const who = waiting[0]?.who
  const head = `${JSON.stringify({ siteKey, sentAt, reach, challenge: challenge && JSON.parse(challenge), ...JSON.parse(who ?? 'null') }).slice(0, -1)},"responses":[`
  const responses: KeptResponse[] = []
  let list = ''
  let bytes = head.length + 2
  for (const response of waiting.filter((one) => one.who === who).slice(0, MAX_RESPONSES)) {
    const item = (list && ',') + toJson(response)
    bytes += new Blob([item]).size
    if (bytes > MAX_BYTES && list) break
    list += item
    responses.push(response)
  }
  return { body: `${head}${list}]}`, responses }
}
