import type { Response as PulsoResponse, SiteDefinition, Verdict } from '@pulso/protocol'

/** A tally row as any table has it: by what it counts, and the counts in the order of its columns. */
export type TallyRows = ReadonlyMap<string, readonly number[]>

/** What of a definition decides where a response counts. */
export type Keying = Pick<SiteDefinition, 'timeZone' | 'segments'>

interface ModelRow {
  response: PulsoResponse
  isTest: boolean
  isImport: boolean
  isHeld: boolean
  verdict: Verdict | null
}

const SCORES = 11
const OPTIONS = ['a', 'b', 'c']
const QUARTER_MS = 900_000

/**
 * What the tallies of one site must be, as plainly as it can be said: a list of
 * responses in memory, counted one by one. It shares nothing with the product, not
 * even how an instant becomes a day.
 */
export class TallyModel {
  readonly #rows = new Map<string, ModelRow>()
  readonly #erased = new Set<string>()
  /** Counted for ever where they counted when they were retired. */
  readonly #retired: { day: string; hour: string; counts: number[] }[] = []
  readonly #touchpoints: ReadonlySet<string>

  constructor(touchpoints: readonly string[]) {
    this.#touchpoints = new Set(touchpoints)
  }

  get ids(): string[] {
    return [...this.#rows.keys()]
  }

  /** The newest revision that was sent; undefined for what is not there. */
  find(id: string): PulsoResponse | undefined {
    return this.#rows.get(id)?.response
  }

  isTest(id: string): boolean {
    return this.#rows.get(id)?.isTest ?? false
  }

  /** A revision arrives, for the first time or again. */
  send(response: PulsoResponse, { isTest = false, isImport = false } = {}): void {
    if (this.#erased.has(response.id)) return
    const row = this.#rows.get(response.id)
    if (!row) this.#rows.set(response.id, { response, isTest, isImport, isHeld: false, verdict: null })
    else if (response.rev > row.response.rev) row.response = response
  }

  judge(ids: readonly string[], verdict: Verdict): void {
    for (const id of ids) {
      const row = this.#rows.get(id)
      if (!row) continue
      row.verdict = verdict
      row.isHeld ||= verdict === 'confirmed'
    }
  }

  erase(id: string): void {
    this.#erased.add(id)
    this.#rows.delete(id)
  }

  removeImports(): void {
    for (const [id, { isImport }] of this.#rows) if (isImport) this.#rows.delete(id)
  }

  retire(ids: readonly string[], keying: Keying): void {
    for (const id of ids) {
      const row = this.#rows.get(id)
      if (!row) continue
      this.#retired.push(this.#toCounted(row, keying))
      this.#rows.delete(id)
    }
  }

  /** The tallies of days and of hours that these responses make. */
  count(keying: Keying): { days: TallyRows; hours: TallyRows } {
    const days = new Map<string, number[]>()
    const hours = new Map<string, number[]>()
    for (const { day, hour, counts } of [...this.#retired, ...[...this.#rows.values()].map((row) => this.#toCounted(row, keying))]) {
      for (const [rows, key] of [
        [days, day],
        [hours, hour],
      ] as const) {
        const sums = rows.get(key)
        rows.set(key, sums ? sums.map((sum, index) => sum + (counts[index] ?? 0)) : [...counts])
      }
    }
    return { days, hours }
  }

  #toCounted({ response, isTest, isHeld, verdict }: ModelRow, { timeZone, segments }: Keying) {
    const { promptId, touchpoint, segment: named, state, score, choices = [], comment } = response
    const lane = isTest ? 'test' : isHeld && verdict !== 'released' ? 'quarantine:by-hand' : 'production'
    const place = this.#touchpoints.has(touchpoint) ? touchpoint : '(unmapped)'
    const segment = named === undefined || segments.length === 0 ? '' : segments.includes(named) ? named : 'other'
    const { day, hourAt } = toPlaceInTime(response.answeredAt ?? response.shownAt, timeZone)
    const given = new Set([...(score === undefined ? [] : [score]), ...choices.map((key) => OPTIONS.indexOf(key))])
    const isAnswered = state === 'answered' || state === 'completed'
    const states = [1, state === 'dismissed' ? 1 : 0, isAnswered ? 1 : 0, state === 'completed' ? 1 : 0, comment === undefined ? 0 : 1]
    return {
      day: toKey([lane, day, place, promptId, segment]),
      hour: toKey([lane, hourAt, place, promptId, segment]),
      counts: [...states, ...Array.from({ length: SCORES }, (_, step) => (given.has(step) ? 1 : 0))],
    }
  }
}

/** What a tally row is found by. */
export function toKey(parts: readonly (string | number)[]): string {
  return parts.join('|')
}

const clocks = new Map<string, { day: string; hourAt: number }>()

/** By what a clock on a wall shows: whatever the zone, its hours begin at a quarter of an hour. */
function toPlaceInTime(instant: number, timeZone: string): { day: string; hourAt: number } {
  const quarter = Math.floor(instant / QUARTER_MS)
  const name = `${timeZone} ${quarter}`
  const known = clocks.get(name)
  if (known) return known
  const shown = new Date(quarter * QUARTER_MS).toLocaleString('sv-SE', { timeZone })
  const [day = '', time = ''] = shown.split(' ')
  const place = { day, hourAt: quarter * QUARTER_MS - Number(time.split(':')[1]) * 60_000 }
  clocks.set(name, place)
  return place
}

/** Keys whose counts differ between two tables, and both counts. Rows of zeros are none. */
export function findDrift(wanted: TallyRows, found: TallyRows): string[] {
  const keys = new Set([...wanted.keys(), ...found.keys()])
  return [...keys].flatMap((key) => {
    const [left, right] = [wanted, found].map((rows) => (rows.get(key) ?? []).join())
    const isNothing = (text: string | undefined) => !text || /^0(,0)*$/.test(text)
    return left === right || (isNothing(left) && isNothing(right)) ? [] : [`${key}: ${right || 'nothing'} instead of ${left || 'nothing'}`]
  })
}
