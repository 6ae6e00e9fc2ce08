import { env } from 'cloudflare:workers'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  claimsOf,
  createId,
  createKey,
  createResponse,
  createSite,
  manage,
  readDrift,
  sendBatch,
  signToken,
} from '../../test/talk-to-worker.ts'
import { KeptResponsesStore } from '../privacy/kept-responses-store.ts'
import { ResponseStore } from './response-store.ts'
import { toArrival, toRow } from './to-row.ts'

type TestSite = Awaited<ReturnType<typeof createSite>>

const COUNTS = ['shown', 'dismissed', 'answered', 'completed', 'comments', ...Array.from({ length: 11 }, (_, score) => `s${score}`)]
const TALLIES = `SELECT lane, touchpoint, prompt_id, ${COUNTS.map((name) => `SUM(${name}) AS ${name}`).join()} FROM tallies_day
  WHERE site_id = ?1 GROUP BY lane, touchpoint, prompt_id HAVING SUM(shown) <> 0 ORDER BY lane, touchpoint, prompt_id`

const readTallies = async (site: TestSite) => (await env.DB.prepare(TALLIES).bind(site.id).all()).results
const readRows = async (site: TestSite) =>
  (
    await env.DB.prepare('SELECT * FROM responses WHERE site_id = ?1 ORDER BY id')
      .bind(site.id)
      .all<{ id: string; respondent: string | null }>()
  ).results

const visitor = fc.integer({ min: 0, max: 3 })
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      visitor,
      rev: fc.integer({ min: 1, max: 5 }),
      score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
      hoursAgo: fc.integer({ min: 0, max: 80 }),
      as: fc.constantFrom('anonymous', 'pseudonymous', 'verified', 'test'),
      automated: fc.boolean(),
      isFast: fc.boolean(),
      comment: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('release' as const, 'confirm' as const, 'burst' as const), pick: fc.nat(20) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('erase answer' as const, 'erase person' as const, 'retire' as const), pick: fc.nat(20) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

test('keeps tallies equal to a recount through answers of all lanes, verdicts, erasures and retirements', async () => {
  const own = await createSite('all-lanes')
  const { secret } = await createKey(own)
  const tokens = await Promise.all([0, 1, 2, 3].map((person) => signToken(secret, claimsOf(own, `person ${person}`))))
  const play = async (site: TestSite, ids: string[], one: Step): Promise<void> => {
    if (one.does === 'answer') {
      const shownAt = Date.now() - one.hoursAgo * 3_600_000 - 5000
      const { answeredAt: _, score: __, ...shown } = createResponse({ id: ids[one.visitor] ?? '', rev: one.rev, shownAt, state: 'shown' })
      const answer =
        one.score === null
          ? shown
          : {
              ...shown,
              state: 'answered' as const,
              score: one.score,
              answeredAt: shownAt + (one.isFast ? 10 : 3000),
              ...(one.comment && { comment: 'Muy rico' }),
            }
      await sendBatch(site, [{ ...answer, ...(one.automated && { automated: true }) }], {
        headers: { 'CF-Connecting-IP': '198.51.100.7' },
        ...(one.as === 'verified' && { respondentToken: tokens[one.visitor] ?? '' }),
        ...(one.as === 'pseudonymous' && { respondentId: `pen name ${one.visitor}` }),
        ...(one.as === 'test' && { siteKey: site.siteKey.replace('pk_', 'pk_test_') }),
      })
      return
    }
    const rows = await readRows(site)
    const row = rows[one.pick % Math.max(1, rows.length)]
    if (!row) return
    if (one.does === 'release') await new ResponseStore(env.DB, site.id).judge([row.id], 'released')
    if (one.does === 'confirm') await new ResponseStore(env.DB, site.id).judge([row.id], 'confirmed')
    if (one.does === 'burst') await new ResponseStore(env.DB, site.id).quarantine([row.id])
    if (one.does === 'erase answer') await manage('DELETE', `/v1/sites/${site.id}/responses/${row.id}`)
    if (one.does === 'erase person' && row.respondent) await manage('DELETE', `/v1/sites/${site.id}/respondents/${row.respondent}`)
    if (one.does === 'retire') {
      const before = await readTallies(site)
      await env.DB.prepare('INSERT INTO retired_responses SELECT * FROM responses WHERE site_id = ?1 AND id = ?2')
        .bind(site.id, row.id)
        .run()
      await new KeptResponsesStore(env.DB, site.id).retire([row.id])
      expect(await readTallies(site)).toEqual(before)
      expect(await readRows(site)).toHaveLength(rows.length - 1)
    }
  }
  // Of what is retired nothing is left but its counts: the test keeps it, to count it again.
  await env.DB.prepare('CREATE TABLE retired_responses AS SELECT * FROM responses WHERE false').run()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const ids = Array.from({ length: 4 }, createId)
      for (const one of steps) await play(own, ids, one)
      expect(await readDrift(own, '(SELECT * FROM responses UNION ALL SELECT * FROM retired_responses)')).toEqual([])
    }),
    { numRuns: 40 },
  )
}, 60_000)

test.for(['anonymous', 'pseudonymous', 'verified', 'quarantined', 'test'])(
  'writes three rows for an answer that is %s, and none for its repetition',
  async (lane) => {
    const site = await createSite(`rows-${lane}`)
    const { env: counting, written } = countWrites()
    const now = Date.now()
    const stored = { ...site, retiredPrompts: {} }
    const identity =
      lane === 'verified'
        ? { kind: 'verified' as const, respondent: `v${'0'.repeat(32)}`, expiresAt: now + 1000 }
        : lane === 'pseudonymous'
          ? { kind: 'pseudonymous' as const, respondent: `p${'0'.repeat(32)}` }
          : { kind: 'anonymous' as const }
    const arrival = toArrival(stored, lane === 'test' ? 'test' : 'production', now, now, { identity, network: '198.51.100.7' })
    const store = new ResponseStore(counting, site.id)
    const response = createResponse(lane === 'quarantined' ? { automated: true, repeated: true } : {})
    const rowOf = (changes: object) => {
      const item = toRow({ ...response, ...changes }, arrival)
      if (!('row' in item)) throw new Error(item.rejection.detail)
      return item.row
    }
    const saving = async (changes: object) => {
      written.rows = 0
      return [await store.save([rowOf(changes)]), written.rows]
    }
    expect(await saving({})).toEqual([['stored'], 3])
    expect(await saving({})).toEqual([['duplicate'], 0])
    expect(await saving({ rev: 2, score: 3 })).toEqual([['stored'], 3])
  },
)

/** The same database, adding up the rows that its batches write. */
function countWrites() {
  const written = { rows: 0 }
  const counting = {
    prepare: (sql: string) => env.DB.prepare(sql),
    async batch(statements: D1PreparedStatement[]) {
      const results = await env.DB.batch(statements)
      written.rows += results.reduce((sum, { meta }) => sum + meta.rows_written, 0)
      return results
    },
  }
  return { env: counting as unknown as D1Database, written }
}
