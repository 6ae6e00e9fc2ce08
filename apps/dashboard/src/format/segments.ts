import { NPS_HIGHEST_DETRACTOR, NPS_HIGHEST_PASSIVE, SCALES } from '@pulso/protocol/constants'
import type { Score } from '@pulso/protocol/types'

/** From bad to good, always in this order; colours and names hang on it. */
export type Tone = 'worst' | 'bad' | 'middle' | 'good' | 'best'

/** A piece of a distribution: answers from `from` to `to`, both included. `share` is exact, `percent` the whole number to show. */
export type Segment = { tone: Tone; from: number; to: number; count: number; share: number; percent: number }

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
  const segments = groups.map(([from, to], index) => {
    const count = score.distribution.slice(from - min, to - min + 1).reduce((sum, answers) => sum + answers, 0)
    const share = score.n === 0 ? 0 : count / score.n
    return { tone: toStepTone(index, groups.length), from, to, count, share, percent: Math.round(share * 100) }
  })
  if (score.kind !== 'nps' || score.value === null) return segments
  const percents = toNpsPercents(
    segments.map(({ share }) => share * 100),
    score.value,
  )
  return segments.map((segment, index) => ({ ...segment, percent: percents[index] ?? segment.percent }))
}

/**
 * Detractors, passives and promoters in whole percent that make up 100 and whose difference is the NPS as it is shown,
 * each less than one from the truth: rounded alone, 52 % and 21 % could stand beside a +32. Of the ways to round the
 * two up or down, the one nearest to the truth; there always is one.
 */
function toNpsPercents(exact: readonly number[], value: number): readonly number[] {
  const [detractors = 0, passives = 0, promoters = 0] = exact
  // Away from zero at the half, as `Intl` rounds the score.
  const shown = Math.sign(value) * Math.round(Math.abs(value))
  const toError = ([low = 0, middle = 0, high = 0]: readonly number[]) =>
    (low - detractors) ** 2 + (middle - passives) ** 2 + (high - promoters) ** 2
  const ways = [Math.floor(detractors), Math.ceil(detractors)].map((low) => [low, 100 - 2 * low - shown, low + shown])
  return ways.sort((one, other) => toError(one) - toError(other))[0] ?? exact
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
