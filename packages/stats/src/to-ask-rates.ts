import type { AskRate, Prompt, Site } from '@pulso/protocol'
import type { DayScores } from './to-alerts.ts'
import { FORECAST_DAYS, toAskRate } from './to-ask-rate.ts'
import { toOutlook } from './to-outcomes.ts'

/** Which share of a touchpoint's visitors was asked on a day. */
export interface AskedDay {
  readonly touchpoint: string
  readonly day: string
  readonly asked: number
}

interface AskHistory {
  /** Answers of the last `MARGIN_DAYS`. */
  readonly rows: readonly DayScores[]
  /** The last `FORECAST_DAYS` of them, oldest first. */
  readonly recentDays: readonly string[]
  /** A day that is not in here asked everybody whom the prompts themselves let be asked. */
  readonly asked: readonly AskedDay[]
}

/**
 * The rates of all touchpoints of a site that have a wished margin and a prompt
 * with a score. Where two kinds are asked, the one that takes more has its way.
 */
export function toAskRates({ touchpoints, prompts: all }: Pick<Site, 'touchpoints' | 'prompts'>, history: AskHistory): AskRate[] {
  const live = all.filter(({ state = 'live' }) => state === 'live')
  const rates = touchpoints.flatMap(({ key, targetMargin }) => {
    if (targetMargin === undefined) return []
    const prompts = live.filter(({ touchpoints }) => touchpoints.includes(key))
    const kinds = new Map(prompts.map(({ kind, scaleMax }) => [`${kind} ${scaleMax}`, { kind, scaleMax }]))
    const [first, ...others] = [...kinds.values()].flatMap((one) => {
      const rate = toKindRate(key, one, targetMargin, prompts, history)
      return rate ? [rate] : []
    })
    return first ? [others.reduce((most, one) => (one.rate > most.rate ? one : most), first)] : []
  })
  const rateOf = new Map(rates.map(({ touchpoint, rate }) => [touchpoint, rate]))
  return rates.map((rate) => ({ ...rate, asked: toAsked(rate.touchpoint, live, rateOf) }))
}

/**
 * The share of visitors that a prompt asks: at several touchpoints the largest of
 * their rates, since a visitor is drawn once for a prompt and not once for each of
 * its places, and never more than the prompt's own `sample`.
 *
 * @param rateOf rates by touchpoint; who has none asks everybody
 */
export function toPromptShare({ touchpoints, rules }: Pick<Prompt, 'touchpoints' | 'rules'>, rateOf: ReadonlyMap<string, number>): number {
  const own = rules?.sample ?? 1
  if (touchpoints.length === 0) return own
  const largest = Math.max(...touchpoints.map((touchpoint) => rateOf.get(touchpoint) ?? 1))
  // Three digits: more say nothing, and every visitor downloads them.
  return Math.min(own, Math.ceil(largest * 1000) / 1000)
}

function toKindRate(
  touchpoint: string,
  { kind, scaleMax }: Pick<Prompt, 'kind' | 'scaleMax'>,
  target: number,
  prompts: readonly Prompt[],
  { rows, recentDays, asked }: AskHistory,
) {
  const outlook = toOutlook(kind, scaleMax)
  if (!outlook) return null
  const outcomes = outlook.values.map(() => 0)
  let recentAnswers = 0
  for (const row of rows) {
    if (row.touchpoint !== touchpoint || row.kind !== kind || row.scaleMax !== scaleMax) continue
    const counts = outlook.toOutcomes(row.scores)
    counts.forEach((count, outcome) => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + count
    })
    if (recentDays.includes(row.day)) recentAnswers += counts.reduce((sum, count) => sum + count, 0)
  }
  const usual = toAsked(touchpoint, prompts, new Map())
  const recentRates = recentDays
    .slice(-FORECAST_DAYS)
    .reduce((sum, day) => sum + (asked.find((one) => one.touchpoint === touchpoint && one.day === day)?.asked ?? usual), 0)
  return { touchpoint, ...toAskRate({ outlook, target, outcomes, recentAnswers, recentRates }) }
}

function toAsked(touchpoint: string, prompts: readonly Prompt[], rateOf: ReadonlyMap<string, number>): number {
  return Math.max(...prompts.filter(({ touchpoints }) => touchpoints.includes(touchpoint)).map((prompt) => toPromptShare(prompt, rateOf)))
}
