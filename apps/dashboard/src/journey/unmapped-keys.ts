import { PATHS, UNMAPPED_TOUCHPOINT } from '@pulso/protocol/constants'
import type { Report } from '@pulso/protocol/types'
import { requestLines } from '../request.ts'

/** What pages call themselves is theirs to invent: the tray lists that many, from that many answers, and no more. */
const MOST_KEYS = 12
const MOST_ANSWERS = 500

/**
 * The names under which pages asked at touchpoints that the journey does not
 * know, in the order in which they first did; answers are counted under one name
 * together, so this reads the answers themselves. Empty when none can be read.
 */
export async function readUnmappedKeys({ site, range, environment, lane }: Report, signal: AbortSignal): Promise<string[]> {
  const query = new URLSearchParams({ ...range, environment, lane, touchpoint: UNMAPPED_TOUCHPOINT })
  const keys = new Set<string>()
  let answers = 0
  await requestLines(`${PATHS.exportNdjson(site.id)}?${query}`, signal, (line) => {
    const key = toKey(line)
    if (key !== null) keys.add(key)
    answers += 1
    return keys.size < MOST_KEYS && answers < MOST_ANSWERS
  })
  return [...keys]
}

/** The touchpoint of one exported answer; null for a line of another version, or one that was cut off. */
export function toKey(line: string): string | null {
  try {
    const answer: unknown = JSON.parse(line)
    const isAnswer = typeof answer === 'object' && answer !== null && 'touchpoint' in answer
    return isAnswer && typeof answer.touchpoint === 'string' ? answer.touchpoint : null
  } catch {
    return null
  }
}
