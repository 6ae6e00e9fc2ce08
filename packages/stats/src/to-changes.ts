import { type Bet, createBet, playBlock, toDirection, toWealth } from './change-bet.ts'
import { toChangePoint } from './to-change-point.ts'
import { toDispersion } from './to-dispersion.ts'
import type { Outcomes } from './to-outcomes.ts'

/** Answers at one touchpoint of one kind and scale, day by day: complete days, without gaps, the oldest first. */
export interface OutcomeDays {
  /** The first of these days, counted from 1970-01-01. */
  readonly firstDay: number
  readonly days: readonly Outcomes[]
  /** What one answer of each outcome adds to the score: see `toOutlook`. */
  readonly values: readonly number[]
}

/** A change that was found. */
interface FoundChange {
  readonly direction: 'lower' | 'higher'
  /** The day at whose end there was enough evidence, and the first day of what looked changed then; from 1970-01-01. */
  readonly raised: number
  readonly changed: number
  /** The wealth of the bet that won, from a stake of 1. */
  readonly evidence: number
}

export interface Changes {
  /** Oldest first. */
  readonly found: readonly FoundChange[]
  /** The strongest evidence that no change was found by in the last `ALARM_DAYS`: null where there was nothing to compare. */
  readonly evidence: number | null
}

interface RunningBet {
  readonly bet: Bet
  readonly start: number
  readonly end: number
  readonly plan: Plan
}

/** A site is promised at most this many false alarms in 28 days, all its touchpoints together. */
const FALSE_ALARMS = 0.05
/** The period of the promise, and for how long an alarm is shown. */
export const ALARM_DAYS = 28
const WEEK = 7
const LONGEST_LIFE = 56
/** How far back bets look for what was normal: half a year of weeks at most. */
const BASELINE_WEEKS = 24
/** More weeks than this to compare one with hardly add anything, and lie ever further back. */
const WEEKS_PER_WEEK = 6
/** Every day one bet begins; of those that began earlier, this many can be alive at once: ⌈7/2⌉ + ⌈14/4⌉ + ⌈28/8⌉ + 56/8. */
const BETS_ALIVE = 19

/**
 * From so many days changes are found: the bets of the last four weeks then have
 * lived and looked back as long as they can. Fewer are fair too, and see less.
 */
export const CHANGE_HISTORY_DAYS = ALARM_DAYS + LONGEST_LIFE + BASELINE_WEEKS * WEEK
/** In how many days before the winning bet began the first day of the change is looked for. */
const SEARCHED_DAYS = 28

/**
 * How much evidence is an alarm, where `series` touchpoints and kinds are watched
 * side by side. A bet of stake 1 that is fair while nothing changes reaches `c` at
 * any time with probability 1/c at most (Ville 1939), and in 28 days at most
 * 28 + 19 bets per series are alive, so that c = 47 · series ÷ 0.05 keeps the
 * promise, whatever depends on whatever (Bonferroni).
 */
export function toNeededEvidence(series: number): number {
  return ((ALARM_DAYS + BETS_ALIVE) * Math.max(1, series)) / FALSE_ALARMS
}

/**
 * Sequential test for a change: an e-detector (Shin, J., Ramdas, A. and Rinaldo,
 * A. (2023), "E-detectors: a nonparametric framework for sequential change
 * detection", The New England Journal of Statistics in Data Science 2 (2),
 * 229–260) of exact two-sample e-variables (Turner, R. J., Ly, A. and Grünwald,
 * P. D. (2024), "Generic E-variables for exact sequential k-sample tests that
 * allow for optional stopping", Journal of Statistical Planning and Inference
 * 230, 106116; see `change-bet.ts`), multiplied over weekdays as strata as in Turner,
 * R. J. and Grünwald, P. D. (2023), "Safe sequential testing and effect estimation in
 * stratified count data", AISTATS.
 *
 * Every day a bet begins that from this day on answers are other than before. It
 * compares each of its days with the same weekdays of weeks before it began, each
 * of which it uses once; so it needs no baseline that is known, a week may have any
 * pattern, and it is fair whatever the score is. A day's bet lives 7 days; every
 * second one 14, every fourth 28, every eighth 56 (the covering intervals of
 * Daniely, A., Gonen, A. and Shalev-Shwartz, S. (2015), "Strongly adaptive online
 * learning", ICML): a sharp drop is seen by a young bet, a small one by an old one.
 *
 * Fair means: while the answers of the same weekday are drawn alike and
 * independently, each bet's wealth is a supermartingale of the blocks it has
 * played, whenever one looks. How many answers come is not part of the bet, so
 * traffic may change as it likes.
 *
 * When a bet has won, all bets end and what came before is forgotten: from the next
 * day on bets compare with what is normal since. So a change is found once, and so is
 * the way back.
 *
 * @param needed how much evidence is enough: see `toNeededEvidence`
 */
export function toChanges({ firstDay, days, values }: OutcomeDays, needed: number): Changes {
  const found: FoundChange[] = []
  let evidence: number | null = null
  let origin = days.findIndex((outcomes) => outcomes.some((count) => count > 0))
  let running: RunningBet[] = []
  for (let day = origin + WEEK; origin >= 0 && day < days.length; day += 1) {
    running = running.filter(({ end }) => day < end)
    if (day >= origin + WEEK) running.push(toBet(days, values, day, origin, toLifeDays(firstDay + day)))
    let winner: RunningBet | null = null
    let most = 0
    for (const one of running) {
      if (!playDay(one, days, day)) continue
      const wealth = toWealth(one.bet)
      if (wealth > most) [winner, most] = [one, wealth]
    }
    if (winner && most >= needed) {
      const from = Math.max(origin, winner.start - SEARCHED_DAYS)
      const changed = from + toChangePoint(days.slice(from, day + 1))
      found.push({ direction: toDirection(winner.bet), raised: firstDay + day, changed: firstDay + changed, evidence: most })
      running = []
      origin = day + 1
    } else if (winner && day >= days.length - ALARM_DAYS) evidence = Math.max(evidence ?? 0, most)
  }
  return { found, evidence }
}

function toBet(days: readonly Outcomes[], values: readonly number[], start: number, origin: number, life: number): RunningBet {
  const plan = toPlan(start, origin, life)
  const weekdays = Array.from({ length: WEEK }, (_, offset) => plan.training.map((week) => days[start - week * WEEK + offset] ?? []))
  const learned = weekdays.flat().reduce<number[]>((sum, outcomes) => add(sum, outcomes), [])
  return { bet: createBet(values, learned, toDispersion(weekdays, values)), start, end: start + life, plan }
}

/** Which weeks before its beginning a bet learns from, and with which it compares each of its own. Week 1 ends the day before. */
interface Plan {
  readonly training: readonly number[]
  readonly pairs: readonly (readonly number[])[]
}

/** Known before the bet begins, so that no answer has a say in it. The oldest quarter is for learning; weeks are dealt out in turn. */
function toPlan(start: number, origin: number, life: number): Plan {
  const weeks = Math.min(BASELINE_WEEKS, Math.floor((start - origin) / WEEK))
  const lifeWeeks = life / WEEK
  const paired = Math.min(weeks - Math.floor(weeks / 4), WEEKS_PER_WEEK * lifeWeeks)
  const pairs = Array.from({ length: lifeWeeks }, (): number[] => [])
  for (let week = 1; week <= paired; week += 1) pairs[(week - 1) % lifeWeeks]?.push(week)
  const training = Array.from({ length: weeks - paired }, (_, index) => paired + 1 + index)
  return { training, pairs }
}

function playDay({ bet, start, plan: { pairs } }: RunningBet, days: readonly Outcomes[], day: number): boolean {
  const week = Math.floor((day - start) / WEEK)
  const offset = (day - start) % WEEK
  const before = new Array<number>(bet.values.length).fill(0)
  for (const weeksBefore of pairs[week] ?? []) add(before, days[start - weeksBefore * WEEK + offset])
  return playBlock(bet, before, days[day] ?? [])
}

function add(sum: number[], outcomes: Outcomes = []): number[] {
  outcomes.forEach((count, outcome) => {
    sum[outcome] = (sum[outcome] ?? 0) + count
  })
  return sum
}

function toLifeDays(start: number): number {
  if (start % 2 !== 0) return WEEK
  if (start % 4 !== 0) return 2 * WEEK
  return start % 8 === 0 ? LONGEST_LIFE : 4 * WEEK
}
