import type { Kind, ReachCount, Release, ShareTerms, Site } from '@pulso/protocol'
import { addDays, type Days } from '../reports/local-time.ts'
import { ProblemError } from '../request/problem-error.ts'

/** What an answer counts under, as far as a share link may look at it. */
interface Placed {
  readonly touchpoint: string
  readonly promptId: string
  readonly kind: Kind
  readonly segment: string
}

/** What of a site a share link shows, as the site is today. */
export interface SharedPart {
  isOfTouchpoint(key: string): boolean
  isOf(answer: Placed): boolean
  /** Whether it is a part that showings alone have: what was reached is not counted by kind, prompt and segment. */
  isNarrow: boolean
  /** Whether it can only be told segment by segment. */
  needsSegments: boolean
  /** Whether anything at all is left out. */
  isFiltered: boolean
}

/**
 * Nothing is an error here: a filter for what the site has no more shows nothing.
 * Nor does it follow a touchpoint that goes on under another key, because that one may
 * have been merged with others, which the link was never meant to show.
 */
export function toSharedPart(site: Pick<Site, 'touchpoints'>, { filter }: ShareTerms): SharedPart {
  const { stage, touchpoint, channel, audience, prompt, kind, segment } = filter
  const isByPlace = (stage ?? touchpoint ?? channel ?? audience) !== undefined
  const keys = new Set(
    site.touchpoints
      .filter(
        (place) =>
          (!stage || stage.includes(place.stage)) &&
          (!touchpoint || touchpoint.includes(place.key)) &&
          (!channel || channel.includes(place.channel)) &&
          (!audience || audience.includes(place.audience)),
      )
      .map(({ key }) => key),
  )
  const isOfTouchpoint = (key: string) => !isByPlace || keys.has(key)
  return {
    isOfTouchpoint,
    isOf: (answer) =>
      isOfTouchpoint(answer.touchpoint) &&
      (!prompt || prompt.includes(answer.promptId)) &&
      (!kind || kind.includes(answer.kind)) &&
      (!segment || segment.includes(answer.segment)),
    isNarrow: (prompt ?? kind ?? segment) !== undefined,
    needsSegments: segment !== undefined,
    isFiltered: Object.values(filter).some((values) => values !== undefined),
  }
}

/** The site as the link shows it: neither its key, nor its pages and rules, nor a name of what is filtered out. */
export function toSharedSite<Shown extends Site>(site: Shown, terms: ShareTerms): Shown {
  const { filter } = terms
  const part = toSharedPart(site, terms)
  const touchpoints = site.touchpoints.filter(({ key }) => part.isOfTouchpoint(key))
  const isByPlace = (filter.stage ?? filter.touchpoint ?? filter.channel ?? filter.audience) !== undefined
  return {
    ...site,
    siteKey: '',
    stages: site.stages.filter(({ key }) => !isByPlace || touchpoints.some(({ stage }) => stage === key)),
    touchpoints,
    // Of these only the names of options are shown.
    prompts: site.prompts.filter(({ id, kind }) => (filter.prompt?.includes(id) ?? true) && (filter.kind?.includes(kind) ?? true)),
    segments: site.segments.filter((segment) => filter.segment?.includes(segment) ?? true),
  }
}

/** The days that a link shows, as of a day of the site. */
export function toSharedDays({ range }: ShareTerms, today: string): Days {
  return 'days' in range ? { from: addDays(today, 1 - range.days), to: today } : { from: range.from, to: range.to }
}

/** What of some days a link shows; null: none of them. */
export function toVisibleDays({ from, to }: Days, terms: ShareTerms, today: string): Days | null {
  const shown = toSharedDays(terms, today)
  const days = { from: from > shown.from ? from : shown.from, to: to < shown.to ? to : shown.to }
  return days.from <= days.to ? days : null
}

/** Whether a link shows all of some days: half of a comparison is none. */
export function isVisible({ from, to }: Days, terms: ShareTerms, today: string): boolean {
  const shown = toSharedDays(terms, today)
  return from >= shown.from && to <= shown.to
}

/** Of what was reached: who came by. Why nobody was asked is about the rules of the prompts. */
export function isSharedOutcome(outcome: ReachCount['outcome']): boolean {
  return outcome === 'reached' || outcome === 'eligible'
}

/** A release as a link shows it; null where it concerns only what is filtered out. Its address is the team's own. */
export function toSharedRelease(release: Release, { isOfTouchpoint }: SharedPart): Release | null {
  const touchpoints = release.touchpoints.filter(isOfTouchpoint)
  const isConcerned = release.touchpoints.length === 0 || touchpoints.length > 0
  return isConcerned ? { ...release, touchpoints, url: null } : null
}

/** @throws ProblemError `forbidden` for what is not for a link, whatever its filters are */
export function refuseBeyondTerms(terms: ShareTerms | null, query: { environment?: string; lane?: string | undefined }): void {
  if (terms === null || (query.environment !== 'test' && query.lane === undefined)) return
  throw new ProblemError('forbidden', 'A share link shows the answers that count: leave out environment and lane.')
}
