import type { Emotion } from '@pulso/protocol'
import { type Entry, type Lexicon, LONGEST_PHRASE } from './lexicon.ts'
import type { Word } from './to-words.ts'

/** One thing that a comment says, as it is meant where it stands. */
export interface Hit {
  valence: number
  emotion: Emotion | null
}

/** How many words a "no" reaches. */
const DENIAL_WORDS = 4
/** How many words "very" and "too" reach. */
const DEGREE_WORDS = 2
/** What is denied is meant less than its opposite would be: "not good" is not "terrible", and "not bad" is hardly "good". */
const DENIED_GOOD = -0.8
const DENIED_BAD = -0.5
const BOOST = 1.4
const SOFTEN = 0.5
/** After "but" stands what somebody wants to be heard. */
const BEFORE_TURN = 0.6
const AFTER_TURN = 1.2
/** "Too" makes bad what is neither: too sweet, too far. */
const EXCESS = -1.5

const DENIED_EMOTION: Partial<Record<Emotion, Emotion>> = { joy: 'sadness', trust: 'worry', worry: 'trust' }
const AND = new Set(['y', 'e', 'and', '&'])

/**
 * Goes through the words once. Each is looked up at most `LONGEST_PHRASE` times
 * and a few times more in other spellings, and nothing is gone back to: time grows
 * with the length of the comment and nothing else.
 */
export function findHits(words: readonly Word[], lexicon: Lexicon): Hit[] {
  const hits: Hit[] = []
  let denial = 0
  let degree = 1
  let degreeLeft = 0
  let isTooMuch = false
  let mendLeft = 0
  let wasDenied = false
  let turnedAt = 0
  const endClause = () => {
    if (isTooMuch) hits.push({ valence: EXCESS, emotion: null })
    denial = degreeLeft = mendLeft = 0
    degree = 1
    isTooMuch = wasDenied = false
  }
  for (let index = 0; index < words.length; ) {
    const word = words[index]
    if (word === undefined) break
    const found = word.kind === 'break' ? null : findLongest(words, index, lexicon)
    index += found?.length ?? 1
    if (word.kind === 'break') {
      endClause()
      continue
    }
    const { role = null } = found?.entry ?? {}
    if (role === 'turn') {
      endClause()
      turnedAt = hits.length
      continue
    }
    if (found && found.entry.valence !== 0 && !(found.entry.onlyDenied && denial === 0)) {
      const { entry } = found
      // Spanish denies twice and means it once: "no le pondría ningún pero".
      const deniesItself = found.length > 1 && lexicon.find(word.text)?.role === 'negate'
      const isDenied = denial > 0 && !deniesItself
      const isMended = mendLeft > 0 && entry.valence < 0 && !isDenied
      const hit = toHit(entry, isDenied, degree, isTooMuch)
      if (!isMended) hits.push(hit)
      mendLeft = entry.mends && !isDenied ? DENIAL_WORDS : 0
      // A sign is its own sentence; beside a word, "no" still reaches the next one: "no funciona bien".
      denial = word.kind === 'word' && (isDenied || (deniesItself && entry.valence < 0)) ? 2 : 0
      wasDenied = isDenied
      degree = 1
      degreeLeft = 0
      isTooMuch = false
    } else if (AND.has(word.text)) denial = 0
    else if (!found && isTooMuch) {
      if (denial === 0) hits.push({ valence: EXCESS, emotion: null })
      isTooMuch = false
    }
    if (role === 'negate' || (role === 'or' && wasDenied)) denial = DENIAL_WORDS + 1
    if (role === 'boost' || role === 'soften' || role === 'excess') {
      degree = role === 'soften' ? SOFTEN : Math.min(2, degree * BOOST)
      degreeLeft = DEGREE_WORDS + 1
      if (role === 'excess') isTooMuch = true
    }
    denial = Math.max(0, denial - 1)
    mendLeft = Math.max(0, mendLeft - 1)
    degreeLeft = Math.max(0, degreeLeft - 1)
    if (degreeLeft === 0) degree = 1
  }
  endClause()
  return turnedAt === 0
    ? hits
    : hits.map((hit, place) => ({ ...hit, valence: hit.valence * (place < turnedAt ? BEFORE_TURN : AFTER_TURN) }))
}

function toHit({ valence, emotion }: Entry, isDenied: boolean, degree: number, isExcess: boolean): Hit {
  if (isDenied) {
    const denied = emotion && (DENIED_EMOTION[emotion] ?? null)
    return { valence: valence * (valence > 0 ? DENIED_GOOD : DENIED_BAD), emotion: denied }
  }
  if (isExcess && valence > 0) return { valence: EXCESS, emotion: null }
  return { valence: valence * degree, emotion }
}

function findLongest(words: readonly Word[], index: number, lexicon: Lexicon): { entry: Entry; length: number } | null {
  const first = words[index]
  if (first === undefined) return null
  let phrase = first.text
  let longest: { entry: Entry; length: number } | null = null
  for (let length = 2; first.kind === 'word' && length <= LONGEST_PHRASE && lexicon.startsPhrase(phrase); length += 1) {
    const next = words[index + length - 1]
    if (next?.kind !== 'word') break
    phrase += ` ${next.text}`
    const entry = lexicon.find(phrase)
    if (entry) longest = { entry, length }
  }
  if (longest) return longest
  const entry = lexicon.find(first.text) ?? (first.kind === 'word' ? findRespelled(first.text, lexicon) : undefined)
  return entry ? { entry, length: 1 } : null
}

/** What somebody drew out ("buenooo", "goooood") or misspelt. */
function findRespelled(text: string, lexicon: Lexicon): Entry | undefined {
  const twice = text.replace(/(.)\1{2,}/gu, '$1$1')
  const once = twice.replace(/(.)\1+$/u, '$1')
  const drawn = twice === text ? undefined : (lexicon.find(twice) ?? lexicon.find(text.replace(/(.)\1{2,}/gu, '$1')) ?? lexicon.find(once))
  return drawn ?? lexicon.findUnwritten(text)
}
