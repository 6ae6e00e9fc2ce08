import { type Spread, toSpread } from '../spread.ts'
import type { Measurements, Subject } from './measure.ts'

/** One line of the table: what was measured, what it should be, and what it is. */
export interface Row {
  measure: string
  goal: string
  measured: Spread
  /** How the figures are to be read: milliseconds, a ratio, a count. */
  unit: 'ms' | '×' | ''
  /** For a row that stands beside another as its yardstick: no goal of its own. */
  isMet: boolean
}

/** The goals of the widget, and whether today's figures meet them. A comparison is made within each run, and the median of those is judged. */
export function toRows(measurements: Measurements): Row[] {
  const msOf = (subject: Subject) => measurements[subject].map(({ ms }) => ms)
  const compare = (subject: Subject, yardstick: Subject, how: (ms: number, ofYardstick: number) => number) => {
    const others = msOf(yardstick)
    return toSpread(msOf(subject).map((ms, run) => how(ms, others[run] ?? Number.NaN)))
  }
  const told = (measure: string, measured: Spread): Row => ({ measure, goal: '', measured, unit: 'ms', isMet: true })
  const figure = (subject: Subject) => told(subject, toSpread(msOf(subject)))
  const judge = (measure: string, measured: Spread, unit: Row['unit'], limit: number): Row => ({
    measure,
    goal: `≤ ${unit === 'ms' ? '+' : ''}${limit}${unit === 'ms' ? ' ms' : unit}`,
    measured,
    unit,
    isMet: measured.median <= limit,
  })
  const none = (measure: string, values: readonly number[]): Row => ({
    measure,
    goal: '0',
    measured: toSpread(values),
    unit: '',
    isMet: values.every((value) => value === 0),
  })
  const count = (subject: Subject) => measurements[subject].map(({ longTasks }) => longTasks.length)
  const shown: Subject[] = ['page with the tag', 'asked, Pulso', 'coming, Pulso']
  /** What is slow without Pulso too is the page's or the machine's. */
  const yardsticks: Subject[] = ['empty page', 'asked, by hand', 'coming, one div']
  return [
    figure('empty page'),
    figure('page with an empty script'),
    figure('page with the tag'),
    judge(
      '**the tag, over the empty page**',
      compare('page with the tag', 'empty page', (tag, empty) => tag - empty),
      'ms',
      15,
    ),
    told(
      'an empty script, over the empty page',
      compare('page with an empty script', 'empty page', (script, empty) => script - empty),
    ),
    told(
      'the tag, over the empty script',
      compare('page with the tag', 'page with an empty script', (tag, script) => tag - script),
    ),
    figure('asked, by hand'),
    figure('asked, Pulso'),
    judge(
      '**asked out of the blue, against by hand**',
      compare('asked, Pulso', 'asked, by hand', (pulso, byHand) => pulso / byHand),
      '×',
      1.15,
    ),
    figure('coming, one div'),
    figure('coming, Pulso'),
    judge(
      '**coming, against one div**',
      compare('coming, Pulso', 'coming, one div', (pulso, div) => pulso / div),
      '×',
      1.5,
    ),
    ...yardsticks.map((subject) => ({ ...none(`long tasks: ${subject}`, count(subject)), goal: '', isMet: true })),
    ...shown.map((subject) => none(`long tasks: ${subject}`, count(subject))),
    ...shown.map((subject) =>
      none(
        `layout shift: ${subject}`,
        measurements[subject].map(({ layoutShift }) => layoutShift),
      ),
    ),
  ]
}

/** The rows as a Markdown table. */
export function toTable(rows: readonly Row[]): string {
  const format = (value: number, unit: Row['unit']) =>
    `${value.toFixed(unit === '×' ? 2 : unit === 'ms' ? 1 : 0)}${unit === 'ms' ? ' ms' : unit}`
  return [
    '| measure | goal | median | middle half | |',
    '|---|--:|--:|--:|---|',
    ...rows.map(({ measure, goal, measured: { median, lower, upper }, unit, isMet }) => {
      const verdict = goal ? (isMet ? 'met' : 'MISSED') : ''
      return `| ${measure} | ${goal} | ${format(median, unit)} | ${format(lower, unit)} – ${format(upper, unit)} | ${verdict} |`
    }),
  ].join('\n')
}
