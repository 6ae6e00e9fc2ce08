import { UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import { ProblemError } from '../request/problem-error.ts'
import type { StoredSite } from './site-store.ts'

/** A filter for a touchpoint that the journey does not have would find nothing and look like an answer. @throws ProblemError `invalid-request` */
export function refuseUnknownTouchpoint({ touchpoints }: Pick<StoredSite, 'touchpoints'>, key: string | null | undefined): void {
  if (key === null || key === undefined || key === UNMAPPED_TOUCHPOINT || touchpoints.some((touchpoint) => touchpoint.key === key)) return
  throw new ProblemError('invalid-request', `touchpoint: there is no touchpoint ${key}.`)
}
