import type { Prompt } from '@pulso/protocol'
import type { DayScores } from '../src/to-alerts.ts'
import { FORECAST_DAYS, MARGIN_DAYS } from '../src/to-ask-rate.ts'
import { type AskedDay, toAskRates } from '../src/to-ask-rates.ts'
import { toOutlook } from '../src/to-outcomes.ts'
import { Random } from './random.ts'

/** A touchpoint of the simulated site: how many of a visit's people reach it, who is satisfied, and how precise that must be known. */
interface Place {
  key: string
  reach: number
  satisfied: number
  targetMargin: number
}

/** A shop: everybody sees the menu, one in a hundred needs help. */
const PLACES: readonly Place[] = [
  { key: 'menu', reach: 0.9, satisfied: 0.8, targetMargin: 4 },
  { key: 'choose', reach: 0.5, satisfied: 0.75, targetMargin: 4 },
  { key: 'checkout', reach: 0.2, satisfied: 0.85, targetMargin: 4 },
  { key: 'pickup', reach: 0.15, satisfied: 0.9, targetMargin: 4 },
  { key: 'returns', reach: 0.03, satisfied: 0.7, targetMargin: 9 },
  { key: 'help', reach: 0.02, satisfied: 0.65, targetMargin: 12 },
]
const PEOPLE = 40_000
const ANSWERS = 0.2
/** After an answer a prompt waits 90 days, after anything else 30. */
const AFTER_ANSWER_DAYS = 90
const AFTER_SHOWING_DAYS = 30
const DAYS = 140
/** Judged once everything has settled. */
const JUDGED_FROM = 56

/** A target counts as reached when it is met on nine days of ten. */
const REACHED = 0.9

export interface SamplingRun {
  /** Questions shown on the judged days. */
  asks: number
  /** Share of the judged days on which the margin of the last 28 was met, by touchpoint. */
  met: Record<string, number>
  /** The mean share that was asked, by touchpoint. */
  asked: Record<string, number>
  /** Touchpoints whose targets were reached, of all. */
  reached: number
  places: number
}

export interface SamplingOptions {
  /** What every touchpoint asks; null: each what its margin takes, recomputed every night. */
  share: number | null
  /** The visitors' budget: one question in so many days, whatever the touchpoint. 0: none. */
  budgetDays: number
  seed: number
}

/**
 * People who come back, each with a seed that decides for good in which share they
 * are, as in the widget.
 */
export function simulateSampling({ share, budgetDays, seed }: SamplingOptions): SamplingRun {
  const random = new Random(seed)
  const csat = toOutlook('csat', 5)
  if (!csat) throw new Error('a satisfaction has a score')
  const people = Array.from({ length: PEOPLE }, () => ({
    comes: random.between(0.005, 0.1) ** 1.2,
    lots: PLACES.map(() => random.next()),
    quietUntil: PLACES.map(() => 0),
    freeFrom: 0,
  }))
  const site = {
    touchpoints: PLACES.map(
      ({ key, targetMargin }) =>
        ({ key, targetMargin, stage: 's', name: {}, channel: 'digital', audience: 'customer', momentOfTruth: false }) as const,
    ),
    prompts: PLACES.map(({ key }) => ({ id: key, kind: 'csat', scaleMax: 5, touchpoints: [key] }) as unknown as Prompt),
  }
  const rows: DayScores[] = []
  const asked: AskedDay[] = []
  const run: SamplingRun = { asks: 0, met: {}, asked: {}, reached: 0, places: PLACES.length }
  const judgedDays = DAYS - JUDGED_FROM
  for (let day = 0; day < DAYS; day += 1) {
    const recentDays = Array.from({ length: FORECAST_DAYS }, (_, index) => String(day - FORECAST_DAYS + index))
    const recent = rows.filter((row) => Number(row.day) >= day - MARGIN_DAYS)
    const rates = toAskRates(site, { rows: recent, recentDays, asked })
    const shares = PLACES.map(({ key }) => share ?? rates.find(({ touchpoint }) => touchpoint === key)?.asked ?? 1)
    if (share === null) for (const { touchpoint, asked: ofDay } of rates) asked.push({ touchpoint, day: String(day), asked: ofDay })
    if (day >= JUDGED_FROM) {
      PLACES.forEach(({ key, targetMargin }, index) => {
        const { margin } = rates[index] ?? { margin: null }
        const isMet = margin !== null && margin <= targetMargin
        run.met[key] = (run.met[key] ?? 0) + (isMet ? 1 / judgedDays : 0)
        run.asked[key] = (run.asked[key] ?? 0) + (shares[index] ?? 0) / judgedDays
      })
    }
    const scores = PLACES.map(() => new Array<number>(11).fill(0))
    for (const person of people) {
      if (random.next() >= person.comes) continue
      PLACES.forEach(({ reach, satisfied }, index) => {
        if (random.next() >= reach || day < person.freeFrom || day < (person.quietUntil[index] ?? 0)) return
        if ((person.lots[index] ?? 0) >= (shares[index] ?? 0)) return
        person.freeFrom = day + budgetDays
        if (day >= JUDGED_FROM) run.asks += 1
        const isAnswered = random.next() < ANSWERS
        person.quietUntil[index] = day + (isAnswered ? AFTER_ANSWER_DAYS : AFTER_SHOWING_DAYS)
        const ofPlace = scores[index]
        const score = random.next() < satisfied ? 5 : 2
        if (isAnswered && ofPlace) ofPlace[score] = (ofPlace[score] ?? 0) + 1
      })
    }
    for (const [index, { key }] of PLACES.entries()) {
      rows.push({ touchpoint: key, kind: 'csat', scaleMax: 5, day: String(day), scores: scores[index] ?? [] })
    }
  }
  run.reached = Object.values(run.met).filter((met) => met >= REACHED).length
  return run
}
