import { type IdentifiedAnswer, isSampled, RespondentSample, toMonthCounts } from '@pulso/stats'
import { KeptResponsesStore } from '../privacy/kept-responses-store.ts'
import type { SiteId } from '../sites/site-store.ts'
import { addMonths } from './calendar-month.ts'
import { toIdentifiedAnswer } from './identified-answers-store.ts'
import { type CountedRow, MonthStore } from './month-store.ts'

/**
 * Takes erased answers out of what was counted of their months. Months that can be
 * counted anew are forgotten at once, before the answers go, and counted without
 * them the next night. From the others, whose first answers have been deleted for
 * their age, the person is subtracted, as far as what is stored of them tells
 * where they had been counted.
 */
export class Departure {
  readonly #database: D1Database
  readonly #siteId: SiteId
  readonly #gone: IdentifiedAnswer[] = []

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Before rows are deleted, whole as the table has them: whatever fails after this, nobody is counted who was to leave. */
  async announce(rows: readonly Record<string, unknown>[]): Promise<void> {
    const leaving = rows.flatMap((row) => toIdentifiedAnswer(row) ?? [])
    this.#gone.push(...leaving)
    await this.#forget(leaving)
  }

  /** When they have been deleted. */
  async settle(): Promise<void> {
    if (this.#gone.length === 0) return
    // Again: a count that was under way may have seen them.
    await this.#forget(this.#gone)
    const counted = await this.#store.list()
    const closed = counted.filter((row) => row.isClosed && row.countedAt > 0 && toTouched(this.#gone).has(row.month))
    if (closed.length === 0) return
    for (const [respondent, gone] of Map.groupBy(this.#gone, (answer) => answer.respondent)) await this.#subtract(respondent, gone, closed)
  }

  async #forget(answers: readonly IdentifiedAnswer[]): Promise<void> {
    const months = [...toTouched(answers)]
    if (months.length > 0) await this.#store.forget(months)
  }

  async #subtract(respondent: string, gone: readonly IdentifiedAnswer[], closed: readonly CountedRow[]): Promise<void> {
    const touched = toTouched(gone)
    const months = closed.filter(({ month, sampled }) => touched.has(month) && isSampled(respondent, sampled))
    if (months.length === 0) return
    const left: IdentifiedAnswer[] = []
    const responses = new KeptResponsesStore(this.#database, this.#siteId)
    for await (const ids of responses.findOfRespondent(respondent)) {
      for (const row of await responses.read(ids)) left.push(...[toIdentifiedAnswer(row) ?? []].flat())
    }
    for (const { month } of months) {
      const count = (answers: readonly IdentifiedAnswer[]) => {
        // One person, in at most a lane or two.
        const sample = new RespondentSample(Number.POSITIVE_INFINITY)
        for (const answer of answers) sample.add(answer)
        return toMonthCounts(sample.people, month, addMonths(month, 1))
      }
      await this.#store.exchange(month, count([...gone, ...left]), count(left))
    }
  }

  get #store(): MonthStore {
    return new MonthStore(this.#database, this.#siteId)
  }
}

/** The months in whose counts these answers are: their own, and the one before, whose people are looked for in it. */
function toTouched(answers: readonly IdentifiedAnswer[]): Set<string> {
  return new Set(answers.flatMap(({ month }) => [month, addMonths(month, -1)]))
}
