import { type Environment, LANES, type Lane, QUARANTINE_REASONS, type QuarantineReason } from '@pulso/protocol'
import type { ResponseRow } from '../ingest/response-store.ts'
import type { StoredSite } from '../sites/site-store.ts'

/** A lane as tallies keep it: quarantine has one per reason, so that reasons are counted without another row. */
export type StoredLane = Exclude<Lane, 'quarantine'> | `quarantine:${QuarantineReason}`

/** Every lane there can be in the tables. */
export const STORED_LANES: readonly StoredLane[] = LANES.flatMap((lane): StoredLane[] =>
  lane === 'quarantine' ? QUARANTINE_REASONS.map((reason) => `quarantine:${reason}` as const) : [lane],
)

export function toLane(stored: StoredLane): { lane: Lane; reason: QuarantineReason | null } {
  const [lane, reason] = stored.split(':') as [Lane, QuarantineReason | undefined]
  return { lane, reason: reason ?? null }
}

/** Where a row that nobody has judged yet counts: as the database's own column has it. */
export function toRowLane({ environment, quarantined, respondent }: ResponseRow): Lane {
  if (environment === 'test') return 'test'
  if (quarantined) return 'quarantine'
  return respondent?.startsWith('v') ? 'verified' : 'production'
}

/** The lane that is meant when none is named: test traffic apart, and of a site that requires it the verified. */
export function toDefaultLane(site: StoredSite, environment: Environment = 'production'): Exclude<Lane, 'quarantine'> {
  if (environment === 'test') return 'test'
  return site.respondents === 'verified' ? 'verified' : 'production'
}
