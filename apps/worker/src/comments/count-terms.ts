import { FEWEST_DOCUMENTS, type TermGroup } from '@pulso/stats'
import type { TermWord } from './to-terms.ts'

/** A comment on one side of a comparison, as the words that can become themes. */
export interface SidedComment {
  readonly clauses: readonly TermWord[][]
  readonly isHere: boolean
}

/** In how many comments of each side a term occurs, and how they write it. */
interface TermCount {
  here: number
  elsewhere: number
  readonly writings: Map<string, number>
  /** The comments here with it, by their place. */
  readonly places: number[]
}

export interface CountedTerms {
  readonly group: TermGroup
  /** As most people wrote it. */
  toText(term: string): string
  /** Places of the comments here in which it occurs. */
  toPlaces(term: string): readonly number[]
}

const LONGEST_TERM = 3

/**
 * Counts words and phrases of one language by the comments that have them. Terms
 * of few comments are dropped before longer ones are built, for a phrase is in
 * no more comments than its parts (Agrawal, R. and Srikant, R. (1994), "Fast
 * algorithms for mining association rules", VLDB 20): what is held in memory
 * follows what people repeat, not what somebody makes up.
 */
export function countTerms(comments: readonly SidedComment[]): CountedTerms {
  const counted = new Map<string, TermCount>()
  /** Every word sequence of the length before that is frequent enough, those that begin or end with a stop word too. */
  let frequent: ReadonlySet<string> | null = null
  for (let length = 1; length <= LONGEST_TERM; length += 1) {
    const round = countRound(comments, length, frequent)
    for (const [key, count] of round) if (count.here + count.elsewhere < FEWEST_DOCUMENTS) round.delete(key)
    frequent = new Set(round.keys())
    for (const [key, count] of round) if (count.writings.size > 0) counted.set(key, count)
  }
  return {
    group: {
      documentsHere: comments.filter(({ isHere }) => isHere).length,
      documentsElsewhere: comments.filter(({ isHere }) => !isHere).length,
      terms: [...counted].map(([term, { here, elsewhere }]) => ({ term, here, elsewhere })),
    },
    toText: (term) => toMostFrequent(counted.get(term)?.writings ?? new Map()) ?? term,
    toPlaces: (term) => counted.get(term)?.places ?? [],
  }
}

function countRound(comments: readonly SidedComment[], length: number, shorter: ReadonlySet<string> | null): Map<string, TermCount> {
  const round = new Map<string, TermCount>()
  for (const [place, { isHere, clauses }] of comments.entries()) {
    const seen = new Set<string>()
    for (const clause of clauses) {
      for (let start = 0; start + length <= clause.length; start += 1) {
        const words = clause.slice(start, start + length)
        const key = toKey(words)
        if (seen.has(key) || (shorter && !(shorter.has(toKey(words.slice(1))) && shorter.has(toKey(words.slice(0, -1)))))) continue
        seen.add(key)
        const count = round.get(key) ?? { here: 0, elsewhere: 0, writings: new Map<string, number>(), places: [] }
        round.set(key, count)
        count[isHere ? 'here' : 'elsewhere'] += 1
        if (words[0]?.isStop || words.at(-1)?.isStop) continue
        const written = words.map((word) => word.written).join(' ')
        count.writings.set(written, (count.writings.get(written) ?? 0) + 1)
        if (isHere) count.places.push(place)
      }
    }
  }
  return round
}

function toKey(words: readonly TermWord[]): string {
  return words.map(({ key }) => key).join(' ')
}

/** The first of those that are equally frequent, so that the same comments give the same text. */
function toMostFrequent(writings: ReadonlyMap<string, number>): string | undefined {
  return [...writings].sort((left, right) => right[1] - left[1])[0]?.[0]
}
