import type { JudgedRow } from '../judged-row.ts'
import { toQuantile } from '../spread.ts'
import type { LiveMeasurements } from './measure-live.ts'

const SEEN_WITHIN_MS = 1000
const MOST_FRAMES = 4

export function toLiveRows({ watchers, answers, heardMs, drawnMs, framesPerSecond }: LiveMeasurements): JudgedRow[] {
  const atMost = (measure: string, figure: number, limit: number): JudgedRow => ({
    measure,
    goal: `≤ ${limit}`,
    figure,
    isMet: figure <= limit,
  })
  const told = (measure: string, figure: number): JudgedRow => ({ measure, goal: '', figure, isMet: true })
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
