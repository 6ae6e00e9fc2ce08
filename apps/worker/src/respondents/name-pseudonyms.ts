import type { Respondent } from '@pulso/protocol'
import type { SiteId } from '../sites/site-store.ts'
import { RespondentStore } from './respondent-store.ts'
import { toRespondent } from './to-respondent.ts'

/** The names under which these pseudonymous ids are stored. Ids that are not given have none, and need no secret. */
export async function namePseudonyms(
  database: D1Database,
  siteId: SiteId,
  ids: readonly (string | undefined)[],
  now: number,
): Promise<ReadonlyMap<string | undefined, Respondent>> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined)
  if (wanted.length === 0) return new Map()
  const { naming } = await new RespondentStore(database, siteId).read(now)
  return new Map(await Promise.all(wanted.map(async (id) => [id, await toRespondent('pseudonymous', id, naming)] as const)))
}
