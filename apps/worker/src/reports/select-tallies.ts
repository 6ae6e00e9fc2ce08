import { type ShareTerms, type Tally, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import { ProblemError } from '../request/problem-error.ts'
import { toSharedPart, toSharedSite } from '../sharing/share-terms.ts'
import { refuseUnknownTouchpoint } from '../sites/refuse-unknown-touchpoint.ts'
import type { StoredSite } from '../sites/site-store.ts'
import type { ReportQuery } from './report-query.ts'

/** What of a site's answers is meant by a query. */
export interface Selection {
  /** Whether answers at a touchpoint are meant, as far as that tells. */
  isOfTouchpoint(key: string): boolean
  isOfTally(tally: Tally): boolean
  /** Whether the query asks for a part that showings alone have: what was reached is not counted by kind, prompt and segment. */
  isNarrow: boolean
  /** Whether it can only be told segment by segment. */
  needsSegments: boolean
}

/**
 * What is asked for, of what a share link shows, if it is one that asks: both must
 * hold of an answer, so whatever is asked, no filter of the link is lifted.
 */
export function toSelection(site: StoredSite, query: ReportQuery, terms: ShareTerms | null): Selection {
  if (terms === null) return toAskedSelection(site, query)
  // A name that is filtered out is one that the journey does not have.
  const asked = toAskedSelection(toSharedSite(site, terms), query)
  const part = toSharedPart(site, terms)
  return {
    isOfTouchpoint: (key) => part.isOfTouchpoint(key) && asked.isOfTouchpoint(key),
    isOfTally: (tally) => part.isOf(tally) && asked.isOfTally(tally),
    isNarrow: part.isNarrow || asked.isNarrow,
    needsSegments: part.needsSegments || asked.needsSegments,
  }
}

/** A stage or touchpoint that the journey does not have is a mistake; a prompt may have answers from before. */
function toAskedSelection(site: StoredSite, query: ReportQuery): Selection {
  const { touchpoint, prompt, stage, channel, audience, kind } = query
  const stages = new Set(site.stages.map(({ key }) => key))
  const unknown = stage?.find((key) => !stages.has(key))
  if (unknown !== undefined) throw new ProblemError('invalid-request', `stage: there is no stage ${unknown}.`)
  const segments = toSegments(site, query.segment)
  for (const key of touchpoint ?? []) refuseUnknownTouchpoint(site, key)
  const places = new Map(site.touchpoints.map((place) => [place.key, place]))
  const isOfTouchpoint = (key: string) => {
    const place = places.get(key)
    if (touchpoint && !touchpoint.includes(place ? key : UNMAPPED_TOUCHPOINT)) return false
    // Whatever the journey does not name has no stage, channel or audience.
    if (stage && !(place && stage.includes(place.stage))) return false
    if (channel && !(place && channel.includes(place.channel))) return false
    return !audience || (place !== undefined && audience.includes(place.audience))
  }
  return {
    isOfTouchpoint,
    isOfTally: (tally) =>
      isOfTouchpoint(tally.touchpoint) &&
      (!prompt || prompt.includes(tally.promptId)) &&
      (!kind || kind.includes(tally.kind)) &&
      (!segments || segments.includes(tally.segment)),
    isNarrow: (prompt ?? kind ?? segments) !== undefined,
    needsSegments: query.by === 'segment' || segments !== undefined,
  }
}

function toSegments(site: StoredSite, text: string | undefined): string[] | undefined {
  if (text === undefined) return undefined
  return site.segments.includes(text) ? [text] : text.split(',')
}
