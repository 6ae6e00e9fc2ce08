import { findMeaning } from './redact-meaning.ts'
import { findNumberRuns, type Span, toGroups, toShape, toWindows, type Window } from './redact-number-runs.ts'

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
    for (let first = 0; first < run.groups.length; ) {
      const card = toWindows(run, first, LENGTH.least, LENGTH.most).find((window) => isCard(text, window))
      if (card) found.push({ start: card.start, end: card.end })
      first += card?.count ?? 1
    }
    return found
  })
}

function isCard(text: string, window: Window): boolean {
  const { digits, start, end } = window
  if (!hasLuhnChecksum(digits) || /^(\d)\1+$/.test(digits)) return false
  if (toGroups(window).some(({ gap }, index) => index > 0 && gap.length > 3)) return false
  const meaning = findMeaning(text, start, end)
  if (meaning === 'card') return true
  // Any other grouping is several numbers, or a telephone.
  const isPrinted = PRINTED.test(toShape(window))
  if (window.count > 1 && !isPrinted) return false
  // What is left of old Visa cards has the length of a barcode.
  if (digits.length === 13 && (isBarcode(digits) || meaning === 'reference')) return false
  if (NETWORKS.some((network) => network.test(digits))) return true
  // Of no known network: only as cards are printed, or as long as cards are and called nothing else.
  if (isDay(digits) || (meaning !== null && meaning !== 'thing')) return false
  return isPrinted || (digits.length >= 15 && window.before + window.after === 0 && /^[2-9]/.test(digits) && text[start - 1] !== '-')
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

/** A time to the second, as systems write it: 20261125183000. */
function isDay(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits)
}

/** EAN-13: the last digit checks the others, weighted 1 and 3. */
function isBarcode(digits: string): boolean {
  if (digits.length !== 13) return false
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0) % 10 === 0
}
