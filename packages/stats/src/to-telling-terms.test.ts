import { expect, test } from 'vitest'
import { toTellingTerms } from './to-telling-terms.ts'

/** A fixed sequence of numbers from 0 to 1 (mulberry32), the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const VOCABULARY = 400
const TOPICS = 12

/**
 * Comments as people write them: some words in most, most in hardly any (Zipf),
 * and words of one subject together, so that the tests hang together too.
 */
function writeComments(count: number, random: () => number): Set<string>[] {
  return Array.from({ length: count }, () => {
    const words = new Set<string>()
    const topic = Math.floor(random() * TOPICS)
    const length = 3 + Math.floor(random() * 12)
    for (let word = 0; word < length; word += 1) {
      const rank = Math.floor(VOCABULARY ** random()) - 1
      const term = random() < 0.4 ? `topic ${topic} ${rank % 15}` : `word ${rank}`
      words.add(term)
      if (random() < 0.3) words.add(`${term} and more`)
    }
    return words
  })
}

function toGroup(here: readonly Set<string>[], elsewhere: readonly Set<string>[]) {
  const counts = new Map<string, { here: number; elsewhere: number }>()
  for (const [side, comments] of [['here', here] as const, ['elsewhere', elsewhere] as const]) {
    for (const term of comments.flatMap((comment) => [...comment])) {
      const count = counts.get(term) ?? { here: 0, elsewhere: 0 }
      count[side] += 1
      counts.set(term, count)
    }
  }
  return {
    documentsHere: here.length,
    documentsElsewhere: elsewhere.length,
    terms: [...counts].map(([term, count]) => ({ term, ...count })),
  }
}

test.for([
  { here: 30, elsewhere: 300, corpora: 300 },
  { here: 100, elsewhere: 100, corpora: 300 },
  { here: 40, elsewhere: 1000, corpora: 150 },
  { here: 400, elsewhere: 400, corpora: 150 },
])('finds nothing in pure noise but in one corpus of twenty at most: $here against $elsewhere', ({ here, elsewhere, corpora }) => {
  const random = createRandom(here * 1000 + elsewhere)
  let withDiscoveries = 0
  let lookedAt = 0
  let highest = 0
  for (let corpus = 0; corpus < corpora; corpus += 1) {
    const found = toTellingTerms([toGroup(writeComments(here, random), writeComments(elsewhere, random))])
    if (found.terms.length > 0) withDiscoveries += 1
    highest = Math.max(highest, found.terms[0]?.z ?? 0)
    lookedAt += found.lookedAt
  }
  console.info(
    `noise, ${here} against ${elsewhere}: ${withDiscoveries} of ${corpora} corpora with a discovery; ${Math.round(lookedAt / corpora)} terms looked at`,
  )
  expect(lookedAt / corpora).toBeGreaterThan(100)
  // Where nothing is true, the false-discovery rate is the chance of any discovery.
  expect(withDiscoveries / corpora).toBeLessThanOrEqual(0.05)
})

test('finds what was planted, every time, and first', () => {
  const random = createRandom(8)
  for (let corpus = 0; corpus < 60; corpus += 1) {
    const [here, elsewhere] = [writeComments(60, random), writeComments(400, random)]
    for (const comment of here) if (random() < 0.3) comment.add('card reader')
    for (const comment of elsewhere) if (random() < 0.02) comment.add('card reader')
    expect(toTellingTerms([toGroup(here, elsewhere)]).terms[0]?.term).toBe('card reader')
  }
})

test('finds a word that one comment of twelve has here and none elsewhere, whose z is small', () => {
  const random = createRandom(9)
  const [here, elsewhere] = [writeComments(300, random), writeComments(300, random)]
  for (const comment of here.slice(0, 25)) comment.add('refund')
  const [term] = toTellingTerms([toGroup(here, elsewhere)]).terms
  expect(term).toMatchObject({ term: 'refund', here: 25, elsewhere: 0 })
})

test('compares each language with itself: a touchpoint of tourists is not about English', () => {
  const coffee = { documentsHere: 80, documentsElsewhere: 20, terms: [{ term: 'coffee', here: 40, elsewhere: 10 }] }
  const cafe = { documentsHere: 20, documentsElsewhere: 80, terms: [{ term: 'café', here: 10, elsewhere: 40 }] }
  expect(toTellingTerms([coffee, cafe])).toEqual({ terms: [], lookedAt: 2 })
})

test('looks at no term of two comments, and lists none that only others write', () => {
  const group = {
    documentsHere: 50,
    documentsElsewhere: 50,
    terms: [
      { term: 'twice', here: 2, elsewhere: 0 },
      { term: 'theirs', here: 0, elsewhere: 40 },
      { term: 'ours', here: 40, elsewhere: 0 },
    ],
  }
  const { terms, lookedAt } = toTellingTerms([group])
  expect(lookedAt).toBe(2)
  expect(terms.map(({ term }) => term)).toEqual(['ours'])
  expect(toTellingTerms([])).toEqual({ terms: [], lookedAt: 0 })
})
