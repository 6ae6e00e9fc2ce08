import type { SeededRandom } from '../cafe/seed/seeded-random.ts'

const CLASSES = ['detractor', 'passive', 'promoter'] as const
type NpsClass = (typeof CLASSES)[number]

/** From which class to which, in a hundred, when somebody comes back. */
const MOVES: Record<NpsClass, readonly [detractor: number, passive: number, promoter: number]> = {
  detractor: [30, 20, 50],
  passive: [10, 70, 20],
  promoter: [5, 10, 85],
}
const FIRST = [30, 30, 40] as const
const NPS_SCORES: Record<NpsClass, readonly [lowest: number, highest: number]> = { detractor: [0, 6], passive: [7, 8], promoter: [9, 10] }
/** Answers of everybody together for each of them. */
const ANSWERS_EACH = 40

/** Visitors who come under a pseudonym, each with a class that lasts until they answer again in another month. */
export interface Respondents {
  /** One of them, by number. */
  pick(): number
  classOf(respondent: number): NpsClass
  /** What one of them answers to the recommendation in a month; null when that has been answered this month. */
  recommend(respondent: number, month: number): number | null
}

/** @param isQuiet classes mean nothing: everybody's is drawn anew each time */
export function createRespondents(random: SeededRandom, responses: number, isQuiet: boolean): Respondents {
  const count = Math.max(20, Math.round(responses / ANSWERS_EACH))
  const classes = Uint8Array.from({ length: count }, () => random.weighted(FIRST))
  const months = new Int32Array(count).fill(-1)
  const classOf = (respondent: number): NpsClass => CLASSES[classes[respondent] ?? 0] ?? 'detractor'
  return {
    pick: () => random.below(count),
    classOf,
    recommend(respondent, month) {
      if (months[respondent] === month) return null
      if (isQuiet) classes[respondent] = random.weighted(FIRST)
      else if (months[respondent] !== -1) classes[respondent] = random.weighted(MOVES[classOf(respondent)])
      months[respondent] = month
      const [lowest, highest] = NPS_SCORES[classOf(respondent)]
      return lowest + random.below(highest - lowest + 1)
    },
  }
}
