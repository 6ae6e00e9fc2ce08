import { NPS_HIGHEST_DETRACTOR, NPS_HIGHEST_PASSIVE, SCALES } from '@pulso/protocol/constants'
import type { Kind } from '@pulso/protocol/types'

/** Where a visitor and a prompt are with each other. */
export interface Conversation {
  /** `over` is when the card goes. */
  step: 'asking' | 'following' | 'thanking' | 'over'
  /** -1, which no scale has, until something is chosen. */
  score: number
}

export const BEGINNING: Conversation = { step: 'asking', score: -1 }

/** What a visitor can do. */
export type Move = 'score' | 'back' | 'complete' | 'close'

/** The steps that lead on, and where to. */
const WAYS: Record<Conversation['step'], Partial<Record<Move, Conversation['step']>>> = {
  asking: { score: 'following', close: 'over' },
  following: { back: 'asking', complete: 'thanking', close: 'over' },
  thanking: { close: 'over' },
  over: {},
}

/** The conversation after a move; the same one if the move makes no sense now. */
export function toNext(now: Conversation, move: Move, score = now.score): Conversation {
  const step = WAYS[now.step][move]
  return step ? { step, score } : now
}

/** Which follow-up an answer gets. NPS: detractor, passive, promoter. Other kinds: below the middle of the scale, the middle, above. */
export function toBand(kind: Kind, scaleMax: number, score: number): 'low' | 'mid' | 'high' {
  const middle = (SCALES[kind].min + scaleMax) / 2
  const [lastLow, lastMid] = kind === 'nps' ? [NPS_HIGHEST_DETRACTOR, NPS_HIGHEST_PASSIVE] : [middle - 0.5, middle]
  if (score <= lastLow) return 'low'
  return score <= lastMid ? 'mid' : 'high'
}
