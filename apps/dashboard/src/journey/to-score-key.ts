import type { Score } from '@pulso/protocol/types'

/** Of one kind and scale a touchpoint has one score, of choices one per prompt. */
export function toScoreKey({ kind, scaleMax, promptId = '' }: Score): string {
  return `${kind} ${scaleMax} ${promptId}`
}
