import type { Response as PulsoResponse } from '@pulso/protocol'
import { toDemoId } from '../examples/cafe/seed/demo-id.ts'
import type { SeededRandom } from '../examples/cafe/seed/seeded-random.ts'

/** An answer as a visitor of the plain site could give it, in its first revision. Its id is of this moment, its chance of the seed. */
export function makeResponse(random: SeededRandom): PulsoResponse {
  const now = Date.now()
  const isFirst = random.below(2) === 0
  return {
    id: toDemoId(now, random),
    rev: 1,
    promptId: isFirst ? 'nps' : 'csat',
    promptVersion: 1,
    kind: isFirst ? 'nps' : 'csat',
    scaleMax: isFirst ? 10 : 5,
    touchpoint: isFirst ? 'first' : 'second',
    locale: 'en',
    shownAt: now - 4000,
    ...toAnswer(random, isFirst),
  }
}

/** What the visitor made of it since: the same response, whole, one revision further. */
export function revise(response: PulsoResponse, random: SeededRandom): PulsoResponse {
  const { comment: _comment, score: _score, answeredAt: _answeredAt, ...rest } = response
  return { ...rest, ...toAnswer(random, response.kind === 'nps'), rev: response.rev + 1 }
}

function toAnswer(random: SeededRandom, isNps: boolean): Pick<PulsoResponse, 'state' | 'score' | 'comment' | 'answeredAt'> {
  const state = (['shown', 'dismissed', 'answered', 'answered', 'completed', 'completed'] as const)[random.below(6)] ?? 'shown'
  if (state === 'shown' || state === 'dismissed') return { state }
  return {
    state,
    score: isNps ? random.below(11) : 1 + random.below(5),
    answeredAt: Date.now(),
    ...(state === 'completed' && random.below(2) === 0 && { comment: `Words of ${random.below(1e6)}` }),
  }
}
