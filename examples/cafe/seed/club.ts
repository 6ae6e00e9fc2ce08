import type { SeededRandom } from './seeded-random.ts'

/** The segments of the café. A segment has one name, so these are words that Spanish and English share. */
export const CLUB = 'club'
export const CASUAL = 'casual'

type Opinion = 'detractor' | 'passive' | 'promoter'
const OPINIONS = ['detractor', 'passive', 'promoter'] as const

/** Somebody with a card of the club: recognised, with their consent, under a pseudonym. */
export interface Member {
  respondentId: string
  /** What they think of the café, until the month is over. */
  opinion: Opinion
}

/** How many the club has when the café is as busy as `growth` 1. */
const SIZE = 200
/** What people think who have just got their card, in a hundred, from bad to good. */
const JOINING = [36, 26, 38] as const
/** From which opinion to which, in a hundred, from one month to the next: a coffee on the house wins back four critics of ten. */
const MOVES: Record<Opinion, readonly [detractor: number, passive: number, promoter: number]> = {
  detractor: [38, 22, 40],
  passive: [12, 56, 32],
  promoter: [8, 14, 78],
}
/** Which part of them is still there in the next month. */
const STAYING: Record<Opinion, number> = { detractor: 0.78, passive: 0.82, promoter: 0.92 }

/**
 * How often members give each score where what they say goes along with what
 * they think of the café: the recommendation itself, the coffee, and help.
 * Everywhere else they answer as everybody does, the payment among it.
 */
export const SCORES_OF_MEMBERS: Record<string, Record<Opinion, readonly number[]>> = {
  recommend: {
    detractor: [1, 1, 1, 2, 3, 5, 6, 0, 0, 0, 0],
    passive: [0, 0, 0, 0, 0, 0, 0, 4, 6, 0, 0],
    promoter: [0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 6],
  },
  coffee: { detractor: [10, 16, 26, 30, 18], passive: [1, 2, 5, 36, 56], promoter: [0, 0, 2, 22, 76] },
  help: { detractor: [26, 24, 18, 22, 10], passive: [10, 14, 16, 38, 22], promoter: [4, 8, 12, 38, 38] },
}

/** The members of the club, month after month. */
export interface Club {
  /**
   * Somebody who is asked this and has not been asked it in the same month, as the
   * prompts' frequency has it; null when everybody has been.
   *
   * @param moment months must not run backwards; `growth` says how many members the club has once a month begins
   */
  ask(promptId: string, moment: { month: number; growth: number }): Member | null
}

export function createClub(random: SeededRandom): Club {
  let members: Member[] = []
  let current = Number.NEGATIVE_INFINITY
  let joined = 0
  /** Prompt → who has not been asked yet this month. */
  const waiting = new Map<string, Member[]>()
  const draw = (weights: readonly number[]) => OPINIONS[random.weighted(weights)] ?? 'passive'
  const beginMonth = (month: number, growth: number) => {
    current = month
    waiting.clear()
    members = members
      .filter(({ opinion }) => random.next() < STAYING[opinion])
      .map(({ respondentId, opinion }) => ({ respondentId, opinion: draw(MOVES[opinion]) }))
    while (members.length < SIZE * growth) {
      joined += 1
      members.push({ respondentId: `azotea-card-${joined}`, opinion: draw(JOINING) })
    }
  }
  return {
    ask(promptId, { month, growth }) {
      if (month > current) beginMonth(month, growth)
      const left = waiting.get(promptId) ?? [...members]
      waiting.set(promptId, left)
      const [member] = left.splice(random.below(left.length), 1)
      return member ?? null
    },
  }
}
