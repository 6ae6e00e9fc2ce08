import { toInstant } from './to-instant.ts'

export const DATE_ORDERS = ['day-first', 'month-first'] as const
/** Which comes first in dates like 3/4/2025, of which nobody can say it by looking at one. */
export type DateOrder = (typeof DATE_ORDERS)[number]

/** How the times of a file are read where they do not say it themselves. */
export interface TimeReading {
  timeZone: string
  order: DateOrder
}

const DAY_MS = 86_400_000
/** The first of March 1900 in serial numbers of Excel is 61; before it they count a day that there was not. 25,569 is 1970. */
const EXCEL_1970 = 25_569
/** From 1990 to 2100: numbers that can be a day of somebody's answer, and are neither scores nor seconds. */
const EXCEL_DAYS = { from: 32_874, to: 73_051 }
const SECONDS = { from: 631_152_000, to: 4_102_444_800 }

/** English and Spanish, by their first three letters. */
const MONTHS: Record<string, number> = {
  ...Object.fromEntries(
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [name, index + 1]),
  ),
  ...{ ene: 1, abr: 4, ago: 8, set: 9, dic: 12 },
}

/** Abbreviations that mean one thing by definition: RFC 5322, section 4.3. Of the others each means several. */
const ZONES: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  ut: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}

const CLOCK = String.raw`(?:[T,\s]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?\s?m\.?)?\s*(?<zone>[a-z]{1,4}|(?:utc|gmt)?\s?[+-]\d{2}:?\d{2})?)?`
const toPattern = (day: string) => new RegExp(`^${day}${CLOCK}$`, 'i')
const WRITTEN = [
  toPattern(String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`),
  toPattern(String.raw`(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})[-\s](?:de\s+)?(?<name>[a-z]{3,10})\.?[-,\s]+(?:de\s+)?(?<year>\d{4}|\d{2})`),
  toPattern(String.raw`(?:[a-z]{3,9},?\s+)?(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`),
]
const AMBIGUOUS = toPattern(String.raw`(?<one>\d{1,2})[-/.](?<two>\d{1,2})[-/.](?<year>\d{4}|\d{2})`)

/** When something happened, in milliseconds since 1970, as exports and the spreadsheets they went through write it; null when nobody can tell. */
export function parseTime(text: string, reading: TimeReading): number | null {
  const trimmed = text.trim()
  if (/^\d+([.,]\d+)?$/.test(trimmed)) return toInstantOfNumber(Number(trimmed.replace(',', '.')), reading.timeZone)
  for (const pattern of WRITTEN) {
    const groups = pattern.exec(trimmed)?.groups
    if (groups)
      return toInstantOfGroups(groups, groups['day'], groups['month'] ?? MONTHS[groups['name']?.slice(0, 3).toLowerCase() ?? ''], reading)
  }
  const groups = AMBIGUOUS.exec(trimmed)?.groups
  if (!groups) return null
  const [day, month] = reading.order === 'day-first' ? [groups['one'], groups['two']] : [groups['two'], groups['one']]
  return toInstantOfGroups(groups, day, month, reading)
}

/** Which part comes first in a column of dates: the one that goes past 12. Null when none does, or both do. */
export function createOrderFinder() {
  let highest = [0, 0]
  return {
    add(text: string): void {
      const groups = AMBIGUOUS.exec(text.trim())?.groups
      if (groups) highest = [Math.max(highest[0] ?? 0, Number(groups['one'])), Math.max(highest[1] ?? 0, Number(groups['two']))]
    },
    /** Whether any date was of the kind that can be read in two ways. */
    get isNeeded(): boolean {
      return (highest[0] ?? 0) > 0
    },
    get order(): DateOrder | null {
      const [one = 0, two = 0] = highest
      if (one > 12 === two > 12) return null
      return one > 12 ? 'day-first' : 'month-first'
    },
  }
}

/** Seconds or milliseconds since 1970, or days since 1900: what a spreadsheet shows of a date that it has lost the format of. */
function toInstantOfNumber(number: number, timeZone: string): number | null {
  if (number >= SECONDS.from && number < SECONDS.to) return Math.round(number * 1000)
  if (number >= SECONDS.from * 1000 && number < SECONDS.to * 1000) return Math.round(number)
  if (number < EXCEL_DAYS.from || number >= EXCEL_DAYS.to) return null
  // To the second: a fraction of a day in nine digits is no better.
  return toInstant(Math.round((number - EXCEL_1970) * (DAY_MS / 1000)) * 1000, timeZone)
}

function toInstantOfGroups(
  { year: years = '', hour = '0', minute = '0', second = '0', half, zone }: Record<string, string | undefined>,
  dayText: string | undefined,
  monthGiven: string | number | undefined,
  { timeZone }: TimeReading,
): number | null {
  const [day, month] = [Number(dayText), Number(monthGiven)]
  const year = years.length === 2 ? 2000 + Number(years) : Number(years)
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0)
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60 || (half !== undefined && Number(hour) > 12)) return null
  const midnight = new Date(Date.UTC(year, month - 1, day))
  // The 31st of April would be the first of May.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null
  const wall = midnight.getTime() + ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000
  if (zone === undefined) return toInstant(wall, timeZone)
  const named = ZONES[zone.toLowerCase()]
  if (named !== undefined) return wall - named * 3_600_000
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!offset) return null
  const minutes = Number(offset[2]) * 60 + Number(offset[3])
  return wall - (offset[1] === '-' ? -minutes : minutes) * 60_000
}
