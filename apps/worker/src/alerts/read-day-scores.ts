import type { Lane, ShareTerms } from '@pulso/protocol'
import type { DayScores } from '@pulso/stats'
import { TallyStore } from '../reports/tally-store.ts'
import { toSharedPart } from '../sharing/share-terms.ts'
import type { StoredSite } from '../sites/site-store.ts'

/** The answers of one site and lane day by day, both days included, per touchpoint, kind and scale: from tallies, at the touchpoints of today. What the journey does not name any more is left out: nobody looks after it, and each more that is watched asks more evidence of all others. */
export async function readDayScores(
  database: D1Database,
  site: StoredSite,
  lane: Lane,
  from: string,
  to: string,
  terms: ShareTerms | null = null,
): Promise<DayScores[]> {
  const part = terms && toSharedPart(site, terms)
  const sums = await new TallyStore(database, site).sumDays(from, to, { byDay: true, bySegment: part?.needsSegments ?? false })
  const named = new Set(site.touchpoints.map(({ key }) => key))
  const days = new Map<string, { touchpoint: string; kind: DayScores['kind']; scaleMax: number; day: string; scores: number[] }>()
  for (const { lane: ofLane, tally } of sums) {
    if (ofLane !== lane || (part && !part.isOf(tally))) continue
    const { touchpoint, kind, scaleMax, at: day, scores } = tally
    if (!named.has(touchpoint)) continue
    const key = JSON.stringify([touchpoint, kind, scaleMax, day])
    const known = days.get(key)
    if (known) known.scores = known.scores.map((count, score) => count + (scores[score] ?? 0))
    else days.set(key, { touchpoint, kind, scaleMax, day, scores: [...scores] })
  }
  return [...days.values()]
}
