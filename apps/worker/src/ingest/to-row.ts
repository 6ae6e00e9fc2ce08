import {
  type Environment,
  LIMITS,
  type ProblemCode,
  Response as PulsoResponse,
  type ResponseSource,
  toTouchpointFinder,
  UNMAPPED_TOUCHPOINT,
} from '@pulso/protocol'
import { redact } from '../privacy/redact.ts'
import { toLocalTime } from '../reports/local-time.ts'
import { toIssueText } from '../request/parse-body.ts'
import { toCleanText } from '../request/to-clean-text.ts'
import { toPlainWords } from '../request/to-plain-words.ts'
import type { Identity } from '../respondents/read-identity.ts'
import { findFlags, findQuarantine, toFlagBits } from '../respondents/to-flags.ts'
import { toVerifiedRowId, toWaveStart } from '../respondents/to-verified-row-id.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { toOptionKeys } from '../sites/to-next-prompts.ts'
import { toChoiceBits } from './choice-places.ts'
import type { ResponseRow } from './response-store.ts'
import { toCountedSegment } from './to-counted-segment.ts'

const DAY_MS = 86_400_000

/** Why an item can never be stored, and what its sender should know. */
export interface Rejection {
  id: string
  problem: ProblemCode
  detail: string
}

interface Arrival {
  site: StoredSite
  environment: Environment
  source: ResponseSource
  receivedAt: number
  /** What to add to the sender's times to get ours, in milliseconds. */
  clockOffsetMs: number
  /** The oldest time that is believed; older ones count as this. */
  oldestAt: number
  identity: Identity
  /** Null when it is none of the public internet: nothing is held against that. */
  network: string | null
}

/** Of a batch from visitors: their clocks lie, so times are corrected and bound to the last seven days. */
export function toArrival(
  site: StoredSite,
  environment: Environment,
  sentAt: number,
  receivedAt: number,
  { identity, network }: Pick<Arrival, 'identity' | 'network'>,
): Arrival {
  return {
    site,
    environment,
    source: 'visitor',
    receivedAt,
    identity,
    network,
    clockOffsetMs: receivedAt - sentAt,
    oldestAt: receivedAt - LIMITS.lateDays * DAY_MS,
  }
}

/** One unknown item of a batch → its row, or why it can never be one. */
export function toRow(item: unknown, arrival: Arrival): { row: ResponseRow } | { rejection: Rejection } {
  const parsed = PulsoResponse.safeParse(item, { error: toPlainWords })
  if (!parsed.success) return { rejection: { id: toGivenId(item), problem: 'invalid-response', detail: toIssueText(parsed.error) } }
  const response = parsed.data
  const { site } = arrival
  const prompt =
    site.prompts.find(({ id, state }) => id === response.promptId && state !== 'draft') ?? site.retiredPrompts[response.promptId]
  if (!prompt) {
    return { rejection: { id: response.id, problem: 'unknown-prompt', detail: `The site has never had a prompt "${response.promptId}".` } }
  }
  if (prompt.kind !== response.kind || prompt.scaleMax !== response.scaleMax) {
    const detail = `"${response.promptId}" is asked as ${prompt.kind} up to ${prompt.scaleMax}, not ${response.kind} up to ${response.scaleMax}.`
    return { rejection: { id: response.id, problem: 'invalid-response', detail } }
  }
  const options = toOptionKeys(prompt)
  const choices = toChoiceBits(options, response.choices ?? [])
  if (choices === null) {
    const detail = `"${response.promptId}" has the options ${options.join(', ')}.`
    return { rejection: { id: response.id, problem: 'invalid-response', detail } }
  }
  const toBelieved = (instant: number) => Math.min(Math.max(instant + arrival.clockOffsetMs, arrival.oldestAt), arrival.receivedAt)
  const occurredAt = toBelieved(response.answeredAt ?? response.shownAt)
  const { identity } = arrival
  if (identity.kind === 'refused') return { rejection: { id: response.id, problem: 'invalid-respondent', detail: identity.detail } }
  if (identity.kind === 'verified' && occurredAt > identity.expiresAt) {
    const detail = 'The token had ended when this was answered: ask the site for a new one.'
    return { rejection: { id: response.id, problem: 'invalid-respondent', detail } }
  }
  const flags = findFlags(response)
  // Of a verified respondent there is one answer, stuffed or not.
  const isSuspect = identity.kind !== 'verified' && arrival.network !== null
  const waveOf = (verified: { respondent: string }) => {
    const { day } = toLocalTime(toBelieved(response.shownAt), site.timeZone)
    return toVerifiedRowId(verified.respondent, response.promptId, toWaveStart(day, prompt.wave ?? 'month'), arrival.environment)
  }
  const segment = toCountedSegment(response.segment, site.segments)
  return {
    row: {
      id: identity.kind === 'verified' ? waveOf(identity) : response.id,
      sentId: identity.kind === 'verified' ? response.id : null,
      rev: response.rev,
      environment: arrival.environment,
      source: arrival.source,
      promptId: response.promptId,
      promptVersion: response.promptVersion,
      kind: response.kind,
      scaleMax: response.scaleMax,
      touchpoint: response.touchpoint,
      touchpointKey: toCountedName(response, site),
      segment,
      segmentSent: response.segment === undefined || response.segment === segment ? null : toStorableText(response.segment),
      locale: response.locale,
      state: response.state,
      occurredAt,
      ...toLocalTime(occurredAt, site.timeZone),
      score: response.score ?? null,
      choices,
      choiceKeys: response.choices ?? null,
      other: toStorableText(response.other),
      comment: toStorableText(response.comment),
      second: toStorableText(response.second),
      receivedAt: arrival.receivedAt,
      respondent: identity.kind === 'anonymous' ? null : identity.respondent,
      flags: toFlagBits(flags),
      quarantined: isSuspect ? findQuarantine(flags) : null,
    },
  }
}

/** The name that the page used, if the journey has a place for it: which one, every reader asks the journey of its day. */
function toCountedName({ touchpoint, promptId }: PulsoResponse, site: StoredSite): string {
  return toTouchpointFinder(site.touchpoints)(touchpoint, promptId) === null ? UNMAPPED_TOUCHPOINT : touchpoint
}

function toGivenId(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? item.id.slice(0, 64) : ''
}

/** Nothing left is no comment. What identifies somebody is taken out. */
function toStorableText(comment: string | undefined): string | null {
  const text = comment === undefined ? '' : toCleanText(comment).trim()
  return text === '' ? null : redact(text)
}
