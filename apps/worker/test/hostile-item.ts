import type { ExpectedRow, HostileDraft, HostileTarget } from './hostile-requests.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Makes one request of its kind. */
export type Family = (random: SeededRandom, target: HostileTarget) => HostileDraft

type Item = Record<string, unknown> & { id: string; rev: number; score?: number; comment?: string }

export const encode = (text: string) => Uint8Array.from(new TextEncoder().encode(text))

/** An answer as an honest page sends it, and what is to be dishonest about it. */
export function createItem(random: SeededRandom, changes: Record<string, unknown> = {}): Item {
  const answeredAt = Date.now() - random.int(0, 3_600_000)
  return {
    id: `${random.hex(8)}-${random.hex(4)}-7${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`,
    rev: 1,
    promptId: 'nps',
    promptVersion: 1,
    kind: 'nps',
    scaleMax: 10,
    touchpoint: 'recommend',
    state: 'answered',
    locale: 'es',
    shownAt: answeredAt - random.int(500, 60_000),
    answeredAt,
    score: random.int(0, 10),
    ...changes,
  }
}

export const toRow = ({ id, rev, score, comment }: Item): ExpectedRow => ({ id, rev, score: score ?? null, comment: comment ?? null })

export function toBatch(target: HostileTarget, responses: unknown, changes: Record<string, unknown> = {}): string {
  return JSON.stringify({ siteKey: target.siteKey, sentAt: Date.now(), responses, ...changes })
}

/** One item that can never be stored. */
export const refuse = (target: HostileTarget, item: unknown): HostileDraft => ({ body: encode(toBatch(target, [item])), statuses: [422] })

/** One item that is stored as it is. */
export const take = (target: HostileTarget, item: Item): HostileDraft => ({
  body: encode(toBatch(target, [item])),
  statuses: [200],
  rows: [toRow(item)],
})

/** The JSON of an item with a member written by hand behind the others. */
export const toText = (item: object, member: string) => `${JSON.stringify(item).slice(0, -1)},${member}}`

/** A batch around an item that is already text. */
export const around = (target: HostileTarget, text: string) => encode(toBatch(target, ['ITEM']).replace('"ITEM"', () => text))
