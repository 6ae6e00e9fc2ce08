import { addMonths, listMonths, toMonth } from './calendar-month.ts'

/** The longest wave: so far can a verified respondent's one row have moved. */
const WAVE_MONTHS = 12

/**
 * The months in whose counts rows of respondents can be, whole as the table has
 * them: the one that they are in, and the one before it, whose people are looked
 * for there. A later answer of the same wave has moved a row from an earlier month
 * into this one; what was counted then may still be there, so every month since
 * the time in its id is among them. So is a row that is in quarantine now.
 */
export function toTouchedMonths(rows: readonly { id?: unknown; respondent?: unknown; day?: unknown }[]): Set<string> {
  return new Set(
    rows.flatMap(({ id, respondent, day }) => {
      if (typeof respondent !== 'string') return []
      const month = toMonth(String(day))
      const since = toMonth(new Date(toIdTime(String(id))).toISOString())
      return listMonths(addMonths(month, -WAVE_MONTHS - 1), month).filter(
        (one) => one >= addMonths(since, -1) || one >= addMonths(month, -1),
      )
    }),
  )
}

/** The time in an id, in milliseconds since 1970. */
function toIdTime(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}
