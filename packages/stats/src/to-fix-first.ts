import type { FixFirst, FixFirstItem, Report, Score, TouchpointReport } from '@pulso/protocol'
import { FALSE_ALARM_RATE } from './false-alarm-rate.ts'
import { toFunnel } from './to-funnel.ts'
import { toStandardScore } from './to-gap.ts'
import { toHolm } from './to-holm.ts'
import { toShortfallConfidence } from './to-shortfall-confidence.ts'

/** What a score can be, from worst to best: an NPS goes from −100 to 100 points. */
const SPANS: Record<Score['unit'], number> = { points: 200, percent: 100 }

interface Judged {
  touchpoint: TouchpointReport
  stage: string
  score: Score & { value: number }
  target: number
  confidence: number
}

/**
 * What to mend first: reach × gap × confidence, that is how many people came by,
 * how much of the scale was missing for them, and how sure it is that anything is.
 * The product is the expected loss over everybody who came, in whole scales.
 *
 * Only touchpoints with a standard of their own are ranked. The site's median
 * would be no substitute: half of all touchpoints lie below it whatever they do,
 * so a list made of it could never become empty. Those under 30 answers are not
 * ranked either: see `apart`.
 *
 * `isConfident` takes into account that many touchpoints were looked at, those
 * that meet their standard among them (Holm 1979, see `toHolm`).
 */
export function toFixFirst({ stages }: Pick<Report, 'stages'>): FixFirst {
  const apart: FixFirst['apart'] = []
  const judged: Judged[] = []
  for (const stage of stages) {
    for (const touchpoint of stage.touchpoints) {
      const found = judge(touchpoint)
      if (typeof found === 'string') apart.push({ touchpoint: touchpoint.key, reason: found })
      else judged.push({ touchpoint, stage: stage.key, ...found })
    }
  }
  const confident = toHolm(
    judged.map(({ confidence }) => 1 - confidence),
    FALSE_ALARM_RATE,
  )
  const below = judged.map((one, index) => ({ ...one, isConfident: confident[index] ?? false })).filter(isBelow)
  for (const { touchpoint, ...one } of judged) if (!isBelow(one)) apart.push({ touchpoint: touchpoint.key, reason: 'meets-standard' })
  // One measure for all of them, or touchpoints whose pages tell who comes by would always come first.
  const basis = below.every(({ touchpoint }) => toFunnel(touchpoint).steps[0]?.step === 'reached') ? 'reached' : 'shown'
  const items = below.map((one) => toItem(one, basis))
  return { items: items.sort((left, right) => right.priority - left.priority), apart }
}

function judge(touchpoint: TouchpointReport): Pick<Judged, 'score' | 'target' | 'confidence'> | FixFirst['apart'][number]['reason'] {
  const { targetScore: target } = touchpoint
  const score = toStandardScore(touchpoint)
  if (target === undefined) return 'no-standard'
  if (!score) return 'no-answers'
  if (score.formula === 'counts') return 'no-score'
  const confidence = toShortfallConfidence(score, target)
  if (score.value === null || confidence === null) return 'no-answers'
  if (!score.enoughData) return 'too-few-answers'
  return { score: { ...score, value: score.value }, target, confidence }
}

function isBelow({ score, target }: Pick<Judged, 'score' | 'target'>): boolean {
  return score.value < target
}

function toItem(
  { touchpoint, stage, score, target, confidence, isConfident }: Judged & { isConfident: boolean },
  basis: FixFirstItem['reach']['basis'],
): FixFirstItem {
  const points = target - score.value
  const share = points / SPANS[score.unit]
  const count = touchpoint[basis]
  return {
    touchpoint: touchpoint.key,
    stage,
    kind: score.kind,
    scaleMax: score.scaleMax,
    reach: { count, basis },
    gap: { target, score: score.value, points, share },
    confidence,
    priority: count * share * confidence,
    isConfident,
  }
}
