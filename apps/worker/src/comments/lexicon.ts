import type { Emotion } from '@pulso/protocol'

/** What a word does to those beside it. */
type Role = 'negate' | 'boost' | 'soften' | 'excess' | 'turn' | 'or'

/** What is known of a word or phrase. */
export interface Entry {
  /** How it is meant, from −3 to 3; 0 for a phrase that only looks as if. */
  readonly valence: number
  readonly emotion: Emotion | null
  readonly role: Role | null
  /** Tells something only where it is denied: that somebody answers is no news, that nobody does is. */
  readonly onlyDenied: boolean
  /** Takes the sting out of the next bad word: "solved the problem". */
  readonly mends: boolean
}

/** Which words, how inflected, mean what. Phrases and words are separated by commas. */
export interface LexiconSource {
  readonly meanings: readonly (readonly [kind: string, valence: number, emotion: Emotion | null, words: string])[]
  readonly roles: Readonly<Record<Role, string>>
  readonly onlyDenied: readonly (readonly [kind: string, words: string])[]
  readonly mends: readonly (readonly [kind: string, words: string])[]
  /** Every form of a word of some kind; `exact` is as it stands. */
  readonly toForms: (kind: string, word: string) => readonly string[]
  /** What stands before a good word to make it bad, such as "un-". */
  readonly turningPrefix: RegExp
  /** A form that frequent spelling mistakes leave alone. */
  readonly toSound: (word: string) => string
}

export interface Lexicon {
  find(text: string): Entry | undefined
  /** A word that is not found as it is written: the opposite of a good one, or how it sounds. */
  findUnwritten(text: string): Entry | undefined
  /** Whether some phrase goes on after these words. */
  startsPhrase(words: string): boolean
}

/** Phrases have at most this many words, so reading looks at most this far ahead from each word. */
export const LONGEST_PHRASE = 6

/** Shorter words sound like too many others. */
const SHORTEST_SOUND = 5

const PLAIN: Omit<Entry, 'valence' | 'emotion'> = { role: null, onlyDenied: false, mends: false }

/** Writes every form out, once, so that reading is one look-up a word. What comes later in the source wins. */
export function createLexicon({ meanings, roles, onlyDenied, mends, toForms, turningPrefix, toSound }: LexiconSource): Lexicon {
  const entries = new Map<string, Entry>()
  const sounds = new Map<string, Entry>()
  const starts = new Set<string>()
  const add = (kind: string, words: string, entry: Entry) => {
    for (const word of words.split(',')) {
      for (const form of toForms(kind, word.trim()).flatMap(toSpellings)) {
        // What denies may be bad news in itself: "lack of", "failed to".
        entries.set(form, entry.role === 'negate' ? { ...entry, valence: entries.get(form)?.valence ?? 0 } : entry)
      }
    }
  }
  for (const [kind, words] of onlyDenied) add(kind, words, { ...PLAIN, valence: 2, emotion: null, onlyDenied: true })
  for (const [kind, words] of mends) add(kind, words, { ...PLAIN, valence: 1.5, emotion: null, mends: true })
  for (const [kind, valence, emotion, words] of meanings) add(kind, words, { ...PLAIN, valence, emotion })
  for (const [role, words] of Object.entries(roles)) add('exact', words, { ...PLAIN, valence: 0, emotion: null, role: role as Role })
  for (const [text, entry] of entries) {
    for (let space = text.indexOf(' '); space > 0; space = text.indexOf(' ', space + 1)) starts.add(text.slice(0, space))
    if (!text.includes(' ') && text.length >= SHORTEST_SOUND) sounds.set(toSound(text), entry)
  }
  return {
    find: (text) => entries.get(text),
    findUnwritten: (text) => {
      if (text.length < SHORTEST_SOUND) return undefined
      const opposite = entries.get(text.replace(turningPrefix, ''))
      if (opposite && opposite.valence > 0 && !opposite.onlyDenied) return { ...PLAIN, valence: -opposite.valence, emotion: null }
      return sounds.get(toSound(text))
    },
    startsPhrase: (words) => starts.has(words),
  }
}

/** As the text is cut into words, and also without the apostrophes that many leave out. Signs stay as they are. */
function toSpellings(form: string): string[] {
  if (!/^[\p{L}\p{N}]/u.test(form)) return [form]
  const spelled = form.replace(/[-/]/g, ' ')
  return spelled.includes("'") ? [spelled, spelled.replaceAll("'", '')] : [spelled]
}
