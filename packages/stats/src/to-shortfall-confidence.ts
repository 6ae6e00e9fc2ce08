import type { Score } from '@pulso/protocol'
import { toBands } from './to-bands.ts'
import { toBetaProbability } from './to-beta-probability.ts'
import { toNormalProbability } from './to-normal-probability.ts'

/**
 * How sure it is that the true score lies below a standard: the probability that
 * a touchpoint exactly at its standard, asked as often, would have shown a better
 * score than this one did. So 0.95 or more comes to who is at the standard one
 * time in twenty, and more seldom to who is above it. It is one minus the
 * one-sided p-value; as a function of the standard it is the confidence
 * distribution of the score: Xie, M. and Singh, K. (2013), "Confidence
 * distribution, the frequentist distribution estimator of a parameter: a review",
 * International Statistical Review 81 (1), 3–39.
 *
 * For shares it is exact, a tail of the binomial distribution (Clopper, C. J. and
 * Pearson, E. S. (1934), "The use of confidence or fiducial limits illustrated in
 * the case of the binomial", Biometrika 26 (4), 404–413). For an NPS see `toNpsShortfall`.
 *
 * @param target the standard, in the unit of the score
 * @returns from 0 to 1; null without answers, or for what has no score
 */
export function toShortfallConfidence(score: Pick<Score, 'kind' | 'distribution'>, target: number): number | null {
  const bands = toBands(score.kind, score.distribution)
  if (!bands) return null
  const n = bands.bad + bands.middle + bands.good
  if (n === 0) return null
  if (score.kind === 'nps') return toNpsShortfall(bands.good, bands.bad, n, Math.min(1, Math.max(-1, target / 100)))
  const share = Math.min(1, Math.max(0, target / 100))
  // Everybody is satisfied: none could have shown a better score.
  return bands.good === n ? 0 : toBetaProbability(share, bands.good + 1, n - bands.good)
}

/**
 * Of an NPS, which is the difference of two shares of one sample as a difference
 * of paired proportions is: the score test of Tango, T. (1998), "Equivalence test
 * and confidence interval for the difference in proportions for the paired-sample
 * design", Statistics in Medicine 17 (8), 891–908, whose variance is that of the
 * standard itself, not of the sample; with half a step of the score for continuity
 * and the first term of Edgeworth for the skewness of lopsided mixes (Feller, W.
 * (1971), "An introduction to probability theory and its applications", volume 2,
 * XVI.4). The adjusted Wald interval turned round would claim 95 % twice as often
 * as it may at 90/8/2; this one does not, added up over every outcome: see the test.
 */
function toNpsShortfall(promoters: number, detractors: number, n: number, target: number): number {
  const lead = promoters - detractors - n * target
  // The most likely share of detractors among all mixes whose score is the standard.
  const linear = -promoters - detractors + (2 * n - promoters + detractors) * target
  const constant = -detractors * target * (1 - target)
  const share = (Math.sqrt(Math.max(0, linear ** 2 - 8 * n * constant)) - linear) / (4 * n)
  const outspoken = 2 * share + target
  const variance = n * (outspoken - target ** 2)
  if (variance <= 0) return lead < 0 ? 1 : 0
  const skewness = (n * (target - 3 * target * outspoken + 2 * target ** 3)) / variance ** 1.5
  const plain = (lead + 0.5) / Math.sqrt(variance)
  // Beyond 3 ÷ skewness, on the side of its sign, the term would turn back.
  const z = skewness < 0 ? Math.max(plain, 3 / skewness) : Math.min(plain, 3 / skewness)
  return toNormalProbability(-(z - (skewness * (z ** 2 - 1)) / 6))
}
