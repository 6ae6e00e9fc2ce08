import type { Journey, JourneyTouchpoint, Report } from '@pulso/protocol'
import { type PairCounts, toAssociations } from './to-associations.ts'
import { toAudienceReports } from './to-audience-reports.ts'
import { toBalance } from './to-balance.ts'
import { toFixFirst } from './to-fix-first.ts'
import { toFunnel } from './to-funnel.ts'
import { toGap } from './to-gap.ts'
import { toTrends } from './to-trends.ts'

/** What a journey is made of: two reports of the same site and lane, and what respondents said in both places. */
export interface JourneyInput {
  readonly report: Report
  /** Of the period of the same length right before. */
  readonly previous: Report
  /** Of the calendar months that the range touches, one per touchpoint, kind and scale. */
  readonly pairs: readonly PairCounts[]
  /** The months among them that have been counted, as YYYY-MM. */
  readonly months: readonly string[]
}

/**
 * The journey as a team works with it: every score of the report as it is, and
 * beside it how it moved, who was lost on the way, how far the standard is, what
 * moves with recommendation, and what to mend first.
 */
export function toJourney({ report, previous, pairs, months }: JourneyInput): Journey {
  const { site, range, environment, lane, asOf } = report
  const placesOf = ({ stages }: Report) => stages.flatMap(({ touchpoints }) => touchpoints)
  const trends = toTrends(placesOf(report), placesOf(previous))
  const named = new Set(placesOf(report).map(({ key }) => key))
  const associations = toAssociations(pairs.filter(({ touchpoint }) => named.has(touchpoint)))
  const audiences = toAudienceReports(report)
  const ofCustomers = audiences.find(({ audience }) => audience === 'customer')
  const stages = report.stages.map((stage) => ({
    key: stage.key,
    name: stage.name,
    phase: stage.phase,
    emotion: ofCustomers?.emotion.find((one) => one.stage === stage.key)?.balance ?? toBalance([]),
    touchpoints: stage.touchpoints.map(
      (touchpoint): JourneyTouchpoint => ({
        ...touchpoint,
        trends: trends.get(touchpoint.key) ?? [],
        funnel: toFunnel(touchpoint),
        gap: toGap(touchpoint),
        associations: associations.get(touchpoint.key) ?? [],
      }),
    ),
  }))
  const touchpoints = stages.flatMap((stage) => stage.touchpoints)
  return {
    site: { id: site.id, name: site.name, timeZone: site.timeZone },
    range,
    previous: previous.range,
    environment,
    lane,
    asOf,
    stages,
    audiences,
    moments: {
      declared: touchpoints.filter((one) => one.momentOfTruth).map(({ key }) => key),
      derived: toDerived(touchpoints),
      months: [...months],
    },
    fixFirst: toFixFirst(report),
  }
}

/** The touchpoints whose satisfaction moves with recommendation, the strongest connection first. */
function toDerived(touchpoints: readonly JourneyTouchpoint[]): string[] {
  const strength = ({ associations }: JourneyTouchpoint) =>
    Math.max(...associations.map(({ isDerived, value }) => (isDerived ? (value ?? 0) : Number.NEGATIVE_INFINITY)))
  return touchpoints
    .filter(({ associations }) => associations.some(({ isDerived }) => isDerived))
    .sort((left, right) => strength(right) - strength(left))
    .map(({ key }) => key)
}
