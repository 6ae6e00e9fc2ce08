import type { Kind, Lane } from '@pulso/protocol'
import { SCALES } from '@pulso/protocol/constants'
import { BANDS, toBands } from './to-bands.ts'

/** An answer of somebody who is told apart from others, though not known: what a store finds of it. */
export interface IdentifiedAnswer {
  /** `p…` or `v…` and 32 hexadecimal digits: a keyed hash. */
  readonly respondent: string
  readonly lane: Exclude<Lane, 'quarantine'>
  /** The calendar month that it counts in, YYYY-MM. */
  readonly month: string
  /** The key that it was stored under. */
  readonly touchpoint: string
  readonly promptId: string
  readonly kind: Kind
  readonly scaleMax: number
  /** Null for a choice or a text. */
  readonly score: number | null
  /** In milliseconds since 1970: of two answers to the same the later one counts. */
  readonly occurredAt: number
}

/** The place of an answer among `BANDS`, and when it was given. */
interface Said {
  band: number
  at: number
}

/** Says where on the journey of today an answer counts, by the key that it was stored under; null when nowhere. */
type FindTouchpoint = (touchpoint: string, promptId: string) => string | null

/** What one person said in one month: the latest NPS, wherever it was, and of everything else the latest per touchpoint of today and prompt. */
export interface PersonMonth {
  nps: Said | null
  readonly places: Map<string, Said & { touchpoint: string; promptId: string; kind: Kind; scaleMax: number }>
}

/** One person in one lane, by month. */
export interface Person {
  readonly lane: IdentifiedAnswer['lane']
  readonly months: Map<string, PersonMonth>
}

/**
 * Respondents with what they said, gathered answer by answer in any order. When
 * there are more than fit, half of them are let go, and half of those again: who
 * stays is decided by the hash alone, so whole people are in or out, whatever they
 * answered and in every month. It is the adaptive sampling of Wegman: Flajolet, P.
 * (1990), "On adaptive sampling", Computing 43 (4), 391–400.
 */
export class RespondentSample {
  readonly #capacity: number
  readonly #find: FindTouchpoint
  readonly #people = new Map<string, Person>()
  #share = 1

  /**
   * @param capacity how many people are kept at most
   * @param find without it every key is a touchpoint of its own: who answered before and after it was renamed counts twice
   */
  constructor(capacity: number, find: FindTouchpoint = (touchpoint) => touchpoint) {
    this.#capacity = capacity
    this.#find = find
  }

  /** The share of all respondents that is kept: 1, ½, ¼… */
  get share(): number {
    return this.#share
  }

  get people(): Iterable<Person> {
    return this.#people.values()
  }

  add(answer: IdentifiedAnswer): void {
    if (!isSampled(answer.respondent, this.#share)) return
    const key = `${answer.lane} ${answer.respondent}`
    const person = this.#people.get(key) ?? { lane: answer.lane, months: new Map() }
    this.#people.set(key, person)
    note(person, answer, this.#find(answer.touchpoint, answer.promptId) ?? answer.touchpoint)
    while (this.#people.size > this.#capacity) this.#halve()
  }

  #halve(): void {
    this.#share /= 2
    for (const key of this.#people.keys()) if (!isSampled(key.slice(key.indexOf(' ') + 1), this.#share)) this.#people.delete(key)
  }
}

/** Whether a respondent belongs to the sample of that share: their hash, read as a number from 0 to 1, lies below it. */
export function isSampled(respondent: string, share: number): boolean {
  return Number.parseInt(respondent.slice(1, 9), 16) < share * 2 ** 32
}

function note({ months }: Person, answer: IdentifiedAnswer, countsAt: string): void {
  const { month, touchpoint, promptId, kind, scaleMax, score, occurredAt: at } = answer
  const known = months.get(month) ?? { nps: null, places: new Map() }
  months.set(month, known)
  const band = score === null ? null : toBand(kind, scaleMax, score)
  if (band === null) return
  if (kind === 'nps') {
    if (known.nps === null || at >= known.nps.at) known.nps = { band, at }
    return
  }
  const place = `${countsAt} ${promptId}`
  if (at >= (known.places.get(place)?.at ?? Number.NEGATIVE_INFINITY))
    known.places.set(place, { touchpoint, promptId, kind, scaleMax, band, at })
}

/** The place of one answer among `BANDS`, as `toBands` sorts it. */
function toBand(kind: Kind, scaleMax: number, score: number): number | null {
  const { min } = SCALES[kind]
  const bands = toBands(
    kind,
    Array.from({ length: scaleMax - min + 1 }, (_, step) => (step === score - min ? 1 : 0)),
  )
  return bands && BANDS.findIndex((band) => bands[band] === 1)
}
