import { PATHS } from '@pulso/protocol/constants'
import type { Failure } from '../request.ts'
import { request } from '../request.ts'
import { isInboxPage } from './guards.ts'

/** What is stored of one person, as far as it has been looked through. */
export type PersonCount = {
  responses: number
  comments: number
  notes: number
  /** When the first and the last was given; null while there is none. */
  from: number | null
  to: number | null
  /** How many stored responses were looked at so far. */
  rows: number
  isAll: boolean
}

const NOBODY: PersonCount = { responses: 0, comments: 0, notes: 0, from: null, to: null, rows: 0, isAll: false }

/** The filter that holds everything one person said, in whatever lane. */
export function toPersonQuery(respondent: string): URLSearchParams {
  return new URLSearchParams({ environment: 'all', respondent })
}

/** Counts what is stored of a person. There is no index of people, so all of a site is looked through; `onStep` hears how far it is. */
export async function countPerson(
  site: string,
  respondent: string,
  signal: AbortSignal,
  onStep: (count: PersonCount) => void,
): Promise<Failure | null> {
  let count = NOBODY
  for (let cursor: string | null = null; ; ) {
    const query = toPersonQuery(respondent)
    query.set('limit', '100')
    if (cursor !== null) query.set('cursor', cursor)
    const outcome = await request(`${PATHS.siteResponses(site)}?${query}`, isInboxPage, { signal })
    if (signal.aborted) return null
    if (!outcome.ok) return outcome.failure
    const { responses, next, looked } = outcome.value
    const times = responses.map(({ occurredAt }) => occurredAt)
    count = {
      responses: count.responses + responses.length,
      comments: count.comments + responses.filter(({ comment }) => comment !== null).length,
      notes: count.notes + responses.reduce((sum, { marks }) => sum + marks.notes.length, 0),
      from: toEnd(Math.min, count.from, times),
      to: toEnd(Math.max, count.to, times),
      rows: count.rows + looked.rows,
      isAll: next === null,
    }
    onStep(count)
    cursor = next
    if (cursor === null) return null
  }
}

function toEnd(choose: (...times: number[]) => number, known: number | null, times: readonly number[]): number | null {
  const all = known === null ? times : [known, ...times]
  return all.length === 0 ? null : choose(...all)
}
