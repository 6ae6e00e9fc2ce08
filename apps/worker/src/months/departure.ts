import { toTouchpointFinder } from '@pulso/protocol'
import { type IdentifiedAnswer, isSampled, type MonthCounts, RespondentSample, toMonthCounts } from '@pulso/stats'
import { KeptResponsesStore } from '../privacy/kept-responses-store.ts'
import { type SiteId, SiteStore } from '../sites/site-store.ts'
import { addMonths } from './calendar-month.ts'
import { toIdentifiedAnswer } from './identified-answers-store.ts'
import { type CountedRow, MonthStore } from './month-store.ts'
import { toTouchedMonths } from './to-touched-months.ts'

/**
 * Takes erased answers out of what was counted of their months. Months that can be
 * counted anew are forgotten at once, before the answers go, and counted without
 * them the next night. From the others, whose first answers have been deleted for
 * their age, the person is subtracted, as far as what is stored of them tells
 * where they had been counted.
 */
export class Departure {
  readonly #responses: KeptResponsesStore
  readonly #store: MonthStore
  readonly #sites: SiteStore
  readonly #siteId: SiteId
  readonly #months = new Set<string>()
  readonly #gone: IdentifiedAnswer[] = []

  constructor(database: D1Database, siteId: SiteId) {
    this.#responses = new KeptResponsesStore(database, siteId)
    this.#store = new MonthStore(database, siteId)
    this.#sites = new SiteStore(database)
    this.#siteId = siteId
  }

  /** Before rows are deleted, whole as the table has them: whatever fails after this, nobody is counted who was to leave. */
  async announce(rows: readonly Record<string, unknown>[]): Promise<void> {
    const months = toTouchedMonths(rows)
    if (months.size === 0) return
    for (const month of months) this.#months.add(month)
    this.#gone.push(...rows.flatMap((row) => toIdentifiedAnswer(row) ?? []))
    await this.#store.forget([...months])
  }

  /** When they have been deleted. */
  async settle(): Promise<void> {
    if (this.#months.size === 0) return
    // Again: a count that was under way may have seen them.
    await this.#store.forget([...this.#months])
    const closed = (await this.#store.list()).filter(
      ({ month, isClosed, countedAt }) => isClosed && countedAt > 0 && this.#months.has(month),
    )
    if (closed.length === 0) return
    const { touchpoints } = await this.#sites.find(this.#siteId)
    const count = (answers: readonly IdentifiedAnswer[], month: string) => toCounts(answers, month, toTouchpointFinder(touchpoints))
    for (const [respondent, gone] of Map.groupBy(this.#gone, (answer) => answer.respondent)) {
      await this.#subtract(respondent, gone, closed, count)
    }
  }

  async #subtract(
    respondent: string,
    gone: readonly IdentifiedAnswer[],
    closed: readonly CountedRow[],
    count: (answers: readonly IdentifiedAnswer[], month: string) => MonthCounts,
  ): Promise<void> {
    const own = new Set(gone.flatMap(({ month }) => [month, addMonths(month, -1)]))
    const months = closed.filter(({ month, sampled }) => own.has(month) && isSampled(respondent, sampled))
    if (months.length === 0) return
    const left: IdentifiedAnswer[] = []
    for await (const ids of this.#responses.findOfRespondent(respondent)) {
      left.push(...(await this.#responses.read(ids)).flatMap((row) => toIdentifiedAnswer(row) ?? []))
    }
    for (const { month } of months) await this.#store.exchange(month, count([...gone, ...left], month), count(left, month))
  }
}

/** Where somebody is counted in a month by these answers of theirs. */
function toCounts(answers: readonly IdentifiedAnswer[], month: string, find: ReturnType<typeof toTouchpointFinder>): MonthCounts {
  const sample = new RespondentSample(Number.POSITIVE_INFINITY, find)
  for (const answer of answers) sample.add(answer)
  return toMonthCounts(sample.people, month, addMonths(month, 1))
}
