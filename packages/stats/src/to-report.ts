import type { AskRate, QuarantineReason, ReachCount, Report, Score, Site, StageReport, Tally, TouchpointReport } from '@pulso/protocol'
import { KINDS, SCALES, UNMAPPED_TOUCHPOINT } from '@pulso/protocol/constants'
import { sumTallies } from './sum-tallies.ts'
import { toScore } from './to-score.ts'

/** One decision at one touchpoint, counted. */
export interface Reach {
  readonly touchpoint: string
  /** The prompt that it is about, where it is about one. */
  readonly promptId?: string | undefined
  readonly outcome: ReachCount['outcome']
  readonly count: number
}

/** Answers that are kept and in no score, counted. */
interface Quarantined {
  readonly touchpoint: string
  readonly reason: QuarantineReason
  readonly answered: number
}

/** What a report is made of. Nothing is read from a clock or a store: the caller says what, when and for whom. */
export interface ReportInput {
  readonly site: Site
  /** Days in the site's time zone, both included, as YYYY-MM-DD. */
  readonly range: Report['range']
  readonly environment: Report['environment']
  readonly lane: Report['lane']
  /** When the tallies were read, in milliseconds since 1970. */
  readonly asOf: number
  /** How often each touchpoint was reached and each decision taken there, in the same range and environment. */
  readonly reach?: readonly Reach[]
  /** Answers in quarantine in the same range, by touchpoint and reason, in any order. */
  readonly quarantined?: readonly Quarantined[]
  /** Tallies of that range and lane, any number per touchpoint, in any order. */
  readonly tallies: readonly Tally[]
  /** Which share of visitors is asked, of the touchpoints where that is adjusted. */
  readonly askRates?: readonly AskRate[]
  readonly otherEnvironment: Report['otherEnvironment']
  readonly otherLanes: Report['otherLanes']
}

/**
 * The journey with a score at every touchpoint, in journey order. A touchpoint
 * has one score per kind and scale asked there: prompts and segments of the same
 * kind and scale are counted together, different ones never, and every choice is
 * counted alone, since its places mean its own options. Touchpoints nobody
 * was asked at are listed without scores. Whatever was counted at touchpoints
 * that the journey does not name, or no longer, is in `unmapped`, so that the
 * parts always add up to the whole.
 */
export function toReport({
  site,
  range,
  environment,
  lane,
  asOf,
  tallies,
  quarantined = [],
  reach = [],
  askRates = [],
  otherEnvironment,
  otherLanes,
}: ReportInput): Report {
  const talliesOf = Map.groupBy(tallies, (tally) => tally.touchpoint)
  const reachOf = Map.groupBy(reach, (one) => one.touchpoint)
  const quarantinedOf = Map.groupBy(quarantined, (one) => one.touchpoint)
  const named = new Set<string>()
  const stages = site.stages.map((stage): StageReport => {
    const touchpoints = site.touchpoints
      .filter((touchpoint) => touchpoint.stage === stage.key)
      .map((touchpoint) => {
        named.add(touchpoint.key)
        const report = toTouchpointReport(touchpoint, site.prompts, {
          tallies: talliesOf.get(touchpoint.key) ?? [],
          reach: reachOf.get(touchpoint.key) ?? [],
          quarantined: quarantinedOf.get(touchpoint.key) ?? [],
        })
        const asking = askRates.find((rate) => rate.touchpoint === touchpoint.key)
        return asking ? { ...report, asking } : report
      })
    return { key: stage.key, name: stage.name, phase: stage.phase, touchpoints }
  })
  const isUnnamed = ({ touchpoint }: { touchpoint: string }) => !named.has(touchpoint)
  const unmapped = toTouchpointReport(UNMAPPED, site.prompts, {
    tallies: tallies.filter(isUnnamed),
    reach: reach.filter(isUnnamed),
    quarantined: quarantined.filter(isUnnamed),
  })
  return {
    site: { id: site.id, name: site.name, siteKey: site.siteKey, timeZone: site.timeZone, demoResponses: site.demoResponses },
    range,
    environment,
    lane,
    asOf,
    stages,
    unmapped: unmapped.shown + unmapped.reached + Object.keys(unmapped.quarantined).length === 0 ? null : unmapped,
    otherEnvironment,
    otherLanes,
  }
}

type Place = Omit<Site['touchpoints'][number], 'stage'>

const UNMAPPED: Place = {
  key: UNMAPPED_TOUCHPOINT,
  name: { en: 'Not on the journey', es: 'Fuera del recorrido' },
  channel: 'digital',
  audience: 'customer',
  momentOfTruth: false,
}

type Counted = Required<Pick<ReportInput, 'tallies' | 'reach' | 'quarantined'>>

function toTouchpointReport(place: Place, prompts: Site['prompts'], { tallies, reach, quarantined }: Counted): TouchpointReport {
  const { scores: _, ...counts } = sumTallies(tallies)
  const outcomes: Partial<Record<ReachCount['outcome'], number>> = {}
  for (const { outcome, count } of reach) outcomes[outcome] = (outcomes[outcome] ?? 0) + count
  const held: TouchpointReport['quarantined'] = {}
  for (const { reason, answered } of quarantined) if (answered > 0) held[reason] = (held[reason] ?? 0) + answered
  const { reached = 0, eligible = 0, dropped = 0, ...heldBack } = outcomes
  return {
    key: place.key,
    name: place.name,
    channel: place.channel,
    audience: place.audience,
    momentOfTruth: place.momentOfTruth,
    ...(place.targetScore !== undefined && { targetScore: place.targetScore }),
    ...counts,
    reached,
    eligible,
    heldBack,
    quarantined: held,
    dropped,
    scores: toScores(tallies, prompts),
  }
}

/** One per kind and scale that was shown, in the order of `KINDS`, the longer scale first; one per prompt of a choice, by its id. */
function toScores(tallies: readonly Tally[], prompts: Site['prompts']): Score[] {
  return KINDS.flatMap((kind) =>
    SCALES[kind].max
      .toSorted((left, right) => right - left)
      .flatMap((scaleMax) => {
        const asked = tallies.filter((tally) => tally.kind === kind && tally.scaleMax === scaleMax)
        if (kind !== 'choice') return toAskedScore(kind, scaleMax, asked)
        return [...Map.groupBy(asked, (tally) => tally.promptId)]
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .flatMap(([promptId, ofPrompt]) => {
            const prompt = prompts.find(({ id }) => id === promptId)
            const options = prompt?.options?.map(({ key }) => ({ key, name: toOptionName(prompt, key) }))
            return toAskedScore(kind, scaleMax, ofPrompt).map((score) => ({ ...score, promptId, ...(options && { options }) }))
          })
      }),
  )
}

/** The score of tallies of one kind and scale; none when nothing was shown: erasing people can leave a tally of nothing behind. */
function toAskedScore(kind: Score['kind'], scaleMax: number, tallies: readonly Tally[]): Score[] {
  const counts = sumTallies(tallies)
  return counts.shown > 0 ? [toScore({ kind, scaleMax, ...counts })] : []
}

function toOptionName({ wording }: Site['prompts'][number], key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(wording).map(([locale, { options }]) => [locale, options[key] ?? key]))
}
