import { createSeededRandom } from '../../../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from '../../../torture/make-response.ts'
import type { StormOrder, StormReport } from '../../../torture/storm.ts'
import { app } from '../src/app.ts'
import type { Bindings } from '../src/bindings.ts'

const TICK_MS = 10
const CONNECTIONS = 16

/**
 * Visitors in the same workerd as the worker that they overload. From outside,
 * every request passes the two workers of wrangler's own before this one, which
 * cost more than a refusal does: the queue would be theirs.
 */
export async function runStorm(order: StormOrder, bindings: Bindings, context: ExecutionContext): Promise<StormReport> {
  const random = createSeededRandom(order.seed)
  const answers: Record<string, number> = {}
  let sent = 0
  const send = async (): Promise<number> => {
    sent += 1
    const responses = Array.from({ length: order.responsesEach }, () => makeResponse(random))
    const body = JSON.stringify({ siteKey: order.siteKey, sentAt: Date.now(), responses })
    const answer = await app.fetch(new Request('https://pulso.test/v1/responses', { method: 'POST', body }), bindings, context)
    await answer.text()
    const kind = `${answer.status}${Number(answer.headers.get('Retry-After')) > 0 ? ' with Retry-After' : ''}`
    answers[kind] = (answers[kind] ?? 0) + 1
    return answer.status
  }
  const ending = Date.now() + order.durationMs
  const pending = new Set<Promise<number>>()
  if (order.perSecond === undefined) {
    const connection = async () => {
      while (Date.now() < ending) await send()
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  } else {
    const startedAt = Date.now()
    while (Date.now() < ending) {
      for (const due = ((Date.now() - startedAt) / 1000) * order.perSecond; sent < due; ) {
        const one = send()
        pending.add(one)
        one.finally(() => pending.delete(one))
      }
      await new Promise((resolve) => setTimeout(resolve, TICK_MS))
    }
  }
  const endedAt = Date.now()
  const report = { sent, unansweredAtEnd: pending.size, answers: { ...answers } }
  for (let healthy = 0; healthy < 3 && Date.now() - endedAt < 60_000; ) {
    const askedAt = Date.now()
    healthy = (await send()) === 200 && Date.now() - askedAt < 1000 ? healthy + 1 : 0
    await new Promise((resolve) => setTimeout(resolve, TICK_MS))
  }
  const recoveryMs = Date.now() - endedAt
  await Promise.all(pending)
  return { ...report, answers, recoveryMs }
}
