import type { NPS_HIGHEST_DETRACTOR, NPS_HIGHEST_PASSIVE } from '@pulso/protocol/constants'
import type { PromptWording, SitePrompt } from '@pulso/protocol/types'
import type { Conversation, ConversationState } from '../conversation.ts'
import type { Recorder } from '../core/parts.ts'

const HIGHEST_DETRACTOR: typeof NPS_HIGHEST_DETRACTOR = 6
const HIGHEST_PASSIVE: typeof NPS_HIGHEST_PASSIVE = 8

/** The recorder as a conversation needs it: it may say when a completed response is kept. */
type Keeper = Omit<Recorder, 'completed'> & { completed(...texts: Parameters<Recorder['completed']>): Promise<void> | undefined }

/** Which follow-up an answer gets. NPS: detractor, passive, promoter. Other scales: below their middle, the middle, above. Choices and texts: `mid`. */
export function toBand(kind: SitePrompt['kind'], scaleMax: number, score: number): ConversationState['band'] {
  if (kind === 'choice' || kind === 'text') return 'mid'
  // Every scale but thumbs begins at 1: 0 and 1 have their middle at a half.
  const middle = (scaleMax + (scaleMax > 1 ? 1 : 0)) / 2
  const [lastLow, lastMid] = kind === 'nps' ? [HIGHEST_DETRACTOR, HIGHEST_PASSIVE] : [middle - 0.5, middle]
  if (score <= lastLow) return 'low'
  return score <= lastMid ? 'mid' : 'high'
}

/**
 * A prompt and its visitor as state and actions. Every choice is recorded at
 * once, as a partial answer; texts count when the visitor goes on. A move that
 * makes no sense at this step does nothing.
 */
export function createConversation({ kind, scaleMax, multiple }: SitePrompt, wording: PromptWording, recorder: Keeper): Conversation {
  const listeners = new Set<() => void>()
  let state: ConversationState = { step: 'asking', score: -1, choices: [], other: '', comment: '', second: '', band: 'mid' }

  const change = (changes: Partial<ConversationState>) => {
    state = { ...state, ...changes }
    for (const listener of [...listeners]) listener()
  }
  const toTexts = () => ({ comment: state.comment, second: state.second })
  const isAnswered = () => state.score >= 0 || !!state.choices[0] || (kind === 'text' && !!state.comment.trim())
  /** The steps that have something to say, in their order. */
  const toSteps = (): ConversationState['step'][] => [
    'asking',
    ...(kind !== 'text' && wording.followUp[state.band] ? (['following'] as const) : []),
    ...(wording.second ? (['second'] as const) : []),
    'thanking',
  ]
  const go = (by: 1 | -1) => {
    const steps = toSteps()
    const step = steps[steps.indexOf(state.step) + by]
    if (!step) return
    // What a visitor has sent at one step stays, whatever happens at the next.
    const kept = by > 0 && (state.step !== 'asking' || kind === 'text' || step === 'thanking') && recorder.completed(toTexts())
    const before = state.step
    const arrive = () => state.step === before && change({ step })
    // Who is thanked has been heard, so first the device keeps it: that survives a browser that is killed.
    if (kept) kept.then(arrive)
    else arrive()
  }

  return {
    get state() {
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    choose(answer, other = '') {
      if (state.step !== 'asking' || kind === 'text') return
      if (typeof answer === 'number') {
        state = { ...state, score: answer, band: toBand(kind, scaleMax, answer) }
        recorder.answered({ score: answer })
        go(1)
      } else {
        const before = state.choices
        state = { ...state, choices: answer, other }
        // Nothing chosen any more is no answer that could be sent: the last one stays until there is another.
        if (answer[0]) recorder.answered({ choices: answer, other })
        if (answer[0] && !multiple && !answer.includes('other') && answer !== before) go(1)
        else change({})
      }
    },
    write(text) {
      if (state.step === 'second') change({ second: text })
      else if (state.step === 'following' || kind === 'text') change({ comment: text })
      recorder.drafted(toTexts())
    },
    next() {
      if (state.step === 'thanking' || state.step === 'over' || !isAnswered()) return
      go(1)
    },
    back() {
      if (state.step === 'following' || state.step === 'second') go(-1)
    },
    close() {
      if (state.step === 'over') return
      if (state.step !== 'thanking') recorder.dismissed()
      change({ step: 'over' })
    },
  }
}
