import { type Flag, type Kind, type Marks, toTouchpointFinder, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import { readSentiment } from '../comments/read-sentiment.ts'
import { ProblemError } from '../request/problem-error.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { refuseUnknownTouchpoint } from '../sites/refuse-unknown-touchpoint.ts'
import type { StoredSite } from '../sites/site-store.ts'
import type { ResponseFilter } from './response-filter.ts'
import { toScoreBand } from './to-score-band.ts'
import { isFoundIn, toSearchWords } from './to-searchable.ts'

/** What of a response the filter looks at in the worker. */
interface MatchedResponse {
  promptId: string
  kind: Kind
  scaleMax: number
  /** The name that it is stored to count under. */
  countedTouchpoint: string
  locale: string
  score: number | null
  other: string | null
  comment: string | null
  second: string | null
  flags: Flag[]
  status: Marks['status']
  tags: string[]
}

/** A filter that has been held against the site: what the database can tell, and what only the worker can. */
export interface Matcher {
  /** For the parameters of `CONDITIONS`, in their order. */
  readonly values: readonly (string | number | null)[]
  /** Only marked responses can match: the marks are walked instead of the responses. */
  readonly isOfMarked: boolean
  /** Where a response counts today. */
  toTouchpoint(name: string, promptId: string): string
  isMatch(response: MatchedResponse): boolean
}

/** Between the values of a list: nothing that a name may hold. */
const SEPARATOR = '\u001f'

/** @throws ProblemError `invalid-request` for a stage or touchpoint that the journey does not have, or days in the wrong order */
export function toMatcher(site: StoredSite, filter: ResponseFilter): Matcher {
  const { touchpoint, stage, band, sentiment, language, flag, status, tag } = filter
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) {
    throw new ProblemError('invalid-request', 'from: it lies after to.')
  }
  for (const key of touchpoint ?? []) refuseUnknownTouchpoint(site, key)
  const unknown = stage?.find((key) => !site.stages.some((known) => known.key === key))
  if (unknown !== undefined) throw new ProblemError('invalid-request', `stage: there is no stage ${unknown}.`)
  const stages = new Map(site.touchpoints.map((place) => [place.key, place.stage]))
  const find = toTouchpointFinder(site.touchpoints)
  const words = toSearchWords(filter.q ?? '')
  const lane = filter.lane ?? (filter.environment === 'all' ? null : toDefaultLane(site, filter.environment))
  const toTouchpoint = (name: string, promptId: string) => find(name, promptId) ?? UNMAPPED_TOUCHPOINT
  const isMarked = tag !== undefined || (status !== undefined && !status.includes('new'))

  return {
    isOfMarked: isMarked,
    toTouchpoint,
    values: [
      filter.from ?? null,
      filter.to ?? null,
      lane,
      toList(filter.reason),
      filter.answers === 'only' ? 1 : null,
      // What feels like something has a comment.
      filter.comments === 'none' ? 0 : filter.comments === 'only' || sentiment ? 1 : null,
      filter.respondent ?? null,
      toList(filter.prompt),
      toList(filter.kind),
      toList(toSegments(site, filter.segment)),
      words.length > 0 ? 1 : null,
    ],
    isMatch: (response) => {
      const place = toTouchpoint(response.countedTouchpoint, response.promptId)
      if (touchpoint && !touchpoint.includes(place)) return false
      if (stage && !stage.includes(stages.get(place) ?? '')) return false
      if (flag && !flag.some((name) => response.flags.includes(name))) return false
      if (status && !status.includes(response.status)) return false
      if (tag && !tag.some((name) => response.tags.includes(name))) return false
      if (language && !language.includes(response.locale.toLowerCase().split('-')[0] ?? '')) return false
      if (band) {
        const own = toScoreBand(response.kind, response.scaleMax, response.score)
        if (own === null || !band.includes(own)) return false
      }
      if (words.length > 0 && !isFoundIn([response.comment, response.other, response.second], words)) return false
      // Last, because it reads every word.
      if (!sentiment) return true
      const label = response.comment === null ? null : readSentiment(response.comment, response.locale).label
      return label !== null && sentiment.includes(label)
    },
  }
}

function toList(values: readonly string[] | undefined): string | null {
  return values === undefined ? null : `${SEPARATOR}${values.join(SEPARATOR)}${SEPARATOR}`
}

function toSegments(site: StoredSite, text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined
  return site.segments.includes(text) ? [text] : text.split(',')
}
