import { toDemoId } from '../cafe/seed/demo-id.ts'
import { createSeededRandom, type SeededRandom } from '../cafe/seed/seeded-random.ts'
import { type CalendarDay, toDayBefore, toMidnight } from '../cafe/seed/zoned-day.ts'
import { writeComment } from './comments.ts'
import { createRespondents, type Respondents } from './respondents.ts'
import { PLANTED_SEGMENTS, PLANTED_TIME_ZONE } from './site.ts'
import { HOUR_WEIGHTS, KNOWN, OUTCOMES, type PlantedTraffic, SILENT_OUTCOMES, TRAFFIC, WRITES } from './traffic.ts'
import { PLANTED_SCORES, type PlantedTruths, toPlantedTruths, toReleaseDay } from './truths.ts'

/** A response of the history, as little as it can be: there may be ten millions of them. Times in milliseconds since 1970. */
export interface PlantedResponse {
  id: string
  traffic: PlantedTraffic
  state: 'shown' | 'dismissed' | 'answered' | 'completed'
  shownAt: number
  answeredAt: number | null
  /** The score; of a choice, the place of the option. */
  score: number | null
  comment: string | null
  locale: 'es' | 'en'
  segment: string | null
  /** By number; null is nobody known. */
  respondent: number | null
}

export interface PlantedOptions {
  /** Nothing is later than this. */
  now: number
  responses: number
  days: number
  seed: number
  /** Nothing is planted: what anybody finds here is noise. */
  isQuiet?: boolean
  /** Whether visitors belong to segments. */
  isSegmented?: boolean
}

export interface PlantedHistory {
  /** Null in a quiet history. */
  truths: PlantedTruths | null
  /** Day by day, in the order of time. */
  responses: Iterable<PlantedResponse>
}

const STATES = ['shown', 'dismissed', 'answered', 'completed'] as const
const SILENT = ['help', 'returns']
const SLOWEST_ANSWER_MS = 55_000
const HOUR_MS = 3_600_000
const WEIGHTS = TRAFFIC.map(({ weight }) => weight)

/**
 * Invented history with known truths in it; see `truths.ts`. The same options give
 * the same responses. As long as there are ten responses a day, every touchpoint has
 * one every day, whatever the number: so a year of tallies has the same rows.
 */
export function createPlantedHistory(options: PlantedOptions): PlantedHistory {
  const { now, days, isQuiet = false } = options
  const release = toDayBefore(now, days - 1 - toReleaseDay(days), PLANTED_TIME_ZONE)
  return { truths: isQuiet ? null : toPlantedTruths(toText(release)), responses: generate(options) }
}

function* generate({ now, responses, days, seed, isQuiet = false, isSegmented = true }: PlantedOptions): Generator<PlantedResponse> {
  const random = createSeededRandom(seed)
  const respondents = createRespondents(random, responses, isQuiet)
  const releaseDay = isQuiet ? Number.POSITIVE_INFINITY : toReleaseDay(days)
  for (let index = 0; index < days; index += 1) {
    const calendarDay = toDayBefore(now, days - 1 - index, PLANTED_TIME_ZONE)
    const midnight = toMidnight(calendarDay, PLANTED_TIME_ZONE)
    const count = Math.floor((responses * (index + 1)) / days) - Math.floor((responses * index) / days)
    const showings = Array.from({ length: count }, (_, number) => ({
      shownAt: toTime(random, midnight, now),
      traffic: TRAFFIC[number < TRAFFIC.length ? number : random.weighted(WEIGHTS)],
    })).sort((left, right) => left.shownAt - right.shownAt)
    const circumstances = { month: calendarDay.year * 12 + calendarDay.month, isReleased: index >= releaseDay, isQuiet, isSegmented }
    for (const { shownAt, traffic } of showings) if (traffic) yield toResponse(random, respondents, { shownAt, traffic, ...circumstances })
  }
}

/** A moment of the day. The first and the last hour are left out, so that a change of clocks moves nothing into another day. */
function toTime(random: SeededRandom, midnight: number, now: number): number {
  const hour = Math.min(22, Math.max(1, random.weighted(HOUR_WEIGHTS)))
  const time = midnight + Math.floor((hour + random.next()) * HOUR_MS)
  const latest = now - SLOWEST_ANSWER_MS
  // Today is only as old as the clock says.
  return time < latest ? time : midnight + Math.floor(random.next() * Math.max(0, latest - midnight))
}

interface Showing {
  shownAt: number
  traffic: PlantedTraffic
  month: number
  isReleased: boolean
  isQuiet: boolean
  isSegmented: boolean
}

function toResponse(random: SeededRandom, respondents: Respondents, showing: Showing): PlantedResponse {
  const { shownAt, traffic, isQuiet, isSegmented } = showing
  const { touchpoint } = traffic
  const isSilent = !isQuiet && SILENT.includes(touchpoint)
  const outcome = random.weighted(isSilent ? SILENT_OUTCOMES : OUTCOMES)
  const state = STATES[outcome] ?? 'shown'
  const locale = random.next() < 0.6 ? 'es' : 'en'
  const segment = isSegmented ? (PLANTED_SEGMENTS[random.weighted([2, 4, 4])] ?? null) : null
  const isKnown = (touchpoint === 'payment' || touchpoint === 'recommend') && random.next() < KNOWN
  const shown = { id: toDemoId(shownAt, random), traffic, state, shownAt, locale, segment } as const
  if (outcome < 2) return { ...shown, answeredAt: null, score: null, comment: null, respondent: null }
  const picked = isKnown ? respondents.pick() : null
  const recommended = picked !== null && touchpoint === 'recommend' ? respondents.recommend(picked, showing.month) : null
  // Somebody who has answered this month already is asked as nobody known.
  const respondent = touchpoint === 'recommend' && recommended === null ? null : picked
  const score = recommended ?? traffic.lowest + random.weighted(toScores(showing, segment, respondent, respondents))
  const isThemed = touchpoint === 'payment' && showing.isReleased
  const comment = outcome === 3 && random.next() < WRITES ? writeComment(random, locale, isThemed) : null
  return { ...shown, answeredAt: shownAt + 1800 + random.below(SLOWEST_ANSWER_MS - 1800), score, comment, respondent }
}

function toScores({ traffic, isReleased, isQuiet }: Showing, segment: string | null, respondent: number | null, known: Respondents) {
  if (isQuiet) return traffic.scores
  if (traffic.touchpoint === 'delivery' && segment === 'business') return PLANTED_SCORES.business
  if (traffic.touchpoint !== 'payment') return traffic.scores
  if (isReleased) return PLANTED_SCORES.released
  return respondent === null ? traffic.scores : PLANTED_SCORES.payment[known.classOf(respondent)]
}

function toText({ year, month, day }: CalendarDay): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
