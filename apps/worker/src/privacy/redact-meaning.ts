import { ABBREVIATIONS, ARTICLES, CALLED, FAINT, type Meaning, NUMBER, toMeaning } from './redact-words.ts'

/** How far before and after a number its words are looked for, in characters and in words. */
const BEFORE = { characters: 64, words: 7, referenceWords: 4 }
const AFTER = { characters: 32, words: 4 }

/** A dash between spaces divides like a full stop. */
const TOKEN = /\p{L}+|\d+|[\n!?;.,#]|(?<= )-(?= )/gu

/**
 * What a number of the folded text is called by the words before it, or else
 * after it: the nearest word that says something. Sentences end its reach.
 */
export function findMeaning(text: string, start: number, end: number): Meaning | null {
  return findBefore(text.slice(Math.max(0, start - BEFORE.characters), start)) ?? findAfter(text.slice(end, end + AFTER.characters))
}

function findBefore(before: string): Meaning | null {
  const tokens = before.match(TOKEN) ?? []
  let words = 0
  let isFar = false
  let faint: Meaning | null = null
  for (let index = tokens.length - 1; index >= 0 && words < BEFORE.words; index -= 1) {
    const token = tokens[index] ?? ''
    const previous = tokens[index - 1] ?? ''
    if (token === '#' && words === 0) return 'reference'
    if (/[\n!?;-]/.test(token)) break
    // "tel. 612 …" goes on, "Adiós. 612 …" does not.
    if (token === '.' && !ABBREVIATIONS.has(previous)) break
    // A list goes on with its second number, "pedidos 123 y 456"; a single one had its number.
    if (token === ',' || (/^\d/.test(token) && !previous.endsWith('s'))) isFar = true
    if (!/^\p{L}/u.test(token)) continue
    words += 1
    const meaning = toMeaning(token)
    if (words === 1 && (meaning === null || meaning === 'thing') && isNumbered(token, tokens.slice(Math.max(0, index - 3), index)))
      faint = 'thing'
    if (!meaning || meaning === 'thing' || (isFar && meaning !== 'phone') || (meaning === 'reference' && words > BEFORE.referenceWords))
      continue
    if (!FAINT.has(token)) return meaning
    if (words === 1 || !NUMBER.has(token)) faint ??= meaning
  }
  return faint
}

/** "el justificante 612345678", "nº de bastidor 612345678", "the route sheet 4155552671": whatever that is, it has numbers. */
function isNumbered(noun: string, before: readonly string[]): boolean {
  const [third = '', second = '', first = ''] = [before.at(-3), before.at(-2), before.at(-1)]
  // "subscriber number 4155552671", and not "my number", "contact number".
  if (noun === 'number') return /^\p{L}{3,}$/u.test(first) && !CALLED.has(first) && !ARTICLES.has(first)
  if (CALLED.has(noun) || noun.length < 3) return false
  if (toMeaning(noun) === 'thing' || ARTICLES.has(first)) return true
  if (!/^(?:del?|of)$/.test(first)) return ARTICLES.has(second) && /^\p{L}{3,}$/u.test(first) && !CALLED.has(first)
  return NUMBER.has(second) || second === 'numero' || (ARTICLES.has(third) && !CALLED.has(second))
}

function findAfter(after: string): Meaning | null {
  let words = 0
  for (const token of after.match(TOKEN) ?? []) {
    if (!/^\p{L}/u.test(token)) return null
    words += 1
    const meaning = toMeaning(token)
    if (meaning && meaning !== 'thing' && !FAINT.has(token)) return meaning
    if (words === AFTER.words) return null
  }
  return null
}
