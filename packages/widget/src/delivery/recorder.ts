import type { LIMITS } from '@pulso/protocol/constants'
import type { Response as PromptResponse } from '@pulso/protocol/types'
import type { Happening } from '../core/frequency-clock.ts'
import type { Occasion, Recorder } from '../core/parts.ts'
import { toUuidV7 } from './uuid-v7.ts'

const SEGMENT_LENGTH: typeof LIMITS.segmentLength = 64
const COMMENT_LENGTH: typeof LIMITS.commentLength = 2000
/** A pause in typing after which the draft is kept on the device, in case the page crashes. */
const TYPING_PAUSE_MS = 800

/** Writes one response as its visitor makes it, each change as a whole with a higher `rev`. */
export interface ResponseRecorder extends Recorder {
  /** Brings a draft into the response, because the page may be gone in a moment. */
  leave(): void
  destroy(): void
}

/** A response whose optional parts may be there as `undefined`: on the wire, in JSON, they are not. */
type Draft = { [Part in keyof PromptResponse]: PromptResponse[Part] | undefined }

/**
 * `keep` gets every revision: with `now`, to be sent at once, otherwise only to
 * be kept on the device until there is reason to send.
 */
export function createRecorder(
  { prompt, touchpoint, locale, segment }: Occasion,
  keep: (response: PromptResponse, now: boolean) => void,
  onHappening: (happening: Happening) => void,
): ResponseRecorder {
  let response: PromptResponse | undefined
  let typed: string | undefined
  let pause: ReturnType<typeof setTimeout> | undefined

  const revise = (changes: Partial<Draft>, now: boolean) => {
    if (!response) onHappening('shown')
    const shownAt = Date.now()
    const { rev, ...before } = response ?? {
      id: toUuidV7(shownAt, crypto.getRandomValues(new Uint8Array(9))),
      rev: 0,
      promptId: prompt.id,
      promptVersion: prompt.version,
      kind: prompt.kind,
      scaleMax: prompt.scaleMax,
      touchpoint,
      state: 'shown',
      locale,
      shownAt,
      segment: `${segment ?? ''}`.slice(0, SEGMENT_LENGTH) || undefined,
    }
    response = { ...before, ...changes, rev: rev + 1 } as PromptResponse
    keep(response, now)
  }
  const comment = (text: string | undefined, changes: Partial<Draft>, now: boolean) => {
    clearTimeout(pause)
    typed = undefined
    revise({ ...changes, comment: text?.trim().slice(0, COMMENT_LENGTH) || undefined }, now)
  }

  return {
    shown() {
      if (!response) revise({}, false)
    },
    answered(score) {
      revise({ state: 'answered', score, answeredAt: Date.now() }, true)
      onHappening('answered')
    },
    drafted(text) {
      typed = text
      clearTimeout(pause)
      pause = setTimeout(() => comment(text, {}, false), TYPING_PAUSE_MS)
    },
    completed(text) {
      comment(text, { state: 'completed' }, true)
    },
    dismissed() {
      if (response?.score === undefined) {
        revise({ state: 'dismissed' }, true)
        onHappening('dismissed')
        // Closing is a decision, unlike leaving: what was typed and not sent stays with the visitor.
      } else if (typed ?? response.comment) comment(undefined, {}, true)
    },
    leave() {
      if (typed) comment(typed, {}, true)
    },
    destroy() {
      clearTimeout(pause)
    },
  }
}
