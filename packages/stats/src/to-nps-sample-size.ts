import { Z_95 } from './z-95.ts'

/** What is expected of the answers, as shares from 0 to 1. The rest is passive. */
export interface NpsMix {
  readonly promoters: number
  readonly detractors: number
}

/**
 * How many answers make a net promoter score precise to ± `marginPoints` at
 * 95 %, if they come out as expected: n = z²·(p + d − (p − d)²) ÷ margin², the
 * variance of a promoter minus a detractor (Rocks 2016, see `toNpsScore`),
 * rounded up. The three pseudo-answers of the interval do not matter at such n.
 *
 * @example toNpsSampleSize({ promoters: 0.5, detractors: 0.2 }, 10) // 235
 */
export function toNpsSampleSize({ promoters, detractors }: NpsMix, marginPoints: number): number {
  if (!(promoters >= 0 && detractors >= 0 && promoters + detractors <= 1))
    throw new RangeError('promoters and detractors are shares of one whole')
  if (!(marginPoints > 0)) throw new RangeError('a margin is above 0')
  const variance = promoters + detractors - (promoters - detractors) ** 2
  return Math.ceil(variance * ((100 * Z_95) / marginPoints) ** 2)
}
