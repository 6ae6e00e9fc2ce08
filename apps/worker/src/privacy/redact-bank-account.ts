import { findMeaning } from './redact-meaning.ts'
import { findNumberRuns, type Span, toWindows, type Window } from './redact-number-runs.ts'

/** Length of an IBAN by country: SWIFT, IBAN Registry. */
const IBAN_LENGTHS = new Map(
  (
    'ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18 fk18 fo18 fr27 ' +
    'gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21 lt20 lu20 lv21 ly25 mc27 md24 me22 ' +
    'mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 ' +
    'tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)
const IBAN_START = /(?<![\p{L}\p{N}])[a-z]{2}[ .-]?\d{1}[ ]?\d(?=[ .:a-z0-9-])/gu
const MOST_GAP = 2

/** IBANs of any country (ISO 13616, modulus 97), and the accounts of Spain, Mexico and Argentina written without one. */
export function findBankAccounts(text: string): Span[] {
  const ibans = findIbans(text)
  const accounts = findNumberRuns(text).flatMap((run) => {
    for (let first = 0; first < run.groups.length; first += 1) {
      const account = toWindows(run, first, 18, 22).find((window) => isAccount(text, window))
      if (account) return [{ start: account.start, end: account.end }]
    }
    return []
  })
  const isFree = (span: Span) => ibans.every((iban) => span.end <= iban.start || span.start >= iban.end)
  return accounts.length === 0 ? ibans : [...ibans, ...accounts.filter(isFree)].sort((left, right) => left.start - right.start)
}

function isAccount(text: string, { digits, start, end }: Window): boolean {
  if (/^(\d)\1+$/.test(digits)) return false
  if (digits.length === 20) return isSpanishAccount(digits)
  if (digits.length === 22) return isArgentineAccount(digits)
  return digits.length === 18 && isMexicanAccount(digits) && findMeaning(text, start, end) === 'account'
}

function findIbans(text: string): Span[] {
  const found: Span[] = []
  for (const { 0: head, index: start } of text.matchAll(IBAN_START)) {
    const length = IBAN_LENGTHS.get(head.slice(0, 2))
    if (length === undefined || start < (found.at(-1)?.end ?? 0)) continue
    const end = collect(text, start, length)
    if (end !== null && hasIbanChecksum(text.slice(start, end))) found.push({ start, end })
  }
  return found
}

/** The end of `length` letters and digits with small gaps between them; null when there are not that many, or more without a gap. */
function collect(text: string, start: number, length: number): number | null {
  let taken = 0
  let gap = 0
  for (let index = start; gap <= MOST_GAP; index += 1) {
    const character = text[index] ?? '\n'
    if (/[a-z0-9]/.test(character)) {
      if (taken === length) return gap > 0 ? index - gap : null
      taken += 1
      gap = 0
    } else if (taken === length) {
      return index - gap
    } else if (/[ .-]/.test(character)) {
      gap += 1
    } else {
      return null
    }
  }
  return null
}

/** ISO 7064, MOD 97-10: the country and check digits go to the end, letters count from 10. */
function hasIbanChecksum(written: string): boolean {
  const characters = written.replaceAll(/[^a-z0-9]/g, '')
  // "de 66 …": words fit the letters of an account by chance, but no account is mostly letters.
  if (characters.replaceAll(/\D/g, '').length * 2 < characters.length) return false
  let rest = 0
  for (const character of characters.slice(4) + characters.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Código cuenta cliente: bank and branch, two check digits, account. */
function isSpanishAccount(digits: string): boolean {
  const toCheck = (ten: string) => {
    const check = 11 - (sumWeighted(ten, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11)
    return check === 11 ? 0 : check === 10 ? 1 : check
  }
  return `${toCheck(`00${digits.slice(0, 8)}`)}${toCheck(digits.slice(10))}` === digits.slice(8, 10)
}

/** CLABE, Banco de México: the last digit checks the others modulus 10, digit by digit. */
function isMexicanAccount(digits: string): boolean {
  const sum = [...digits.slice(0, 17)].reduce((total, digit, place) => total + ((Number(digit) * ([3, 7, 1][place % 3] ?? 0)) % 10), 0)
  return (10 - (sum % 10)) % 10 === Number(digits[17])
}

/** CBU, Banco Central de la República Argentina: two blocks, each with its own check digit. */
function isArgentineAccount(digits: string): boolean {
  const toCheck = (block: string) => (10 - (sumWeighted(block, [3, 1, 7, 9], true) % 10)) % 10
  return toCheck(digits.slice(0, 7)) === Number(digits[7]) && toCheck(digits.slice(8, 21)) === Number(digits[21])
}

/** The sum of digits times weights, which begin again when they end; from the right when asked. */
export function sumWeighted(digits: string, weights: readonly number[], fromRight = false): number {
  return [...digits].reduce((sum, digit, place) => {
    const at = fromRight ? digits.length - 1 - place : place
    return sum + Number(digit) * (weights[at % weights.length] ?? 0)
  }, 0)
}
