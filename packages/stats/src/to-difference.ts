import type { Estimate, Interval } from './estimate.ts'

/** How far the first lies above the second, with the 95 % interval of that difference. */
export interface Difference extends Interval {
  readonly value: number
}

/**
 * Combines two independent estimates, each with its own good interval, into the
 * interval of their difference: the square-and-add rule of Newcombe, R. G. (1998),
 * "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17 (8), 873–890, method
 * 10, shown to hold for any such pair by Zou, G. Y. and Donner, A. (2008),
 * "Construction of confidence limits about effect measures: a general approach",
 * Statistics in Medicine 27 (10), 1693–1702.
 *
 * The two are different when the interval does not contain 0. Whether their own
 * intervals overlap says nothing: they may overlap and still be different.
 */
export function toDifference(first: Estimate, second: Estimate): Difference {
  const value = first.value - second.value
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  }
}
