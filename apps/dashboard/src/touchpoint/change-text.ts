import type { Change, Score } from '@pulso/protocol/types'
import { toCountText, toScoreText } from '../format/numbers.ts'
import type { Other, TouchpointWords } from './words.ts'

type ChangeText = { text: string; is: 'different' | 'same' | 'unknown' }

type Compared = { score: Score; other?: Score | undefined; change?: Change | null | undefined }

/** What may be said of a score beside another one: by the joint interval, and nothing where too few have answered. */
export function toChangeText({ score, other, change }: Compared, to: Other, words: TouchpointWords, locale: string): ChangeText {
  const then = other?.n ?? 0
  if (!change) return { is: 'unknown', text: words.change.nothing(to) }
  if (!score.enoughData || other?.enoughData !== true) {
    return { is: 'unknown', text: words.change.tooFew(to, toCountText(score.n, locale), toCountText(then, locale)) }
  }
  const { low, high } = change.joint
  // Points of shares are points too: a percent of a percent is something else.
  const toPoints = (value: number) => toScoreText(value, 'points', locale) ?? ''
  if (!change.isDifferent) return { is: 'same', text: words.change.same(to, toPoints(low), toPoints(high)) }
  const [least = '', most = ''] = [low, high]
    .map(Math.abs)
    .toSorted((left, right) => left - right)
    .map((end) => toCountText(Math.round(end), locale))
  const points = toCountText(Math.abs(Math.round(change.value)), locale)
  return { is: 'different', text: words.change.different(points, change.value > 0 ? 'higher' : 'lower', to, least, most) }
}
