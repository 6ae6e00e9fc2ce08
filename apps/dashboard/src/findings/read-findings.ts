import { PATHS } from '@pulso/protocol/constants'
import type { AlertReport, Report } from '@pulso/protocol/types'
import { request } from '../request.ts'
import { isAlertReport } from '../wire-guards.ts'
import { isJourneyFindings, type JourneyFindings } from './guards.ts'

/** What the numbers of a report amount to: where to begin, what moved since the period before, and what has become other than it was. */
export type Findings = { journey: JourneyFindings; alerts: AlertReport }

/** Null when either cannot be read: the scores beside it stand on their own. */
export async function readFindings({ site, range, environment, lane }: Report, signal: AbortSignal): Promise<Findings | null> {
  const query = new URLSearchParams({ ...range, environment, lane })
  const [journey, alerts] = await Promise.all([
    request(`${PATHS.journey(site.id)}?${query}`, isJourneyFindings, { signal }),
    // What lies in quarantine has no scores that could change.
    request(`${PATHS.alerts(site.id)}?${new URLSearchParams(lane === 'quarantine' ? {} : { lane })}`, isAlertReport, { signal }),
  ])
  return journey.ok && alerts.ok ? { journey: journey.value, alerts: alerts.value } : null
}
