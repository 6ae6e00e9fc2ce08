import { FLAGS, type Flag, type Response as PulsoResponse, type QuarantineReason, TOO_FAST_MS } from '@pulso/protocol'

/** What is odd about an answer by itself. Both times are of the sender's one clock, so their difference holds whatever it shows. */
export function findFlags({ automated, repeated, shownAt, answeredAt }: PulsoResponse): Flag[] {
  const isTooFast = answeredAt !== undefined && answeredAt - shownAt < TOO_FAST_MS
  return FLAGS.filter((flag) => ({ automated, repeated, 'too-fast': isTooFast })[flag])
}

/** A program that also answers like one. Either alone is not enough: people have quick thumbs, and testers drive browsers. */
export function findQuarantine(flags: readonly Flag[]): QuarantineReason | null {
  return flags.includes('automated') && flags.length > 1 ? 'automated' : null
}

/** Flags as bits, in their places. */
export function toFlagBits(flags: readonly Flag[]): number {
  return flags.reduce((bits, flag) => bits | (1 << FLAGS.indexOf(flag)), 0)
}

export function toFlags(bits: number): Flag[] {
  return FLAGS.filter((_, place) => (bits >> place) & 1)
}
