import { toNpsDifference, toShareDifference } from '../src/index.ts'
import { CHANGE_HISTORY_DAYS, type OutcomeDays, toChanges, toNeededEvidence } from '../src/to-changes.ts'
import type { Outcomes } from '../src/to-outcomes.ts'
import { Random } from './random.ts'

/** How many touchpoints the simulated sites have. */
const TOUCHPOINTS = 10
const MONTH = 28
const VOLUMES = [10, 50, 200]
/** Traffic and mood of the days of a week: weekends are half as busy and less satisfied. */
const TRAFFIC = [1, 1, 1, 1.1, 1.3, 0.6, 0.5]
/** How far the days of moody months lie apart, in shares: a standard deviation of three points. */
const MOODINESS = 0.03
const MOOD = [0, 0, 0.01, 0, -0.02, -0.08, -0.06]

export interface QuietMonths {
  months: number
  /** In which at least one of ten touchpoints raised an alarm. */
  alarms: number
  /** The same where moreover every day of every touchpoint has a mood of its own, which no test of independent answers can know. */
  moodyAlarms: number
  /** The quiet months judged by a plain 95 % interval of last week against the four before, looked at every day. */
  naiveAlarms: number
}

/**
 * Months of sites in which nothing changes but what changes every week, looked at
 * at the end of every day: the evidence is a function of complete days, so looking
 * more often sees nothing else. What is normal is not known to the test. Every
 * third site is young, with six weeks of history before the month.
 */
export function simulateQuietMonths(months: number, seed: number): QuietMonths {
  const random = new Random(seed)
  const result: QuietMonths = { months, alarms: 0, moodyAlarms: 0, naiveAlarms: 0 }
  const needed = toNeededEvidence(TOUCHPOINTS)
  for (let month = 0; month < months; month += 1) {
    const length = month % 3 === 0 ? 6 * 7 + MONTH : CHANGE_HISTORY_DAYS
    let isAlarm = false
    let isMoodyAlarm = false
    let isNaiveAlarm = false
    for (let touchpoint = 0; touchpoint < TOUCHPOINTS; touchpoint += 1) {
      const series = drawQuiet(random, { month, touchpoint, length, moodiness: 0 })
      const moody = drawQuiet(random, { month, touchpoint, length, moodiness: MOODINESS })
      isAlarm ||= isAlarmed(series, needed)
      isMoodyAlarm ||= isAlarmed(moody, needed)
      isNaiveAlarm ||= isNaivelyAlarmed(series)
    }
    if (isAlarm) result.alarms += 1
    if (isMoodyAlarm) result.moodyAlarms += 1
    if (isNaiveAlarm) result.naiveAlarms += 1
  }
  return result
}

/** Shares of dissatisfied answers where nearly all agree. */
const RARE = [0, 0.0005, 0.002, 0.01]

/** Quiet months at touchpoints where nobody, or hardly anybody, is dissatisfied. @returns in how many there was an alarm */
export function simulateAlikeMonths(months: number, seed: number): number {
  const random = new Random(seed)
  const needed = toNeededEvidence(TOUCHPOINTS)
  const isLoud = (month: number, touchpoint: number) => {
    const rare = RARE[touchpoint % RARE.length] ?? 0
    const isNps = touchpoint % 3 === 2
    const series = draw(random, {
      firstDay: 20_000 + (month % 56),
      length: month % 3 === 0 ? 6 * 7 + MONTH : CHANGE_HISTORY_DAYS,
      volume: VOLUMES[(month + touchpoint) % VOLUMES.length] ?? 0,
      values: isNps ? [-1, 0, 1] : [0, 1],
      toShares: () => (isNps ? [rare / 2, rare / 2, 1 - rare] : [rare, 1 - rare]),
    })
    return isAlarmed(series, needed)
  }
  let alarms = 0
  for (let month = 0; month < months; month += 1) {
    if (Array.from({ length: TOUCHPOINTS }, (_, touchpoint) => isLoud(month, touchpoint)).some(Boolean)) alarms += 1
  }
  return alarms
}

function isAlarmed(series: OutcomeDays, needed: number): boolean {
  const month = series.firstDay + series.days.length - MONTH
  return toChanges(series, needed).found.some(({ raised }) => raised >= month)
}

interface QuietTouchpoint {
  month: number
  touchpoint: number
  length: number
  moodiness: number
}

function drawQuiet(random: Random, { month, touchpoint, length, moodiness }: QuietTouchpoint): OutcomeDays {
  const isNps = touchpoint % 3 === 2
  const promoters = random.between(0.3, 0.6)
  const detractors = random.between(0.1, 0.3)
  const satisfied = random.between(0.6, 0.93)
  const toShares = (mood: number) =>
    isNps ? [detractors - mood / 2, 1 - promoters - detractors, promoters + mood / 2] : [1 - satisfied - mood, satisfied + mood]
  const volume = VOLUMES[(month + touchpoint) % VOLUMES.length] ?? 0
  return draw(random, {
    firstDay: 20_000 + (month % 56),
    length,
    volume,
    values: isNps ? [-1, 0, 1] : [0, 1],
    toShares: (day) => {
      // A sum of four uniform draws has a standard deviation of √(1/3); it ends where shares do.
      const mood = moodiness * Math.sqrt(3) * (random.next() + random.next() + random.next() + random.next() - 2)
      return toShares(Math.min((MOOD[day % 7] ?? 0) + mood, 0.065))
    },
  })
}

interface Drawn {
  firstDay: number
  length: number
  volume: number
  values: readonly number[]
  toShares: (day: number) => readonly number[]
}

function draw(random: Random, { firstDay, length, volume, values, toShares }: Drawn): OutcomeDays {
  const days = Array.from({ length }, (_, day) => random.outcomes(random.count(volume * (TRAFFIC[day % 7] ?? 1)), toShares(day)))
  return { firstDay, days, values }
}

function isNaivelyAlarmed({ days, values }: OutcomeDays): boolean {
  const sum = (from: number, to: number) =>
    days.slice(from, to).reduce((total, day) => day.map((count, outcome) => count + (total[outcome] ?? 0)), [] as Outcomes)
  for (let end = days.length - MONTH + 1; end <= days.length; end += 1) {
    const difference = toPlainDifference(values, sum(end - 7, end), sum(end - 35, end - 7))
    if (difference && (difference.low > 0 || difference.high < 0)) return true
  }
  return false
}

function toPlainDifference(values: readonly number[], [a = 0, b = 0, c = 0]: Outcomes, [x = 0, y = 0, z = 0]: Outcomes) {
  if (values.length === 3) {
    return toNpsDifference({ detractors: a, passives: b, promoters: c }, { detractors: x, passives: y, promoters: z })
  }
  return toShareDifference({ successes: b, n: a + b }, { successes: y, n: x + y })
}

/** A change that somebody would want to hear of. */
export interface Drop {
  name: string
  values: readonly number[]
  /** Shares of the outcomes, the worst first. */
  before: readonly number[]
  after: readonly number[]
}

export const DROPS: readonly Drop[] = [
  { name: 'CSAT 85 % → 70 %', values: [0, 1], before: [0.15, 0.85], after: [0.3, 0.7] },
  { name: 'CSAT 85 % → 80 %', values: [0, 1], before: [0.15, 0.85], after: [0.2, 0.8] },
  { name: 'NPS 30 → 10', values: [-1, 0, 1], before: [0.2, 0.3, 0.5], after: [0.3, 0.3, 0.4] },
  { name: 'NPS 30 → −10', values: [-1, 0, 1], before: [0.2, 0.3, 0.5], after: [0.4, 0.3, 0.3] },
  { name: 'CSAT 100 % → 80 %', values: [0, 1], before: [0, 1], after: [0.2, 0.8] },
  { name: 'CSAT 100 % → 50 %', values: [0, 1], before: [0, 1], after: [0.5, 0.5] },
]

export interface Delay {
  drop: string
  answersPerDay: number
  runs: number
  /** Within eight weeks. */
  found: number
  /** Whole days and answers after the change until the alarm, of those found and not found together: null where fewer are found. */
  medianDays: number | null
  medianAnswers: number | null
  lateDays: number | null
}

const FOLLOWED_DAYS = 56

/** How long it takes until a drop at one of ten touchpoints is an alarm: it begins on any weekday, after half a year. `lateDays` is the 90th of a hundred. */
export function simulateDelay(drop: Drop, answersPerDay: number, runs: number, seed: number): Delay {
  const random = new Random(seed)
  const needed = toNeededEvidence(TOUCHPOINTS)
  const delays: { days: number; answers: number }[] = []
  for (let run = 0; run < runs; run += 1) {
    const change = 175 + (run % 14)
    const length = change + FOLLOWED_DAYS
    // The same number every day, so that the delay in answers is one of the test and not of the weekend.
    const days = Array.from({ length }, (_, day) => random.outcomes(random.count(answersPerDay), day < change ? drop.before : drop.after))
    const firstDay = 20_000 + run
    const alarm = toChanges({ firstDay, days, values: drop.values }, needed).found.find(({ raised }) => raised >= firstDay + change)
    if (!alarm) continue
    const found = alarm.raised - firstDay - change
    const answers = days.slice(change, change + found + 1).reduce((sum, day) => sum + day.reduce((total, count) => total + count, 0), 0)
    delays.push({ days: found + 1, answers })
  }
  const quantile = (of: 'days' | 'answers', share: number) =>
    delays.map((delay) => delay[of]).sort((one, other) => one - other)[Math.ceil(share * runs) - 1] ?? null
  return {
    drop: drop.name,
    answersPerDay,
    runs,
    found: delays.length,
    medianDays: quantile('days', 0.5),
    medianAnswers: quantile('answers', 0.5),
    lateDays: quantile('days', 0.9),
  }
}
