import { toFisherTail } from './to-fisher-tail.ts'
import { toLogOdds } from './to-log-odds.ts'
import { toQValues } from './to-q-values.ts'

/** Documents of one language on both sides, and the terms in them: languages are compared each with itself. */
export interface TermGroup {
  readonly documentsHere: number
  readonly documentsElsewhere: number
  /** In how many documents each term occurs, on either side. */
  readonly terms: readonly { readonly term: string; readonly here: number; readonly elsewhere: number }[]
}

/** A term that is written here more often than elsewhere, beyond what chance makes of so many terms. */
export interface TellingTerm {
  readonly group: number
  readonly term: string
  readonly here: number
  readonly elsewhere: number
  readonly logOdds: number
  readonly z: number
  /** The smallest false-discovery rate at which it would still be listed: see `toQValues`. */
  readonly q: number
}

/** Of the terms that are listed, at most this share is expected to be there by chance. */
export const FALSE_DISCOVERY_RATE = 0.05
/** Terms in fewer documents of both sides together cannot tell anything, and would only make it harder for the others. */
export const FEWEST_DOCUMENTS = 3

/**
 * The terms that tell one side from the other, the most telling first by their
 * log-odds with an informative prior (`toLogOdds`). Which of them are told apart
 * from chance is asked of an exact test (`toFisherTail`), for the z of a word that
 * nobody elsewhere uses is only roughly normal; its false-discovery rate is held
 * over every term looked at in every group (`toQValues`).
 *
 * Which terms are looked at depends on both sides together, never on the
 * difference between them, so looking does not tilt the test.
 */
export function toTellingTerms(groups: readonly TermGroup[]): { terms: TellingTerm[]; lookedAt: number } {
  const looked = groups.flatMap(({ terms, documentsHere, documentsElsewhere }, group) =>
    terms.flatMap(({ term, here, elsewhere }) => {
      if (here + elsewhere < FEWEST_DOCUMENTS) return []
      const counts = { here, elsewhere, documentsHere, documentsElsewhere }
      const odds = toLogOdds(counts)
      return odds ? [{ group, term, here, elsewhere, ...odds, p: toFisherTail(counts) }] : []
    }),
  )
  const qValues = toQValues(looked.map(({ p }) => p))
  const terms = looked
    .map(({ p: _, ...one }, place) => ({ ...one, q: qValues[place] ?? 1 }))
    .filter(({ q, here }) => q <= FALSE_DISCOVERY_RATE && here >= FEWEST_DOCUMENTS)
    // By code unit where z is the same, so that every machine gives the same order.
    .sort((left, right) => right.z - left.z || (left.term < right.term ? -1 : 1))
  return { terms, lookedAt: looked.length }
}
