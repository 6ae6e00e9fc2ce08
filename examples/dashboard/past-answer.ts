import { randomUUID } from 'node:crypto'
import type { ImportBatch } from '@pulso/protocol'

const DAY_MS = 86_400_000
type Imported = ImportBatch['responses'][number]

/** An answer that was given so many days ago, at the same hour as now. */
export function toPastAnswer(daysAgo: number, answer: Partial<Imported> & Pick<Imported, 'score'>): Imported {
  const answeredAt = Math.round(Date.now() - daysAgo * DAY_MS)
  const time = answeredAt.toString(16).padStart(12, '0')
  return {
    id: `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`,
    rev: 1,
    promptId: 'checkout',
    promptVersion: 1,
    kind: 'csat',
    scaleMax: 5,
    touchpoint: 'checkout',
    state: 'completed',
    locale: 'en',
    shownAt: answeredAt - 4000,
    answeredAt,
    ...answer,
  }
}

/** So many good answers and so many bad ones, of satisfaction unless something else is said. */
export function toPastAnswers(daysAgo: number, good: number, bad: number, answer: Partial<Imported> = {}): Imported[] {
  const best = answer.kind === 'nps' ? 10 : 5
  const scores = [...Array<number>(good).fill(best), ...Array<number>(bad).fill(1)]
  return scores.map((score) => toPastAnswer(daysAgo, { ...answer, score }))
}
