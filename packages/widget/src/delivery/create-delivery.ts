import type { Response as PromptResponse, SitePrompt } from '@pulso/protocol/types'
import { markClock } from '../asking/mark-clock.ts'
import { readNumbers } from '../core/numbers.ts'
import type { AskingContext } from '../core/parts.ts'
import { type Batch, toBatch } from './batch.ts'
import { createOutbox, inTime } from './outbox.ts'
import { postBatch } from './post-batch.ts'
import { createRecorder, type ResponseRecorder } from './recorder.ts'
import { toRetryDelay } from './retry-delay.ts'
import type { KeptResponse } from './shelf.ts'

/** Gets answers to the worker, however often it takes. */
export interface Delivery {
  record(prompt: SitePrompt, touchpoint: string, locale: string): ResponseRecorder
  destroy(): void
}

/** More than any wait can be. What is kept beyond it was written by a clock that has been set back since. */
const IMPOSSIBLE_WAIT_MS = 4e6

/** When to look again at a device that has not answered. */
const LOOK_AGAIN_MS = 60_000

/** Global Privacy Control and its elder: who says so is not put into a group. */
const isPrivate = () => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl || navigator.doNotTrack === '1'

/**
 * Sends every response until the worker says what became of it. Each revision
 * is kept on the device and sent from memory at the same time, so neither a
 * storage that hangs nor a network that fails can lose it alone.
 *
 * A page sends what was made on it at once, and all there is when it is left.
 * Whatever that did not bring home is sent from the device by one tab at a time,
 * at times that all tabs and page views share, so that an outage costs the same
 * few requests however many of them there are.
 */
export function createDelivery(context: AskingContext): Delivery {
  const { site, base, storage, settings, emit, count, toConsent, toClockKey } = context
  const { siteKey } = site
  /** How often it failed in a row, until when to wait for that, and until when the worker has asked to. */
  const retryKey = 'retry'
  /** Told with the next request that is answered, since it may be long until there is one. */
  const droppedKey = 'dropped'
  const drop = ({ touchpoint, promptId }: PromptResponse) =>
    storage.set(droppedKey, (storage.get(droppedKey) ?? '') + `${touchpoint} dropped ${promptId},`)
  const mayKeep = () => /^[gn]/.test(`${toConsent()}`) && settings.storage !== 'memory'
  const outbox = createOutbox(siteKey, mayKeep, drop)
  /** What was made on this page and is not settled. */
  const own = new Map<string, KeptResponse>()
  const underway = new Set<KeptResponse>()
  const recorders = new Set<ResponseRecorder>()
  const listening = new AbortController()
  const { signal } = listening
  let retry: ReturnType<typeof setTimeout> | undefined

  /**
   * What the page's own function gives, as JSON; nothing for what is empty, which
   * the worker would refuse, and nothing from a function whose script was blocked.
   */
  const toGiven = (name: 'challenge' | 'respondent'): string | undefined => {
    try {
      return JSON.stringify(settings[name]?.(), (_, value) => value || undefined)
    } catch {
      return
    }
  }

  const toWaitMs = (place: number) => {
    const waitMs = (readNumbers(storage, retryKey)[place] ?? 0) - Date.now()
    return waitMs < IMPOSSIBLE_WAIT_MS ? waitMs : 0
  }

  /** Reads the device, and leaves the next page view a flag there when something still waits. */
  const readKept = async () => {
    const kept = await outbox.all()
    storage.set('unsent', kept[0] ? '1' : null)
    return kept
  }

  /** Sends a batch, starting before it returns; the result is whether the worker has decided on all of it. */
  const send = async ({ body, responses }: Batch): Promise<boolean> => {
    for (const response of responses) underway.add(response)
    const { toFate, retryAfterMs } = await postBatch(base + 'v1/responses', body)
    const undecided = responses.filter((response) => {
      const { id, rev } = response
      const fate = toFate(id)
      underway.delete(response)
      if (fate === 'rejected') drop(response)
      if (fate && own.get(id) === response) own.delete(id)
      if (fate) outbox.remove(id, rev).then(readKept)
      return !fate
    })
    if (undecided[0]) {
      const attempt = readNumbers(storage, retryKey)[0] || 0
      const now = Date.now()
      const delayMs = toRetryDelay(attempt, retryAfterMs)
      storage.set(retryKey, `${attempt + 1},${now + delayMs},${now + retryAfterMs}`)
      later(delayMs)
      return false
    }
    for (const dropped of (storage.get(droppedKey) ?? '').split(',')) {
      if (dropped) count(...(dropped.split(' ') as Parameters<typeof count>))
    }
    storage.set(droppedKey, null)
    if (storage.get(retryKey)) {
      storage.set(retryKey, null)
      sendKept()
    }
    return true
  }

  /** One batch after another as long as they are taken; all at once from a page that is being left. */
  const sendAll = async (responses: Iterable<KeptResponse>, isLeaving?: boolean) => {
    const isFree = (response: KeptResponse) => !underway.has(response)
    let waiting = [...responses].filter(isFree)
    while (waiting[0]) {
      const batch = toBatch(siteKey, waiting, Date.now(), context.counted, toGiven('challenge'))
      context.counted = ''
      const isTaken = send(batch)
      waiting = waiting.filter(isFree)
      if (!isLeaving && !(await isTaken)) return
    }
  }

  /**
   * Sends everything there is when its time has come, in the one tab that holds
   * the lock. Where there are no locks several tabs do, which is harmless.
   *
   * @param place 2 for not waiting longer than the worker has asked to
   */
  const sendKept = (place = 1) => {
    const work = async () => {
      const kept = await inTime(readKept()).catch(() => {
        later(LOOK_AGAIN_MS)
        return []
      })
      const waitMs = toWaitMs(place)
      if (waitMs > 0) later(waitMs)
      else await sendAll([...kept.filter(({ id }) => !own.has(id)), ...own.values()])
    }
    const { locks } = navigator as { locks?: LockManager }
    if (locks) locks.request(`pulso:${siteKey}:sending`, work).catch(work)
    else work()
  }
  const later = (delayMs: number) => {
    clearTimeout(retry)
    if (!signal.aborted) retry = setTimeout(sendKept, delayMs)
  }

  /** Resolves when the response is on the device, or when that has turned out to be impossible. */
  const keep = async (made: PromptResponse, now: boolean) => {
    const response: KeptResponse = { ...made, who: toGiven('respondent') }
    own.set(response.id, response)
    if (now) {
      if (toWaitMs(1) > 0) sendKept()
      else sendAll(own.values())
    }
    await outbox.put(response)
    readKept()
  }

  const leave = () => {
    for (const recorder of recorders) recorder.leave()
    // What the device keeps can wait as long as the worker has asked for.
    if (!mayKeep() || toWaitMs(2) <= 0) sendAll(own.values(), true)
  }
  const listen = (event: string, then: () => void) => addEventListener(event, then, { signal })
  listen('pagehide', leave)
  listen('visibilitychange', () => document.hidden && leave())
  listen('online', () => sendKept(2))
  sendKept()

  return {
    record(prompt, touchpoint, locale) {
      const segment = isPrivate() ? undefined : settings.segment
      const clock = toClockKey(prompt, touchpoint)
      const repeated = Date.now() - (readNumbers(storage, clock)[0] || 0) < prompt.waitsMs['after-answered'] || undefined
      const recorder = createRecorder({ prompt, touchpoint, locale, segment, repeated }, keep, (milestone, { kind, score, choices }) => {
        markClock(storage, clock, milestone)
        emit(milestone, { prompt: prompt.id, touchpoint, kind, score, choices })
      })
      recorders.add(recorder)
      return recorder
    },
    destroy() {
      leave()
      clearTimeout(retry)
      listening.abort()
    },
  }
}
