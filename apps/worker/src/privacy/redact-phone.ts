import { findMeaning } from './redact-meaning.ts'
import { findNumberRuns, type NumberRun, type Span, toGroups, toShape, toWindows, type Window } from './redact-number-runs.ts'
import { isInternational, isLooselyInternational, isNational } from './redact-phone-plans.ts'

/** E.164 has at most 15 digits; prefixes and a spoken (0) come in front of them. */
const MOST_DIGITS = 18
const LEAST_DIGITS = 7
const EXTENSION = / ?(?:,? ?(?:extension|ext|int|interno|anexo|x)\.? ?)\d{1,5}(?!\d)/y

/** Telephone numbers of a folded text, as Spain, Latin America, the United Kingdom and the United States write them, and any with a +. */
export function findPhones(text: string): Span[] {
  return findNumberRuns(text).flatMap((run) => {
    const found: Span[] = []
    for (let first = 0; first < run.groups.length; ) {
      const phone = findPhone(text, run, first)
      if (phone) found.push(toWhole(text, phone))
      first += phone?.count ?? 1
    }
    return found
  })
}

function findPhone(text: string, run: NumberRun, first: number): Window | undefined {
  const windows = toWindows(run, first, LEAST_DIGITS, MOST_DIGITS).filter((window) => standsAlone(text, window))
  return windows.find((window) => isPhone(text, window)) ?? windows.find((window) => isSaidToBePhone(text, window))
}

/** In a form that some country uses, and not said to be anything else. */
function isPhone(text: string, window: Window): boolean {
  const { digits, start, end } = window
  if (isDay(digits)) return false
  if (hasPlus(text, window) && isInternational(digits)) return true
  if (!isNational(digits, toShape(window), toGaps(window)) || isRange(window)) return false
  const meaning = findMeaning(text, start, end)
  if (meaning === 'phone') return true
  // Groups say more than grammar does: "mi nuevo contacto 612 345 678".
  const mayBePhone = meaning === null || (meaning === 'thing' && window.count > 1)
  return mayBePhone && !isRepetition(digits) && !isAttached(text, window)
}

/** In any form, as somebody mistypes or groups it, when a + or the words around it say so. */
function isSaidToBePhone(text: string, window: Window): boolean {
  const { digits, count, before, after, start, end } = window
  if (isDay(digits) || digits.length > 15) return false
  if (before + after > 0 && count > 1) return false
  return (hasPlus(text, window) && isLooselyInternational(digits)) || findMeaning(text, start, end) === 'phone'
}

function hasPlus(text: string, { start }: Window): boolean {
  return /\+ ?\(?$/.test(text.slice(Math.max(0, start - 3), start))
}

function toGaps(window: Window): string {
  return toGroups(window)
    .slice(1)
    .map(({ gap }) => gap)
    .join('')
}

/** Part of a code: "ORD-612345678", "#612345678", "612345678A". */
function isAttached(text: string, { start, end }: Window): boolean {
  return /(?:[\p{L}_][-_.]?|[#/=\\])$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[-_]?[\p{L}_]/u.test(text.slice(end, end + 2))
}

/** What is left of the run is another number: behind a plain space, and not going on in the same steps. */
function standsAlone(text: string, window: Window): boolean {
  const { groups } = window.run
  const [previous, head, last, next] = [-1, 0, window.count - 1, window.count].map((place) => groups[window.before + place])
  if (!head || !last) return false
  if (previous && (isTight(head.gap) || (previous.digits.length === head.digits.length && head.digits.length < 7))) return false
  if (!next) return true
  if (isTight(next.gap)) return false
  return next.digits.length !== last.digits.length || last.digits.length > 6 || startsPhone(text, window.run, window.before + window.count)
}

/** "612-345", not "612 - 345" and not "612 345". */
function isTight(gap: string): boolean {
  return !gap.includes(' ')
}

/** Two numbers side by side: "612 345 678 699 888 777". */
function startsPhone(text: string, run: NumberRun, first: number): boolean {
  return toWindows(run, first, 8, MOST_DIGITS).some((window) => window.after === 0 && isPhone(text, window))
}

/** "2000-3500": two amounts, not a number of eight digits. */
function isRange(window: Window): boolean {
  const groups = toGroups(window)
  const [low, high] = groups.map(({ digits }) => Number(digits))
  if (groups.length !== 2 || low === undefined || high === undefined || groups[0]?.digits.length !== 4) return false
  const isYear = (value: number) => value >= 1900 && value < 2100
  return (isYear(low) && isYear(high)) || (high > low && low % 10 === 0 && high % 10 === 0)
}

function isRepetition(digits: string): boolean {
  return /^(\d)\1+$/.test(digits)
}

/** 20261125 or 20261125183000. */
function isDay(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])?(?:[0-5]\d){0,2}$/.test(digits)
}

/** With its plus, the parenthesis that is closed inside it, and its extension. */
function toWhole(text: string, { start, end }: Window): Span {
  const number = text.slice(start, end)
  const isClosedInside = number.split(')').length > number.split('(').length
  const opening = (isClosedInside ? /\+ ?\( ?$|\(\+? ?$|\+ ?$/ : /\+ ?$/).exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? ''
  EXTENSION.lastIndex = end
  return { start: start - opening.length, end: end + (EXTENSION.exec(text)?.[0].length ?? 0) }
}
