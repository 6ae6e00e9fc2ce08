import type { ImportBatch } from '@pulso/protocol/types'
import { CASUAL, CLUB, createClub, type Member, SCORES_OF_MEMBERS } from './seed/club.ts'
import { createCommentBook, type Mood } from './seed/comment-book.ts'
import { toDemoId } from './seed/demo-id.ts'
import { createScoreDecks } from './seed/score-decks.ts'
import { createSeededRandom, type SeededRandom } from './seed/seeded-random.ts'
import { GROWTH, HOUR_WEIGHTS, PAYMENT_TROUBLE, type TouchpointTraffic, TRAFFIC, WEEKDAY_WEIGHTS } from './seed/traffic.ts'
import { toDayBefore, toMidnight } from './seed/zoned-day.ts'

/** A response as the import takes it, with the pseudonym of who answered, if they have one. */
type DemoResponse = ImportBatch['responses'][number]

/** One showing before anything has become of it. */
interface Showing {
  shownAt: number
  daysAgo: number
  /** Calendar months are counted on through the years. */
  month: number
  growth: number
  traffic: TouchpointTraffic
}

const SECONDS_PER_HOUR = 3600
/** Nobody answers in less than this, and most within a minute. */
const QUICKEST_ANSWER_MS = 1800
const SLOWEST_ANSWER_MS = 55_000

function toShowings(now: number, timeZone: string, days: number, random: SeededRandom): Showing[] {
  const showings: Showing[] = []
  for (let daysAgo = days - 1; daysAgo >= 0; daysAgo -= 1) {
    const day = toDayBefore(now, daysAgo, timeZone)
    const midnight = toMidnight(day, timeZone)
    const growth = GROWTH.last - (GROWTH.last - GROWTH.first) * (daysAgo / 90)
    for (const traffic of TRAFFIC) {
      if (daysAgo >= (traffic.openForDays ?? Number.POSITIVE_INFINITY)) continue
      const count = random.countAround(traffic.shownPerDay * growth * (WEEKDAY_WEIGHTS[day.weekday] ?? 1))
      for (let index = 0; index < count; index += 1) {
        const second = (random.weighted(HOUR_WEIGHTS[traffic.rhythm]) + random.next()) * SECONDS_PER_HOUR
        const shownAt = midnight + Math.floor(second * 1000)
        // Today is only as old as the clock says, with room for the answer itself.
        if (shownAt + SLOWEST_ANSWER_MS < now) showings.push({ shownAt, daysAgo, month: day.year * 12 + day.month, growth, traffic })
      }
    }
  }
  return showings.sort((a, b) => a.shownAt - b.shownAt)
}

function toScores({ daysAgo, traffic }: Showing, member: Member | null): readonly number[] {
  const ofMembers = member && SCORES_OF_MEMBERS[traffic.touchpoint]?.[member.opinion]
  if (ofMembers) return ofMembers
  const isTroubled =
    traffic.touchpoint === PAYMENT_TROUBLE.touchpoint && daysAgo <= PAYMENT_TROUBLE.sinceDaysAgo && daysAgo > PAYMENT_TROUBLE.untilDaysAgo
  return isTroubled ? PAYMENT_TROUBLE.scores : traffic.scores
}

/** The same three moods that the follow-up question knows. */
function toMood({ kind, scaleMax }: TouchpointTraffic, score: number): Mood {
  if (kind === 'nps') return score >= 9 ? 'high' : score >= 7 ? 'mid' : 'low'
  const middle = (1 + scaleMax) / 2
  return score > middle ? 'high' : score < middle ? 'low' : 'mid'
}

/**
 * Invented history for the demo café: as if it had been asking for `days` days.
 * It keeps a café's hours, grows, and has a story in it (see `seed/traffic.ts`).
 * The same arguments give the same responses, and nobody real is in them.
 *
 * @param options.now milliseconds since 1970; nothing is later than this
 * @param options.timeZone whose calendar the café lives by
 * @returns responses as the wire carries them, oldest first
 */
export function createDemoHistory(options: { now: number; timeZone: string; days?: number; seed: number }): DemoResponse[] {
  const { now, timeZone, days = 90, seed } = options
  const random = createSeededRandom(seed)
  const comments = createCommentBook(random)
  const club = createClub(random)
  const scores = createScoreDecks(random)
  return toShowings(now, timeZone, days, random).map((showing): DemoResponse => {
    const { shownAt, traffic } = showing
    const member = traffic.club !== undefined && random.next() < traffic.club ? club.ask(traffic.promptId, showing) : null
    const segment = traffic.club === undefined ? undefined : member ? CLUB : CASUAL
    const locale = random.next() < 0.7 ? 'es' : 'en'
    const outcome = random.weighted(traffic.outcomes)
    const shown = {
      id: toDemoId(shownAt, random),
      promptId: traffic.promptId,
      promptVersion: 1,
      kind: traffic.kind,
      scaleMax: traffic.scaleMax,
      touchpoint: traffic.touchpoint,
      locale,
      shownAt,
      ...(segment !== undefined && { segment }),
      ...(member && { respondentId: member.respondentId }),
    }
    if (outcome === 0) return { ...shown, rev: 1, state: 'shown' }
    if (outcome === 1) return { ...shown, rev: 2, state: 'dismissed' }
    const step = scores.draw(toScores(showing, member), `${traffic.touchpoint} ${segment}`)
    const score = traffic.kind === 'nps' ? step : step + 1
    const answeredAt = shownAt + QUICKEST_ANSWER_MS + random.below(SLOWEST_ANSWER_MS - QUICKEST_ANSWER_MS)
    if (outcome === 2) return { ...shown, rev: 2, state: 'answered', answeredAt, score }
    const mood = toMood(traffic, score)
    const completed = { ...shown, rev: 3, state: 'completed' as const, answeredAt, score }
    const comment = random.next() < traffic.writes[mood] ? comments.write(traffic.touchpoint, mood, { locale, segment }) : undefined
    return comment === undefined ? completed : { ...completed, comment }
  })
}
