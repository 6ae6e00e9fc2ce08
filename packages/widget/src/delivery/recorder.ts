import type { LIMITS } from '@pulso/protocol/constants'
import type { Response as PromptResponse, SitePrompt } from '@pulso/protocol/types'
import type { Happening } from '../asking/mark-clock.ts'
import type { Recorder } from '../core/parts.ts'
import { toUuidV7 } from './uuid-v7.ts'

const SEGMENT_LENGTH: typeof LIMITS.segmentLength = 64
const COMMENT_LENGTH: typeof LIMITS.commentLength = 2000
/** A pause in typing after which the draft is kept on the device, in case the page crashes. */
const TYPING_PAUSE_MS = 800

/** What a response says from its beginning. */
export interface Occasion {
  prompt: SitePrompt
  touchpoint: string
  locale: string
  segment: string | undefined
  /** Whether this device has answered it lately. */
  repeated?: true | undefined
}

/** Writes one response as its visitor makes it, each change as a whole with a higher `rev`. */
export interface ResponseRecorder extends Recorder {
  /** Resolves when the device keeps it: what the visitor is thanked for survives the browser. */
  completed(...args: Parameters<Recorder['completed']>): Promise<void>
  /** Brings a draft into the response, because the page may be gone in a moment. */
  leave(): void
}

/** What happens to a prompt, beyond what the frequency clock remembers. */
export type Milestone = Happening | 'completed'

/** A response whose optional parts may be there as `undefined`: on the wire, in JSON, they are not. */
type Draft = { [Part in keyof PromptResponse]: PromptResponse[Part] | undefined }
type Texts = Parameters<Recorder['drafted']>[0]

const toStored = (text: string | undefined) => text?.trim().slice(0, COMMENT_LENGTH) || undefined

/**
 * `keep` gets every revision: with `now`, to be sent at once, otherwise only to
 * be kept on the device until there is reason to send. It resolves when kept.
 */
export function createRecorder(
  { prompt, touchpoint, locale, segment, repeated }: Occasion,
  keep: (response: PromptResponse, now: boolean) => Promise<void>,
  onMilestone: (milestone: Milestone, response: PromptResponse) => void,
): ResponseRecorder {
  let response: PromptResponse | undefined
  let typed: Texts | undefined
  /** What the visitor has deliberately sent so far. */
  let sent: Texts | undefined
  /** Whether more has been typed since, which closing takes back. */
  let isDraft = false
  let pause: ReturnType<typeof setTimeout> | undefined

  const revise = (changes: Partial<Draft>, now: boolean, ...milestones: (Milestone | false | undefined)[]) => {
    const isNew = !response
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
      automated: navigator.webdriver || undefined,
      repeated,
    }
    response = { ...before, ...changes, rev: rev + 1 } as PromptResponse
    const kept = keep(response, now)
    for (const milestone of [isNew && 'shown', ...milestones] as const) if (milestone) onMilestone(milestone, response)
    return kept
  }
  const isAnswered = () => !!response?.answeredAt
  const write = (texts: Texts | undefined, changes: Partial<Draft>, now: boolean, milestone?: Milestone | false) => {
    clearTimeout(pause)
    typed = undefined
    const comment = toStored(texts?.comment)
    // A suggestion has no score that would have made an answer of it before.
    const first = !isAnswered() && comment ? ({ state: 'answered', answeredAt: Date.now() } as const) : undefined
    return revise({ ...first, ...changes, comment, second: toStored(texts?.second) }, now, first && 'answered', milestone)
  }

  return {
    shown() {
      if (!response) revise({}, false)
    },
    answered(answer) {
      const chosen =
        'choices' in answer
          ? { choices: [...answer.choices], other: (answer.choices.includes('other') && toStored(answer.other)) || undefined }
          : answer
      revise({ state: 'answered', answeredAt: Date.now(), ...chosen }, true, 'answered')
    },
    drafted(texts) {
      typed = texts
      isDraft = true
      clearTimeout(pause)
      // A suggestion that is only being written is no answer yet, and nothing else could be kept of it.
      if (isAnswered()) pause = setTimeout(() => write(texts, {}, false), TYPING_PAUSE_MS)
    },
    completed(texts) {
      sent = texts
      isDraft = false
      return write(texts, { state: 'completed' }, true, response?.state !== 'completed' && 'completed')
    },
    dismissed() {
      // Closing is a decision, unlike leaving: what was typed and not sent stays with the visitor.
      if (!isAnswered() || (prompt.kind === 'text' && !sent)) {
        clearTimeout(pause)
        typed = undefined
        revise({ state: 'dismissed', answeredAt: undefined, comment: undefined }, true, 'dismissed')
      } else if (isDraft) write(sent, {}, true)
    },
    leave() {
      if (typed) write(typed, {}, true)
    },
  }
}
