import type { StoredResponse } from '@pulso/protocol'
import { readSentiment } from './read-sentiment.ts'

/** A response whose comment nobody has read for its sentiment yet: as it is stored. */
export type UnreadResponse = Omit<StoredResponse, 'sentiment'>

/** The response as it is given out. Read then and stored nowhere, so that better words read old comments better too. */
export function withSentiment(response: UnreadResponse): StoredResponse {
  const { comment, locale } = response
  return { ...response, sentiment: comment === null ? null : readSentiment(comment, locale) }
}
