import type { Balance } from '@pulso/protocol'
import { hasEnoughData } from './has-enough-data.ts'
import type { Bands } from './to-bands.ts'
import { toNpsScore } from './to-nps-score.ts'

/**
 * The balance of good and bad answers: share of good minus share of bad, from −1
 * to 1, over any kinds, since answers are counted and no scale is averaged. It is
 * the balance statistic of business surveys: Anderson, O. (1952), "The Business
 * Test of the IFO-Institute for Economic Research, Munich, and its theoretical
 * model", Review of the International Statistical Institute 20 (1), 1–17.
 *
 * It is the difference of two shares of one sample, as an NPS is, so its interval
 * is that of `toNpsScore` (Rocks 2016), a hundredth of it.
 *
 * @example toBalance([{ bad: 20, middle: 30, good: 50 }]) // value 0.3, low 0.140…, high 0.442…
 */
export function toBalance(parts: readonly Bands[]): Balance {
  const sum = (band: keyof Bands) => parts.reduce((total, part) => total + part[band], 0)
  const [good, middle, bad] = [sum('good'), sum('middle'), sum('bad')]
  const estimate = toNpsScore({ promoters: good, passives: middle, detractors: bad })
  const n = good + middle + bad
  return {
    formula: 'balance/adjusted-wald',
    value: estimate && estimate.value / 100,
    low: estimate && estimate.low / 100,
    high: estimate && estimate.high / 100,
    n,
    good,
    middle,
    bad,
    enoughData: hasEnoughData(n),
  }
}
