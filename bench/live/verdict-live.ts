import { toQuantile } from '../spread.ts'
import type { LiveMeasurements } from './measure-live.ts'

export interface LiveRow {
  measure: string
  goal: string
  /** In the unit that `measure` names. */
  figure: number
  isMet: boolean
}

const SEEN_WITHIN_MS = 1000
const MOST_FRAMES = 4

export function toLiveRows({ watchers, answers, heardMs, drawnMs, framesPerSecond }: LiveMeasurements): LiveRow[] {
  const atMost = (measure: string, figure: number, limit: number): LiveRow => ({
    measure,
    goal: `≤ ${limit}`,
    figure,
    isMet: figure <= limit,
  })
  const told = (measure: string, figure: number): LiveRow => ({ measure, goal: '', figure, isMet: true })
  return [
    told('watchers of one site', watchers),
    told('answers given', answers),
    told('given → drawn on an open dashboard, median, ms', toQuantile(drawnMs, 0.5)),
    atMost('**given → drawn on an open dashboard, p95, ms**', toQuantile(drawnMs, 0.95), SEEN_WITHIN_MS),
    told('given → heard by a watcher, median, ms', toQuantile(heardMs, 0.5)),
    atMost('**given → heard by a watcher, p95, ms**', toQuantile(heardMs, 0.95), SEEN_WITHIN_MS),
    told('given → heard by a watcher, the slowest, ms', toQuantile(heardMs, 1)),
    atMost('**frames to one watcher, a second**', framesPerSecond, MOST_FRAMES),
    {
      measure: '**answers that a watcher missed**',
      goal: '0',
      figure: heardMs.filter(Number.isNaN).length,
      isMet: !heardMs.some(Number.isNaN),
    },
  ]
}

/** The rows as a Markdown table. */
export function toLiveTable(rows: readonly LiveRow[]): string {
  const lines = rows.map(({ measure, goal, figure, isMet }) => {
    const verdict = goal ? (isMet ? 'met' : 'MISSED') : ''
    return `| ${measure} | ${goal} | ${Number.isInteger(figure) ? figure : figure.toFixed(1)} | ${verdict} |`
  })
  return ['| measure | goal | measured | |', '|---|--:|--:|---|', ...lines].join('\n')
}
