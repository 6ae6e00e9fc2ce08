import type { SeededRandom } from './seeded-random.ts'

/** Draws scores as often as their weights say. */
export interface ScoreDecks {
  /**
   * An index of `weights`, which are whole numbers: how many cards each has.
   *
   * @param whose who draws from a deck of their own: two who shared one would differ by what the other got
   */
  draw(weights: readonly number[], whose: string): number
}

/**
 * As if from a shuffled deck of cards, one for each list of weights and each
 * who draw by it, that begins anew once it is empty. By dice, every other day on which somebody starts the demo
 * something that nobody planted would seem to have changed; with cards the weeks
 * go up and down nearly as much, and a quarter of a year says what was planted.
 */
export function createScoreDecks(random: SeededRandom): ScoreDecks {
  const decks = new Map<string, number[]>()
  return {
    draw(weights, whose) {
      const name = `${whose} ${weights.join()}`
      const known = decks.get(name)
      const cards = known?.some((count) => count > 0) ? known : [...weights]
      decks.set(name, cards)
      const index = random.weighted(cards)
      cards[index] = (cards[index] ?? 1) - 1
      return index
    },
  }
}
