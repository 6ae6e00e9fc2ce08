import type { Audience, Report } from '@pulso/protocol/types'

/** Whose voice a map speaks with when nobody has been chosen, in its headline and its curve: customers, or the only others that there are. */
export function toMainAudience({ stages }: Pick<Report, 'stages'>, chosen: Audience | null = null): Audience {
  const touchpoints = stages.flatMap((stage) => stage.touchpoints)
  const isThere = (audience: Audience) => touchpoints.some((one) => one.audience === audience)
  return chosen ?? (isThere('customer') ? 'customer' : (touchpoints[0]?.audience ?? 'customer'))
}
