import { createSeededRandom } from '../../../examples/cafe/seed/seeded-random.ts'
import type { Bindings } from '../src/bindings.ts'
import worker from '../src/index.ts'
import { createFaultyDatabase, type Mood } from './create-faulty-database.ts'

export { LiveRoom } from '../src/index.ts'

/*
 * The worker as it is, on a database that fails: what `npm run torture` starts in
 * workerd instead of src/index.ts to prove that faults of D1 lose and double
 * nothing. Never deployed. A stall is one without end, which is longer than the
 * thirty seconds that users of D1 report.
 */

type FaultyBindings = Bindings & { PULSO_TORTURE_SEED?: string }

const SHARES: Record<Mood, number> = { works: 38, fails: 30, 'fails-after': 30, stalls: 1, 'commits-silently': 1 }
const MOODS = Object.keys(SHARES) as Mood[]

const counts: Record<Mood, number> = { works: 0, fails: 0, 'fails-after': 0, stalls: 0, 'commits-silently': 0 }
let isFaulty = false
let random: ReturnType<typeof createSeededRandom> | undefined

function toMood(seed: number): Mood {
  random ??= createSeededRandom(seed)
  const mood = MOODS[random.weighted(Object.values(SHARES))] ?? 'works'
  counts[mood] += 1
  return mood
}

function toFaults() {
  const operations = Object.values(counts).reduce((sum, count) => sum + count)
  const stalled = counts.stalls + counts['commits-silently']
  return { operations, failed: counts.fails, failedAfterCommit: counts['fails-after'], stalled }
}

export default {
  ...worker,
  fetch(request: Request, bindings: FaultyBindings, context: ExecutionContext) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/v1/torture/')) {
      isFaulty = pathname.endsWith('/on')
      return Response.json(toFaults())
    }
    if (!isFaulty || pathname !== '/v1/responses') return worker.fetch(request, bindings, context)
    const DB = createFaultyDatabase(bindings.DB, () => toMood(Number(bindings.PULSO_TORTURE_SEED)))
    return worker.fetch(request, { ...bindings, DB }, context)
  },
}
