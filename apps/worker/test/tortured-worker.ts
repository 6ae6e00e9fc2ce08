import { PATHS } from '@pulso/protocol'
import { createSeededRandom } from '../../../examples/cafe/seed/seeded-random.ts'
import type { StormOrder } from '../../../torture/storm.ts'
import type { Bindings } from '../src/bindings.ts'
import worker from '../src/index.ts'
import { createFaultyDatabase, type Mood } from './create-faulty-database.ts'
import { runStorm } from './run-storm.ts'

// The classes of its Durable Objects.
export * from '../src/index.ts'

/*
 * The worker as it is, with two addresses more: what `npm run torture` starts in
 * workerd instead of src/index.ts to let the database fail and to overload it from
 * inside. Never deployed. A stall is one without end, which is longer than the
 * thirty seconds that users of D1 report.
 */

type TorturedBindings = Bindings & { PULSO_TORTURE_SEED?: string }

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
  async fetch(request: Request, bindings: TorturedBindings, context: ExecutionContext) {
    const { pathname } = new URL(request.url)
    if (pathname === '/v1/torture/storm') {
      // One site is stormed, so the limit of a site is part of the defence.
      return Response.json(await runStorm(await request.json<StormOrder>(), { ...bindings, PULSO_RATE_LIMITS: 'on' }, context))
    }
    if (pathname.startsWith('/v1/torture/faults-')) {
      isFaulty = pathname.endsWith('-on')
      return Response.json(toFaults())
    }
    if (!isFaulty || pathname !== PATHS.responses) return worker.fetch(request, bindings, context)
    const DB = createFaultyDatabase(bindings.DB, () => toMood(Number(bindings.PULSO_TORTURE_SEED)))
    return worker.fetch(request, { ...bindings, DB }, context)
  },
}
