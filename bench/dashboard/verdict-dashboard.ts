import type { JudgedRow } from '../judged-row.ts'
import { toSpread } from '../spread.ts'
import type { PageMeasurement } from './measure-dashboard.ts'

const INTERACTIVE_MS = 1000
/** A year of ten touchpoints in three segments, with a year before it to compare it with. */
const MOST_ROWS = 10_000
const LEAST_LIGHTHOUSE = 95
/** The inbox's own page: the one place where responses are read. */
const READS_RESPONSES = /\/responses(\/|$)/

export function toDashboardRows(measurements: readonly PageMeasurement[]): JudgedRow[] {
  return measurements.flatMap(({ name, interactiveMs, rowsRead, lighthouse }) => {
    const { median } = toSpread(interactiveMs)
    const others = Object.entries(rowsRead).filter(([path]) => !READS_RESPONSES.test(path))
    const mostRows = Math.max(0, ...others.map(([, rows]) => rows))
    const rows: JudgedRow[] = [
      { measure: `${name}: interactive, median ms`, goal: `≤ ${INTERACTIVE_MS}`, figure: median, isMet: median <= INTERACTIVE_MS },
      { measure: `${name}: most rows read by a request`, goal: `≤ ${MOST_ROWS}`, figure: mostRows, isMet: mostRows <= MOST_ROWS },
    ]
    for (const [category, score] of Object.entries(lighthouse ?? {})) {
      rows.push({
        measure: `${name}: Lighthouse, ${category}`,
        goal: `≥ ${LEAST_LIGHTHOUSE}`,
        figure: score,
        isMet: score >= LEAST_LIGHTHOUSE,
      })
    }
    return rows
  })
}
