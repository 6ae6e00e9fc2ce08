import type { Alert, AlertedChange, Kind, Release, ScoreChange } from '@pulso/protocol'
import { hasEnoughData } from './has-enough-data.ts'
import { type BeforeAfter, toBeforeAfter } from './to-before-after.ts'
import { ALARM_DAYS, type OutcomeDays, toChanges, toNeededEvidence } from './to-changes.ts'
import { type Outlook, toOutlook } from './to-outcomes.ts'

/** What was answered at one touchpoint in one kind and scale on one day, segments and prompts together. */
export interface DayScores {
  readonly touchpoint: string
  readonly kind: Kind
  readonly scaleMax: number
  /** In the site's time zone, as YYYY-MM-DD. */
  readonly day: string
  /** `scores[i]` counts the score `i`, from 0 to 10. */
  readonly scores: readonly number[]
}

/** A release with the day that it was on, in the site's time zone. */
export interface DatedRelease extends Release {
  readonly day: string
}

/** One touchpoint in one kind and scale, ready for the test. */
interface Series extends OutcomeDays {
  readonly touchpoint: string
  readonly kind: Kind
  readonly scaleMax: number
  readonly outlook: Outlook
}

/** Days around the likeliest beginning of a change in which a release may be its cause: as far off as that day can be for a small change. */
const NEAR_DAYS = 7
const DAY_MS = 86_400_000

/**
 * Whether anything has changed at each touchpoint, in the order of their keys. Days
 * that are not complete must not be among `rows`: their hours are not those of the
 * days that they are compared with.
 *
 * @param from the first day that was read, and `to` the last complete one
 */
export function toAlerts(rows: readonly DayScores[], from: string, to: string, releases: readonly DatedRelease[]): Alert[] {
  const all = toSeries(rows, from, to)
  const needed = toNeededEvidence(all.length)
  return all.map((series) => toAlert(series, needed, releases))
}

/** How scores changed with a release: at the touchpoints that it concerns, or at all. Its own day belongs to neither side. */
export function toReleaseChanges(rows: readonly DayScores[], from: string, to: string, release: DatedRelease): ScoreChange[] {
  const day = toDayNumber(release.day)
  return toSeries(rows, from, to)
    .filter(({ touchpoint }) => concerns(release, touchpoint))
    .flatMap((series) => {
      const change = toBeforeAfter(series, series.outlook, day - 1, day + 1)
      const { touchpoint, kind, scaleMax } = series
      return change ? [{ touchpoint, kind, scaleMax, ...toChange(change) }] : []
    })
}

function toAlert(series: Series, needed: number, releases: readonly DatedRelease[]): Alert {
  const { touchpoint, kind, scaleMax, firstDay, days } = series
  const { found, evidence } = toChanges(series, needed)
  const n = days.reduce((sum, outcomes) => sum + outcomes.reduce((total, count) => total + count, 0), 0)
  const changes = found
    .map(({ direction, raised, changed, evidence: ofChange }, index): AlertedChange & { raised: number } => {
      const [previous, next] = [found[index - 1], found[index + 1]]
      const change = toBeforeAfter(series, series.outlook, changed - 1, changed, {
        ...(previous && { firstBefore: previous.changed }),
        ...(next && { lastAfter: next.changed - 1 }),
      })
      const distance = (release: DatedRelease) => Math.abs(toDayNumber(release.day) - changed)
      return {
        raised,
        direction,
        evidence: ofChange,
        raisedOn: toDay(raised),
        changedOn: toDay(changed),
        change: change && toChange(change),
        releases: releases
          .filter((release) => concerns(release, touchpoint) && distance(release) <= NEAR_DAYS)
          .sort((one, other) => distance(one) - distance(other))
          .map(({ id }) => id),
      }
    })
    .filter(({ raised }) => raised >= firstDay + days.length - ALARM_DAYS)
    .map(({ raised: _, ...change }) => change)
    .toReversed()
  const [newest] = changes
  const state = newest?.direction ?? (evidence !== null && hasEnoughData(n) ? 'steady' : 'learning')
  return { touchpoint, kind, scaleMax, state, evidence: newest?.evidence ?? evidence ?? 0, needed, changes }
}

function toSeries(rows: readonly DayScores[], from: string, to: string): Series[] {
  const firstDay = toDayNumber(from)
  const length = toDayNumber(to) - firstDay + 1
  const groups = Map.groupBy(rows, ({ touchpoint, kind, scaleMax }) => JSON.stringify([touchpoint, kind, scaleMax]))
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, [first, ...others]]) => {
      const outlook = first && toOutlook(first.kind, first.scaleMax)
      if (!outlook) return []
      const days = Array.from({ length }, () => outlook.values.map(() => 0))
      for (const { day, scores } of [first, ...others]) {
        const total = days[toDayNumber(day) - firstDay]
        outlook.toOutcomes(scores).forEach((count, outcome) => {
          if (total) total[outcome] = (total[outcome] ?? 0) + count
        })
      }
      const { touchpoint, kind, scaleMax } = first
      const isAnswered = days.some((outcomes) => outcomes.some((count) => count > 0))
      return isAnswered ? [{ touchpoint, kind, scaleMax, outlook, values: outlook.values, firstDay, days }] : []
    })
}

function toChange({ unit, before, after, difference, answersBefore, answersAfter }: BeforeAfter) {
  const enoughData = hasEnoughData(Math.min(answersBefore, answersAfter))
  return { formula: 'difference/square-and-add', unit, before, after, ...difference, answersBefore, answersAfter, enoughData } as const
}

function concerns({ touchpoints }: Release, touchpoint: string): boolean {
  return touchpoints.length === 0 || touchpoints.includes(touchpoint)
}

function toDayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

function toDay(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}
