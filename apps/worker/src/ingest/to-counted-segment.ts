import { OTHER_SEGMENT } from '@pulso/protocol'

/** Under which segment a value counts: itself where the site declares it; none at a site that declares none. */
export function toCountedSegment(named: string | undefined, declared: readonly string[]): string {
  if (named === undefined || declared.length === 0) return ''
  return declared.includes(named) ? named : OTHER_SEGMENT
}
