import type { Report, StoredResponse, TouchpointReport } from '@pulso/protocol/types'
import { toScore } from '@pulso/stats'

type Answers = { key: string; kind?: 'nps' | 'csat'; scores?: number[]; shown?: number }

/** A touchpoint at which each answer from 0 to 10 was given that often; nobody was asked when no scores are given. */
export function touchpointWith({ key, kind = 'csat', scores, shown }: Answers): TouchpointReport {
  const answered = scores?.reduce((sum, count) => sum + count, 0) ?? 0
  const counts = { shown: shown ?? answered, dismissed: 0, answered }
  const scaleMax = kind === 'nps' ? 10 : 5
  const padded = [...(scores ?? []), ...Array<number>(11 - (scores?.length ?? 0)).fill(0)]
  return {
    key,
    name: { en: key },
    channel: 'digital',
    audience: 'customer',
    momentOfTruth: false,
    ...counts,
    completed: answered,
    comments: 0,
    reached: 0,
    eligible: 0,
    heldBack: {},
    quarantined: {},
    dropped: 0,
    scores: scores ? [toScore({ kind, scaleMax, scores: padded, ...counts })] : [],
  }
}

/** A report of thirty days with these touchpoints in one stage. */
export function reportWith(touchpoints: TouchpointReport[], changes: Partial<Report> = {}): Report {
  return {
    site: { id: 'shop', name: 'Shop', siteKey: 'pk_shop', timeZone: 'Europe/Madrid', demoResponses: 0 },
    range: { from: '2026-10-24', to: '2026-11-22' },
    environment: 'production',
    lane: 'production',
    asOf: 1_795_000_000_000,
    stages: [{ key: 'purchase', name: { en: 'Purchase' }, phase: 'during', touchpoints }],
    unmapped: null,
    otherEnvironment: { environment: 'test', shown: 0, answered: 0 },
    otherLanes: {},
    ...changes,
  }
}

/** A stored answer with a comment, given `minute` minutes into the story. */
export function commentAt(minute: number, changes: Partial<StoredResponse> = {}): StoredResponse {
  return {
    id: `comment-${minute}`,
    promptId: 'checkout',
    kind: 'csat',
    scaleMax: 5,
    touchpoint: 'checkout',
    state: 'completed',
    locale: 'es',
    segment: 'other',
    source: 'visitor',
    occurredAt: 1_795_000_000_000 + minute * 60_000,
    score: 4,
    choices: null,
    other: null,
    second: null,
    comment: `said at ${minute}`,
    respondent: null,
    lane: 'production',
    flags: [],
    quarantined: null,
    verdict: null,
    sentiment: null,
    ...changes,
  }
}
