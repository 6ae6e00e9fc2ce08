import { REDACTIONS } from '@pulso/protocol'
import { type Finding, findPersonalData } from '../../src/privacy/redact.ts'
import type { Labelled } from './read-corpus.ts'

/** How well one class, or `all` of them, is found. */
export interface Measure {
  what: string
  planted: number
  /** Found with nothing of it left and nothing else taken along. */
  exact: number
  /** Planted and not wholly taken out. */
  missed: number
  /** Taken out though nobody planted it. */
  invented: number
  precision: number
  recall: number
}

/** Precision and recall per class and together, and every comment that is not as labelled, for the reader of a failed test. */
export function measure(corpus: readonly Labelled[]): { measures: Measure[]; mistakes: string[] } {
  const counts = new Map<string, { planted: number; exact: number; missed: number; invented: number }>()
  const mistakes: string[] = []
  const toCount = (what: string) => {
    const count = counts.get(what) ?? { planted: 0, exact: 0, missed: 0, invented: 0 }
    counts.set(what, count)
    return count
  }
  for (const { text, planted } of corpus) {
    const found = findPersonalData(text)
    const isSame = (left: Finding, right: Finding) => left.what === right.what && left.start === right.start && left.end === right.end
    const touches = (left: Finding, right: Finding) => left.start < right.end && right.start < left.end
    for (const one of planted) {
      for (const count of [toCount('all'), toCount(one.what)]) {
        count.planted += 1
        if (found.some((other) => isSame(one, other))) count.exact += 1
        if (!found.some((other) => other.what === one.what && other.start <= one.start && other.end >= one.end)) count.missed += 1
      }
    }
    for (const other of found) {
      if (planted.some((one) => one.what === other.what && touches(one, other))) continue
      for (const count of [toCount('all'), toCount(other.what)]) count.invented += 1
    }
    if (found.length !== planted.length || !found.every((other) => planted.some((one) => isSame(one, other)))) {
      mistakes.push(`${text}\n    found ${JSON.stringify(found.map(({ what, start, end }) => `${what} ${text.slice(start, end)}`))}`)
    }
  }
  const measures = ['all', ...REDACTIONS].flatMap((what) => {
    const count = counts.get(what)
    if (!count) return []
    const right = count.planted - count.missed
    return [{ what, ...count, precision: right / Math.max(1, right + count.invented), recall: right / Math.max(1, count.planted) }]
  })
  return { measures, mistakes }
}

/** The figures as lines of a table. */
export function toTable(name: string, measures: readonly Measure[]): string {
  const rows = measures.map(
    ({ what, planted, exact, missed, invented, precision, recall }) =>
      `${name.padEnd(22)} ${what.padEnd(7)} planted ${String(planted).padStart(5)}  exact ${String(exact).padStart(5)}  missed ${String(missed).padStart(3)}  invented ${String(invented).padStart(3)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`,
  )
  return rows.join('\n')
}
