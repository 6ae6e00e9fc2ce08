import { NPS_HIGHEST_DETRACTOR, NPS_HIGHEST_PASSIVE, SCALES } from '@pulso/protocol/constants'
import type { Score } from '@pulso/protocol/types'

/** From bad to good, always in this order; colours and names hang on it. */
export type Tone = 'worst' | 'bad' | 'middle' | 'good' | 'best'

/** A piece of a distribution: answers from `from` to `to`, both included. */
export type Segment = { tone: Tone; from: number; to: number; count: number; share: number }

const TONES: readonly Tone[] = ['worst', 'bad', 'middle', 'good', 'best']

/** The tone of step `index` of a scale with that many steps: the ends are the ends, whether two steps or seven. */
function toStepTone(index: number, steps: number): Tone {
  return TONES[Math.round((index * (TONES.length - 1)) / (steps - 1))] ?? 'middle'
}

/** Detractors, passives, promoters. */
const NPS_GROUPS: readonly [number, number][] = [
  [0, NPS_HIGHEST_DETRACTOR],
  [NPS_HIGHEST_DETRACTOR + 1, NPS_HIGHEST_PASSIVE],
  [NPS_HIGHEST_PASSIVE + 1, 10],
]

/** The pieces a score's distribution is drawn with: the three groups of NPS, the steps of everything else. */
export function toSegments(score: Score): Segment[] {
  const { min } = SCALES[score.kind]
  const groups: readonly [number, number][] =
    score.kind === 'nps' ? NPS_GROUPS : score.distribution.map((_, index) => [min + index, min + index])
  return groups.map(([from, to], index) => {
    const count = score.distribution.slice(from - min, to - min + 1).reduce((sum, answers) => sum + answers, 0)
    return { tone: toStepTone(index, groups.length), from, to, count, share: score.n === 0 ? 0 : count / score.n }
  })
}

/** The tone of one answer on its scale, as its segment has it. */
export function toTone(kind: Score['kind'], scaleMax: number, score: number): Tone {
  if (kind === 'nps') return score > NPS_HIGHEST_PASSIVE ? 'best' : score > NPS_HIGHEST_DETRACTOR ? 'middle' : 'worst'
  const { min } = SCALES[kind]
  return toStepTone(score - min, scaleMax - min + 1)
}

/** Whether the standard a team set is reached, as far as the interval can tell. */
export type Verdict = 'met' | 'missed' | 'open'

export function toVerdict(score: Score, targetScore: number): Verdict {
  if (score.low === null || score.high === null || !score.enoughData) return 'open'
  if (score.low >= targetScore) return 'met'
  return score.high < targetScore ? 'missed' : 'open'
}
