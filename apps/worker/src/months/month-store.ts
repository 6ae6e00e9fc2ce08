import type { RecommendationClass } from '@pulso/protocol'
import type { MonthCounts, MonthMoves, MonthPairs } from '@pulso/stats'
import type { SiteId } from '../sites/site-store.ts'

/** How a month of a site was counted. */
export interface CountedRow {
  month: string
  /** Answers until this day were looked at; empty while nothing of it is counted. */
  countedTo: string
  /** 0 while nothing of it is counted. */
  countedAt: number
  sampled: number
  /** Answers of it have been deleted for their age: it cannot be counted anew. */
  isClosed: boolean
}

const CELLS = ['bad', 'middle', 'good'].flatMap((said) => ['detractor', 'passive', 'promoter'].map((recommends) => `${said}_${recommends}`))
const DESTINATIONS = ['to_detractor', 'to_passive', 'to_promoter', 'to_none', 'to_away']

const PAIR_KEYS = 'site_id, month, lane, touchpoint, prompt_id'
const MOVE_KEYS = 'site_id, month, lane, from_class'

/** A later month that is closed has closed this one too, whether it has a row or not. */
const IS_OPEN = 'NOT EXISTS (SELECT 1 FROM counted_months WHERE site_id = ?1 AND month >= ?2 AND closed = 1)'

type Numbers = Record<string, number>

/** Has months of a site counted anew, in the commit of whatever has happened to answers in them. Without months all of them. */
export function toRecountStatement(database: D1Database, siteId: string, months?: Iterable<string>): D1PreparedStatement {
  return database
    .prepare(
      `UPDATE counted_months SET counted_to = month || '-01', stamp = stamp + 1
       WHERE site_id = ?1 AND closed = 0 AND (?2 = '' OR month IN (SELECT value FROM json_each(CASE ?2 WHEN '' THEN '[]' ELSE ?2 END)))`,
    )
    .bind(siteId, months ? JSON.stringify([...months]) : '')
}

/** What was counted of the months of one site: the only place that reads or writes these tables. */
export class MonthStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Every month that was counted or closed, in order. */
  async list(): Promise<CountedRow[]> {
    const { results } = await this.#database
      .prepare(
        `SELECT month, counted_to AS countedTo, counted_at AS countedAt, sampled, closed AS isClosed
         FROM counted_months WHERE site_id = ?1 ORDER BY month`,
      )
      .bind(this.#siteId)
      .all<Omit<CountedRow, 'isClosed'> & { isClosed: number }>()
    return results.map((row) => ({ ...row, isClosed: row.isClosed === 1 }))
  }

  /**
   * Before the answers of a month are looked at.
   *
   * @param unlessSince nothing begins when another count began after this time
   * @returns the stamp that `replace` wants to see unchanged; null when it has begun already, or cannot be counted any more
   */
  async begin(month: string, now: number, unlessSince: number): Promise<number | null> {
    return this.#prepare(
      `INSERT INTO counted_months (site_id, month, counted_to, counted_at, sampled, begun_at) SELECT ?1, ?2, '', 0, 1, ?3 WHERE ${IS_OPEN}
       ON CONFLICT (site_id, month) DO UPDATE SET begun_at = excluded.begun_at WHERE begun_at <= ?4 RETURNING stamp`,
      month,
      now,
      unlessSince,
    ).first<number>('stamp')
  }

  /**
   * Puts what was counted of a month in the place of what was counted before, in one
   * commit. Nothing is written if it was forgotten, closed or to be counted anew
   * since it began: what was looked at is not what there is, and the month stays due.
   *
   * @returns whether it was written
   */
  async replace(counted: Omit<CountedRow, 'isClosed'>, counts: MonthCounts, stamp: number): Promise<boolean> {
    const { month, countedTo, countedAt, sampled } = counted
    const isUnchanged = `${IS_OPEN} AND EXISTS (SELECT 1 FROM counted_months WHERE site_id = ?1 AND month = ?2 AND stamp = ${stamp})`
    const results = await this.#database.batch([
      ...this.#remove(month, isUnchanged),
      ...this.#add(month, counts, isUnchanged),
      this.#prepare(
        `UPDATE counted_months SET counted_to = ?3, counted_at = ?4, sampled = ?5 WHERE site_id = ?1 AND month = ?2 AND ${isUnchanged}`,
        month,
        countedTo,
        countedAt,
        sampled,
      ),
    ])
    return (results.at(-1)?.meta.changes ?? 0) > 0
  }

  /** Before answers until this month are deleted for their age: from here on what was counted of it, and of all before it, stays. */
  async close(month: string): Promise<void> {
    await this.#database.batch([
      this.#prepare('UPDATE counted_months SET closed = 1, stamp = stamp + 1 WHERE site_id = ?1 AND month <= ?2 AND closed = 0', month),
      // Also when nobody has counted it: what is left of it would be counted as if it were all.
      this.#prepare(
        `INSERT INTO counted_months (site_id, month, counted_to, counted_at, sampled, closed) VALUES (?1, ?2, '', 0, 1, 1)
         ON CONFLICT (site_id, month) DO NOTHING`,
        month,
      ),
    ])
  }

  /** Takes away what was counted of months that can be counted anew: somebody is to leave them. They are due from then on. */
  async forget(months: readonly string[]): Promise<void> {
    const isOpen = 'NOT EXISTS (SELECT 1 FROM counted_months WHERE site_id = ?1 AND month = ?2 AND closed = 1)'
    await this.#database.batch(
      months.flatMap((month) => [
        ...this.#remove(month, isOpen),
        this.#prepare(
          `UPDATE counted_months SET counted_to = '', counted_at = 0, stamp = stamp + 1 WHERE site_id = ?1 AND month = ?2 AND closed = 0`,
          month,
        ),
      ]),
    )
  }

  /** Has months counted anew the next night, even those that were final: something has happened to answers in them. Without months all of them. */
  async recount(months?: Iterable<string>): Promise<void> {
    await toRecountStatement(this.#database, this.#siteId, months).run()
  }

  /** Takes people out of a month that cannot be counted anew, and puts in what is left of them. */
  async exchange(month: string, out: MonthCounts, back: MonthCounts): Promise<void> {
    const less = (name: string, count: number | undefined) => `${name} = MAX(0, ${name} - ${count ?? 0})`
    await this.#database.batch([
      ...this.#add(month, back, 'true'),
      ...out.pairs.map(({ lane, touchpoint, promptId, counts }) =>
        this.#prepare(
          `UPDATE month_pairs SET ${CELLS.map((name, cell) => less(name, counts.flat()[cell])).join(', ')}
           WHERE site_id = ?1 AND month = ?2 AND lane = ?3 AND touchpoint = ?4 AND prompt_id = ?5`,
          month,
          lane,
          touchpoint,
          promptId,
        ),
      ),
      ...out.moves.map(({ lane, from, to }) =>
        this.#prepare(
          `UPDATE month_moves SET ${DESTINATIONS.map((name, place) => less(name, to[place])).join(', ')}
           WHERE site_id = ?1 AND month = ?2 AND lane = ?3 AND from_class = ?4`,
          month,
          lane,
          from,
        ),
      ),
    ])
  }

  /** Pairs of a range of months, as they were counted: one for each month, touchpoint and prompt. */
  async listPairs(lane: string, from: string, to: string): Promise<Omit<MonthPairs, 'lane'>[]> {
    const { results } = await this.#prepare(
      `SELECT touchpoint, prompt_id AS promptId, kind, scale_max AS scaleMax, ${CELLS.join(', ')}
       FROM month_pairs WHERE site_id = ?1 AND lane = ?2 AND month BETWEEN ?3 AND ?4`,
      lane,
      from,
      to,
    ).all<Omit<MonthPairs, 'lane' | 'counts'> & Numbers>()
    return results.map(({ touchpoint, promptId, kind, scaleMax, ...cells }) => ({
      touchpoint,
      promptId,
      kind,
      scaleMax,
      counts: [0, 3, 6].map((row) => CELLS.slice(row, row + 3).map((name) => (cells as Numbers)[name] ?? 0)),
    }))
  }

  /** What was counted of people's moves, by the month that they moved from. */
  async readMoves(lane: string, from: string, to: string): Promise<(Pick<MonthMoves, 'from' | 'to'> & { month: string })[]> {
    const { results } = await this.#prepare(
      `SELECT month, from_class AS "from", ${DESTINATIONS.join(', ')} FROM month_moves WHERE site_id = ?1 AND lane = ?2 AND month BETWEEN ?3 AND ?4`,
      lane,
      from,
      to,
    ).all<{ month: string; from: RecommendationClass } & Record<string, unknown>>()
    return results.map((row) => ({ month: row.month, from: row.from, to: DESTINATIONS.map((name) => Number(row[name])) }))
  }

  /** Adds people to the counts of a month, on a condition about `?1`, the site, and `?2`, the month. */
  #add(month: string, { pairs, moves }: MonthCounts, condition: string): D1PreparedStatement[] {
    const sum = (names: readonly string[]) => names.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')
    return [
      this.#prepare(
        `INSERT INTO month_pairs (${PAIR_KEYS}, kind, scale_max, ${CELLS.join(', ')})
         SELECT ?1, ?2, value ->> 'lane', value ->> 'touchpoint', value ->> 'promptId', value ->> 'kind', value ->> 'scaleMax',
           ${CELLS.map((_, cell) => `value ->> '$.counts[${Math.floor(cell / 3)}][${cell % 3}]'`).join(', ')} FROM json_each(?3) WHERE ${condition}
         ON CONFLICT (${PAIR_KEYS}) DO UPDATE SET ${sum(CELLS)}`,
        month,
        JSON.stringify(pairs),
      ),
      this.#prepare(
        `INSERT INTO month_moves (${MOVE_KEYS}, ${DESTINATIONS.join(', ')})
         SELECT ?1, ?2, value ->> 'lane', value ->> 'from', ${DESTINATIONS.map((_, place) => `value ->> '$.to[${place}]'`).join(', ')}
         FROM json_each(?3) WHERE ${condition}
         ON CONFLICT (${MOVE_KEYS}) DO UPDATE SET ${sum(DESTINATIONS)}`,
        month,
        JSON.stringify(moves),
      ),
    ]
  }

  #remove(month: string, condition: string): D1PreparedStatement[] {
    return ['month_pairs', 'month_moves'].map((table) =>
      this.#prepare(`DELETE FROM ${table} WHERE site_id = ?1 AND month = ?2 AND ${condition}`, month),
    )
  }

  #prepare(statement: string, ...values: (string | number)[]): D1PreparedStatement {
    return this.#database.prepare(statement).bind(this.#siteId, ...values)
  }
}
