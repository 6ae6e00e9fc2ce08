import { env } from 'cloudflare:workers'
import type { Response as PulsoResponse, Site } from '@pulso/protocol'
import { ResponseStore, toFirstId } from '../src/ingest/response-store.ts'
import { toArrival, toRow } from '../src/ingest/to-row.ts'
import type { Identity } from '../src/respondents/read-identity.ts'
import { RespondentStore } from '../src/respondents/respondent-store.ts'
import { createId, createResponse, readStoredSite } from './talk-to-worker.ts'

/** One answer of somebody on some day (YYYY-MM-DD), at noon unless it says when. */
export interface PastAnswer extends Partial<PulsoResponse> {
  who: string | null
  day: string
}

/** The name of a respondent that a test makes up: `p` or `v` and a number. */
export function toPerson(kind: 'p' | 'v', number: number): string {
  return `${kind}${number.toString(16).padStart(32, '0')}`
}

export const NPS = { promptId: 'nps', kind: 'nps', scaleMax: 10, touchpoint: 'recommend' } as const
export const CSAT = { promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout' } as const
export const MOOD = { promptId: 'mood', kind: 'emoji', scaleMax: 3, touchpoint: 'pickup' } as const

/** Stores answers as if they had come on their day, whenever that was: by the way of every answer, behind the door. */
export async function storePast(site: Pick<Site, 'id'>, answers: readonly PastAnswer[]): Promise<string[]> {
  const stored = await readStoredSite(site)
  // Since then respondents have names.
  await new RespondentStore(env.DB, stored.id).read(Math.min(...answers.map(({ day }) => Date.parse(`${day}T00:00:00Z`))))
  const rows = answers.map(({ who, day, ...changes }) => {
    const at = changes.answeredAt ?? Date.parse(`${day}T12:00:00Z`)
    const identity: Identity =
      who === null
        ? { kind: 'anonymous' }
        : who.startsWith('v')
          ? { kind: 'verified', respondent: who, expiresAt: at + 1000 }
          : { kind: 'pseudonymous', respondent: who }
    const id = `${toFirstId(at)}${createId().slice(13)}`
    const response = createResponse({ id, shownAt: at - 1000, answeredAt: at, ...changes })
    const made = toRow(response, toArrival(stored, 'production', at, at, { identity, network: null }))
    if ('rejection' in made) throw new Error(made.rejection.detail)
    return made.row
  })
  for (let from = 0; from < rows.length; from += 200) await new ResponseStore(env.DB, stored.id).save(rows.slice(from, from + 200))
  return rows.map(({ id }) => id)
}
