import { sumWeighted } from './redact-bank-account.ts'
import { findMeaning } from './redact-meaning.ts'
import type { Span } from './redact-number-runs.ts'

/** Spain: the letter is the number modulus 23 in this row (Ministerio del Interior). */
const DNI_LETTERS = 'trwagmyfpdxbnjzsqvhlcke'

interface Form {
  pattern: RegExp
  /** Whether what matched, without its separators, is such a number. */
  isValid: (compact: string, match: string) => boolean
  /** Believed only where the words around it say what it is, because too much else looks like it. */
  needsWords?: (match: string) => boolean
}

const EDGE_BEFORE = '(?<![\\p{L}\\p{N}]|\\d[-./])'
const EDGE_AFTER = '(?![\\p{L}\\p{N}]|[-./]\\d)'
const toForm = (source: string) => new RegExp(EDGE_BEFORE + source + EDGE_AFTER, 'gu')

const FORMS: readonly Form[] = [
  // DNI. Without words, all eight digits; and a lone "a", "e" or "y" after a space is a word.
  {
    pattern: toForm('\\d{1,2}[. ]?\\d{3}[. ]?\\d{3}[ .-]{0,3}[a-z]'),
    isValid: hasDniLetter,
    needsWords: (match) => !/^\d{2}\D?\d{3}\D?\d{3}/.test(match) || /\d [aey]$/.test(match),
  },
  { pattern: toForm('[xyz][ .-]?\\d{1,2}[. ]?\\d{3}[. ]?\\d{3}[ .-]{0,3}[a-z]'), isValid: hasDniLetter },
  // Número de la Seguridad Social: province, number, modulus 97 of both.
  {
    pattern: toForm('\\d{2}[ /-]?\\d{7,8}[ /-]?\\d{2}'),
    isValid: hasSocialSecurityCheck,
    needsWords: (match) => !/^\d+[ /-]\d+[ /-]\d+$/.test(match),
  },
  // United States: areas, groups and serials that the Social Security Administration gives out.
  { pattern: toForm('(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}'), isValid: () => true },
  // United Kingdom, National Insurance.
  {
    pattern: toForm('(?!bg|gb|nk|kn|tn|nt|zz)[a-ceghj-prstw-z][a-ceghj-nprstw-z][ -]?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[a-d]'),
    isValid: () => true,
  },
  // Chile, RUT: modulus 11.
  { pattern: toForm('\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dk]'), isValid: hasRutCheck },
  // Brazil, CPF.
  {
    pattern: toForm('\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}'),
    isValid: hasCpfChecks,
    needsWords: (match) => !/^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(match),
  },
  // Argentina, CUIT and CUIL of a person.
  {
    pattern: toForm('2[03-7][ -]?\\d{8}[ -]?\\d'),
    isValid: hasCuitCheck,
    needsWords: (match) => !/^\d{2}-\d{8}-\d$/.test(match),
  },
  // Mexico, CURP and a person's RFC: four letters of the name and the day of birth.
  { pattern: toForm('[a-z]{4}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[hmx][a-z]{5}[a-z0-9]\\d'), isValid: () => true },
  { pattern: toForm('[a-z&]{4}-?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])-?[a-z0-9]{2}[a0-9]'), isValid: () => true },
  // Cédulas, passports, licences and numbers without their letter.
  {
    pattern: toForm('(?:[a-z]{1,3}[.-]?)?\\d[\\d. -]{3,14}\\d(?:-?[a-z0-9])?'),
    isValid: (compact) => /^(?:\d{6,12}[a-z]?|[a-z]{1,3}\d{5,10}[a-z]?)$/.test(compact),
    needsWords: () => true,
  },
  { pattern: toForm('[a-z]{1,2}\\d[a-z0-9]{4,8}'), isValid: (compact) => (compact.match(/\d/g)?.length ?? 0) >= 4, needsWords: () => true },
]

/** Numbers by which a state knows a person: DNI, NIE and the like of Latin America, the United Kingdom and the United States. */
export function findIdentityNumbers(text: string): Span[] {
  const found = FORMS.flatMap(({ pattern, isValid, needsWords }) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: match, index: start }) => {
      const end = start + match.length
      if (!isValid(match.replaceAll(/[^\p{L}\p{N}&]/gu, ''), match)) return []
      const meaning = findMeaning(text, start, end)
      const isBelieved = needsWords?.(match) ? meaning === 'identity' : meaning !== 'reference'
      return isBelieved ? [{ start, end }] : []
    }),
  ).sort((left, right) => left.start - right.start || right.end - left.end)
  let last = 0
  return found.filter(({ start, end }) => {
    if (start < last) return false
    last = end
    return true
  })
}

/** A NIE begins with X, Y or Z, which count as 0, 1 and 2. */
function hasDniLetter(compact: string): boolean {
  const digits = compact.slice(0, -1).replace(/^[xyz]/, (letter) => String('xyz'.indexOf(letter)))
  return digits.length >= 7 && DNI_LETTERS[Number(digits) % 23] === compact.at(-1)
}

function hasSocialSecurityCheck(compact: string): boolean {
  const province = Number(compact.slice(0, 2))
  const number = Number(compact.slice(2, -2))
  if (province < 1 || province > 66) return false
  const whole = number < 10_000_000 ? number + province * 10_000_000 : Number(compact.slice(0, -2))
  return whole % 97 === Number(compact.slice(-2))
}

function hasRutCheck(compact: string): boolean {
  const rest = 11 - (sumWeighted(compact.slice(0, -1), [2, 3, 4, 5, 6, 7], true) % 11)
  return compact.at(-1) === (rest === 11 ? '0' : rest === 10 ? 'k' : String(rest))
}

function hasCpfChecks(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false
  const toCheck = (length: number) => ((sumWeighted(digits.slice(0, length), [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], true) * 10) % 11) % 10
  return toCheck(9) === Number(digits[9]) && toCheck(10) === Number(digits[10])
}

function hasCuitCheck(digits: string): boolean {
  const rest = 11 - (sumWeighted(digits.slice(0, 10), [2, 3, 4, 5, 6, 7], true) % 11)
  return (rest === 11 ? 0 : rest === 10 ? 9 : rest) === Number(digits[10])
}
