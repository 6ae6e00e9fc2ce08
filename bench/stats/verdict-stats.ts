import type { JudgedRow } from '../judged-row.ts'
import { toSpread } from '../spread.ts'
import type { StatsMeasurement } from './measure-stats.ts'

const MOST_ROWS = 4000
const SLOWEST_RATIO = 1.2

/** @param measurements by size, the smallest first: what the others are compared with */
export function toStatsRows(measurements: readonly StatsMeasurement[]): JudgedRow[] {
  const [least] = measurements
  if (!least) return []
  const medianOf = ({ readMs }: StatsMeasurement) => toSpread(readMs).median
  return measurements.flatMap((measurement) => {
    const { responses, rowsRead, writtenPerSecond } = measurement
    const size = responses.toLocaleString('en')
    const ratio = medianOf(measurement) / medianOf(least)
    const isSame = rowsRead === least.rowsRead && rowsRead <= MOST_ROWS && rowsRead > 0
    const rows: JudgedRow[] = [
      { measure: `rows read of ${size} responses`, goal: `the same, ≤ ${MOST_ROWS}`, figure: rowsRead, isMet: isSame },
      { measure: `a year of ${size} responses, median ms`, goal: '', figure: medianOf(measurement), isMet: true },
      { measure: `responses written a second, of ${size}`, goal: '', figure: writtenPerSecond, isMet: true },
    ]
    if (measurement !== least) {
      rows.push({
        measure: `**${size} against ${least.responses.toLocaleString('en')}**`,
        goal: `≤ ${SLOWEST_RATIO}×`,
        figure: ratio,
        isMet: ratio <= SLOWEST_RATIO,
      })
    }
    return rows
  })
}
