import { findMeaning } from './redact-meaning.ts'
import { findNumberRuns, type Span, toShape, toWindows, type Window } from './redact-number-runs.ts'

/** ISO/IEC 7812: what the first digits of the large networks are, and how long their numbers. */
const NETWORKS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|095|[689]\d)\d{11,16}$/,
  /^(?:6011|64[4-9]\d|65\d\d)\d{12,15}$/,
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/,
  /^62\d{14,17}$/,
  /^(?:50|5[6-9]|6[0-9])\d{11,17}$/,
  /^220[0-4]\d{12}$/,
  /^(?:8[12]|9792)\d{12,14}$/,
]
/** How cards are printed. */
const PRINTED = /^(?:4-4-4-(?:[1-4]|4-[1-3])|4-6-[45]|4-5-6|8-8|(?:1-){12,18}1)$/
const LENGTH = { least: 13, most: 19 }

/** Numbers of payment cards: 13 to 19 digits that pass Luhn's check and look like a card, not like a reference. */
export function findCards(text: string): Span[] {
  return findNumberRuns(text).flatMap((run) => {
    const found: Span[] = []
    for (let first = 0; first < run.length; ) {
      const card = toWindows(run, first, LENGTH.most).find((window) => isCard(text, window))
      if (card) found.push({ start: card.start, end: card.end })
      first += card?.groups.length ?? 1
    }
    return found
  })
}

function isCard(text: string, window: Window): boolean {
  const { digits, start, end } = window
  if (digits.length < LENGTH.least || !hasLuhnChecksum(digits) || /^(\d)\1+$/.test(digits)) return false
  if (window.groups.some(({ gap }, index) => index > 0 && gap.length > 3)) return false
  const isPrinted = PRINTED.test(toShape(window))
  const isWhole = window.before + window.after === 0
  // A window cut out of the middle of digits that go on in the same way is no number of its own.
  if (!isWhole && !isPrinted && window.groups.length > 1) return false
  if (NETWORKS.some((network) => network.test(digits)) && !isBarcode(digits)) return true
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits)) return false
  const meaning = findMeaning(text, start, end)
  if (isPrinted) return meaning !== 'reference'
  if (meaning) return meaning === 'card'
  return isWhole && window.groups.length === 1 && !/^[01]/.test(digits) && digits.length >= 15 && text[start - 1] !== '-'
}

/** ISO/IEC 7812-1, annex B. */
function hasLuhnChecksum(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** EAN-13, which has the length of an old Visa number. */
function isBarcode(digits: string): boolean {
  if (digits.length !== 13) return false
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0) % 10 === 0
}
