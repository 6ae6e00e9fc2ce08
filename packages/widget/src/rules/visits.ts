import type { Visit } from '../core/parts.ts'

/** A visit ends when nothing was seen of the visitor for so long. */
const GAP_MS = 1_800_000

/** On the N-th visit and later, `to` the last one. */
export const rule = ({ from, to = Infinity }: { from: number; to?: number }, { storage, now }: Visit): boolean => {
  const [visits = 0, seenAt = 0] = (storage.get('visits') ?? '').split(',').map(Number)
  const visit = now - seenAt > GAP_MS ? visits + 1 : visits || 1
  storage.set('visits', `${visit},${now}`)
  return visit >= from && visit <= to
}
