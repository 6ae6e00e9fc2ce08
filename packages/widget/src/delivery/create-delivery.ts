import type { Response as PromptResponse, SitePrompt } from '@pulso/protocol/types'
import { markClock } from '../asking/mark-clock.ts'
import { readNumbers } from '../core/numbers.ts'
import type { AskingContext } from '../core/parts.ts'
import { toBatch } from './batch.ts'
import { createOutbox } from './outbox.ts'
import { postBatch } from './post-batch.ts'
import { createRecorder, type ResponseRecorder } from './recorder.ts'
import { toRetryDelay } from './retry-delay.ts'

/** Gets answers to the worker, however often it takes. */
export interface Delivery {
  record(prompt: SitePrompt, touchpoint: string, locale: string): ResponseRecorder
  destroy(): void
}

/** Global Privacy Control and its elder: who says so is not put into a group. */
const isPrivate = () => {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean }
  return globalPrivacyControl || doNotTrack === '1'
}

/**
 * Sends every response until the worker says what became of it. Each revision
 * is kept on the device and sent from memory at the same time, so neither a
 * storage that hangs nor a network that fails can lose it alone.
 */
export function createDelivery(context: AskingContext): Delivery {
  const { site, base, storage, settings, emit, toConsent, toClockKey } = context
  const { siteKey } = site
  const outbox = createOutbox(siteKey, () => /^[gn]/.test(`${toConsent()}`) && settings.storage !== 'memory')
  /** For the next page view to know that something still waits on this device. */
  const onUnsent = (waits: boolean) => storage.set('unsent', waits ? '1' : null)
  const unsent = new Map<string, PromptResponse>()
  const underway = new Map<string, number>()
  const recorders = new Set<ResponseRecorder>()
  const listening = new AbortController()
  let attempt = 0
  let quietUntil = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  /** Forgets what the worker has decided on, here at once and on the device when it gets to it. */
  const settle = (sent: PromptResponse[], known: Set<string>) => {
    const forgotten = sent.map(async ({ id, rev }) => {
      if (underway.get(id) === rev) underway.delete(id)
      if (!known.has(id)) return
      if (unsent.get(id)?.rev === rev) unsent.delete(id)
      await outbox.remove(id, rev)
    })
    return Promise.all(forgotten).then(async () => onUnsent((await outbox.all()).length > 0))
  }

  /** Sends what is not already on its way. The first request starts before this returns, while a page can still be leaving. */
  const flush = async (): Promise<void> => {
    const waiting = [...unsent.values()].filter(({ id, rev }) => underway.get(id) !== rev)
    if (waiting.length === 0) return
    clearTimeout(retry)
    const { body, responses } = toBatch(siteKey, waiting, Date.now(), context.counted)
    context.counted = ''
    for (const { id, rev } of responses) underway.set(id, rev)
    const { results, retryAfterMs } = await postBatch(`${base}v1/responses`, body)
    const known = new Set(results.filter(({ status }) => /^(stored|duplicate|rejected)$/.test(status)).map(({ id }) => id))
    settle(responses, known)
    if (listening.signal.aborted) return
    if (responses.every(({ id }) => known.has(id))) {
      attempt = 0
      return flush()
    }
    quietUntil = Date.now() + retryAfterMs
    clearTimeout(retry)
    retry = setTimeout(flush, toRetryDelay(attempt++, retryAfterMs))
  }

  const keep = async (response: PromptResponse, now: boolean) => {
    unsent.set(response.id, response)
    if (now && Date.now() >= quietUntil) flush()
    await outbox.put(response)
    onUnsent(true)
  }

  const leave = () => {
    for (const recorder of recorders) recorder.leave()
    flush()
  }
  const listen = (target: EventTarget, event: string, then: () => void) =>
    target.addEventListener(event, then, { signal: listening.signal })
  listen(window, 'pagehide', leave)
  listen(document, 'visibilitychange', () => document.hidden && leave())
  listen(window, 'online', flush)

  outbox.all().then((kept) => {
    for (const response of kept) if (!unsent.has(response.id)) unsent.set(response.id, response)
    flush()
  })

  return {
    record(prompt, touchpoint, locale) {
      const segment = isPrivate() ? undefined : settings.segment
      const clock = toClockKey(prompt, touchpoint)
      const repeated = Date.now() - (readNumbers(storage, clock)[0] || 0) < prompt.waitsMs['after-answered'] || undefined
      const recorder = createRecorder({ prompt, touchpoint, locale, segment, repeated }, keep, (milestone, { kind, score, choices }) => {
        markClock(storage, clock, milestone)
        emit(milestone, { prompt: prompt.id, touchpoint, kind, ...(score !== undefined && { score }), ...(choices && { choices }) })
      })
      recorders.add(recorder)
      return recorder
    },
    destroy() {
      leave()
      clearTimeout(retry)
      listening.abort()
      for (const recorder of recorders) recorder.destroy()
    },
  }
}
