import { csvFormatRows } from 'd3-dsv'
import type { ReportedRow } from './import-plan.ts'

/** The report of an import as a file for a spreadsheet. What came from a file is kept from being a formula there. */
export function toReportCsv(
  rows: readonly ReportedRow[],
  heads: readonly string[],
  toWords: (reason: ReportedRow['reason']) => string,
): string {
  const sorted = [...rows].sort((left, right) => left.line - right.line)
  return csvFormatRows([[...heads], ...sorted.map(({ line, reason, what }) => [String(line), toWords(reason), toPlainCell(what)])])
}

function toPlainCell(text: string): string {
  return /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
