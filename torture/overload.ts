import type { TortureRow } from './row.ts'
import type { StormOrder, StormReport } from './storm.ts'

const TIMES_CAPACITY = 10
const PHASES = { full: { capacityMs: 8000, stormMs: 30_000 }, quick: { capacityMs: 1000, stormMs: 3000 } }
const RESPONSES_EACH = 5
const RECOVERS_WITHIN_MS = 5000
/** What a storm may leave behind: caches are a little fuller, a backlog would be hundreds of megabytes. */
const MOST_GROWTH = 1.3

/** Requests at ten times the rate that the worker can store, whether or not it has answered the ones before. */
export const overloadRow: TortureRow = {
  name: 'overload',
  promise: 'overload',
  goal: 'open loop at 10 × capacity: beside 2xx only 429 and 503 with Retry-After; recovery ≤ 5 s; memory flat',
  async run({ seed, isQuick, stage, note }) {
    const { capacityMs, stormMs } = isQuick ? PHASES.quick : PHASES.full
    const product = await stage.torturedProduct(seed)
    const { siteKey } = await product.createSite()
    const storm = async (order: Omit<StormOrder, 'siteKey' | 'responsesEach' | 'seed'>) => {
      const body = JSON.stringify({ siteKey, responsesEach: RESPONSES_EACH, seed, ...order } satisfies StormOrder)
      const answer = await fetch(`${product.origin}/v1/torture/storm`, { method: 'POST', body })
      if (!answer.ok) throw new Error(`the storm broke off with ${answer.status}: ${await answer.text()}`)
      return (await answer.json()) as StormReport
    }

    const calm = await storm({ durationMs: capacityMs })
    const capacity = ((calm.answers['200'] ?? 0) / capacityMs) * 1000
    note(`capacity ${Math.round(capacity)} requests a second`)
    // One storm goes before: what a process takes for its first is room that it keeps, what each takes anew is a leak.
    const perSecond = capacity * TIMES_CAPACITY
    if (!isQuick) await storm({ durationMs: stormMs, perSecond })
    const memoryBefore = await product.readMemoryMb()
    let memoryPeak = memoryBefore
    const watch = setInterval(async () => {
      memoryPeak = Math.max(memoryPeak, await product.readMemoryMb())
    }, 500)
    const { sent, unansweredAtEnd, answers, recoveryMs } = await storm({ durationMs: stormMs, perSecond })
    clearInterval(watch)
    // A collector of garbage takes its time, and has a reason to look when there is something to do.
    await storm({ durationMs: capacityMs })
    const memoryAfter = await product.readMemoryMb()

    const odd = Object.entries(answers).filter(([kind]) => !/^(200|202|429 with Retry-After|503 with Retry-After)$/.test(kind))
    const oddCount = odd.reduce((sum, [, count]) => sum + count, 0)
    const isWell = recoveryMs <= RECOVERS_WITHIN_MS && memoryAfter <= memoryBefore * MOST_GROWTH
    return {
      measured: `${oddCount} other answers of ${sent}; recovery ${(recoveryMs / 1000).toFixed(1)} s; memory ${Math.round(memoryBefore)} → ${Math.round(memoryAfter)} MB${isQuick ? ' (recovery and memory are told here, and judged in the full form alone)' : ''}`,
      // How fast and how large depends on what else the machine does: the quick form, which runs among other tests, only tells it.
      isMet: oddCount === 0 && (isQuick || isWell),
      detail: {
        'capacity, requests a second': Math.round(capacity),
        'responses in each': RESPONSES_EACH,
        'offered, requests a second': Math.round((sent / stormMs) * 1000),
        'unanswered when the storm ended': unansweredAtEnd,
        'memory at most, MB': Math.round(memoryPeak),
        answers: Object.entries(answers)
          .map(([kind, count]) => `${kind}: ${count}`)
          .join(', '),
      },
    }
  },
}
