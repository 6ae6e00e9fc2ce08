/**
 * A text as the detectors read it: one plain lower-case form of whatever a
 * person can type, with the way back. `starts[i]` and `ends[i]` are the offsets
 * in the original of what became the UTF-16 unit `i`.
 */
export interface Folded {
  text: string
  starts: number[]
  ends: number[]
}

/** What is not seen between two characters: zero-width and formatting characters, soft hyphens, accents, keycap frames, Hangul fillers. */
const UNSEEN = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/u
const DASH = /[\p{Pd}\u2043\u2212\u02d7]/u
const SPACE = /[\p{Zs}\t]/u
const DOT = /[\u00b7\u2022\u2027\u2219\u3002\u30fb\uff61]/u

/** The zero of each script whose digits have no compatibility form; the nine others follow it in Unicode. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040,
  0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xaa50, 0xabf0,
]

/** Cyrillic and Greek letters that look Latin, and what they look like. */
const LOOKALIKES = new Map(
  [...'аеорсухіѕјԁһԛԝквмнтαορνικτυχεη'].map((letter, index) => [letter, 'aeopcyxisjdhqwkbmhtaopviktyxen'[index] ?? '']),
)

/** Reads a text once. Lengths differ from the original: go back by `starts` and `ends`. */
export function toFolded(original: string): Folded {
  const starts: number[] = []
  const ends: number[] = []
  const parts: string[] = []
  // A text repeats its few characters.
  const known = new Map<string, string>()
  let offset = 0
  for (const character of original) {
    const plain = known.get(character) ?? toPlain(character)
    known.set(character, plain)
    parts.push(plain)
    // What is not seen belongs to what it is written on.
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = offset + character.length
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(offset)
      ends.push(offset + character.length)
    }
    offset += character.length
  }
  return { text: parts.join(''), starts, ends }
}

function toPlain(character: string): string {
  if (character < '\u0080') return character === '\t' ? ' ' : character.toLowerCase()
  if (UNSEEN.test(character)) return ''
  if (SPACE.test(character)) return ' '
  if (DASH.test(character)) return '-'
  if (DOT.test(character)) return '.'
  const code = character.codePointAt(0) ?? 0
  const zero = ZEROS.find((first) => code >= first && code < first + 10)
  if (zero !== undefined) return String(code - zero)
  // Full-width, circled, superscript and mathematical forms, ligatures; an accented letter leaves its letter.
  let plain = ''
  for (const part of character.normalize('NFKD').toLowerCase()) if (!UNSEEN.test(part)) plain += LOOKALIKES.get(part) ?? part
  return plain
}
