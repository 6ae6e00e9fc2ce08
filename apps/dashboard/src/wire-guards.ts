import type { AlertReport, Journey, LiveFrame, Report, ResponsePage, Session, Site, StoredResponse } from '@pulso/protocol/types'

/*
 * The worker speaks the protocol and its tests prove it. What can still arrive
 * here is an answer of another version (a tab left open over an upgrade) or of
 * something else (a proxy's page), so these look at what the screens index
 * into, and the validator's 26 KB stay at home.
 */

type Unknown = Record<string, unknown>

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

const isScore = (value: unknown): boolean => isRecord(value) && Array.isArray(value['distribution']) && typeof value['n'] === 'number'

const isTouchpoint = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['key'] === 'string' &&
  isRecord(value['name']) &&
  isRecord(value['heldBack']) &&
  isListOf(value['scores'], isScore)

const isStage = (value: unknown): boolean => isRecord(value) && isRecord(value['name']) && isListOf(value['touchpoints'], isTouchpoint)

export function isReport(value: unknown): value is Report {
  return (
    isRecord(value) &&
    isRecord(value['site']) &&
    typeof value['site']['timeZone'] === 'string' &&
    isRecord(value['range']) &&
    isRecord(value['otherLanes']) &&
    typeof value['asOf'] === 'number' &&
    isListOf(value['stages'], isStage) &&
    (value['unmapped'] === null || isTouchpoint(value['unmapped']))
  )
}

function isStoredResponse(value: unknown): value is StoredResponse {
  return (
    isRecord(value) && typeof value['id'] === 'string' && typeof value['occurredAt'] === 'number' && typeof value['locale'] === 'string'
  )
}

export function isResponsePage(value: unknown): value is ResponsePage {
  return isRecord(value) && isListOf(value['responses'], isStoredResponse) && (value['next'] === null || typeof value['next'] === 'string')
}

export function isFixFirst(value: unknown): value is Pick<Journey, 'fixFirst'> {
  const fixFirst = isRecord(value) ? value['fixFirst'] : null
  return (
    isRecord(fixFirst) &&
    isListOf(fixFirst['items'], (item) => isRecord(item) && isRecord(item['reach']) && isRecord(item['gap'])) &&
    isListOf(fixFirst['apart'], isRecord)
  )
}

export function isAlertReport(value: unknown): value is AlertReport {
  return (
    isRecord(value) &&
    isListOf(
      value['alerts'],
      (alert) =>
        isRecord(alert) &&
        isListOf(alert['changes'], (change) => isRecord(change) && isListOf(change['releases'], (id) => typeof id === 'string')),
    ) &&
    isListOf(value['releases'], isRecord)
  )
}

function isLiveFrame(value: unknown): value is LiveFrame {
  if (!isRecord(value)) return false
  return (
    value['type'] === 'report' &&
    isReport(value['report']) &&
    isListOf(value['touched'], (key) => typeof key === 'string') &&
    isListOf(value['responses'], isStoredResponse)
  )
}

/** Reads a message of the live room; null for one this version does not know. */
export function parseLiveFrame(text: string): LiveFrame | null {
  try {
    const value: unknown = JSON.parse(text)
    return isLiveFrame(value) ? value : null
  } catch {
    return null
  }
}

export function isSite(value: unknown): value is Site {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['siteKey'] === 'string' &&
    typeof value['timeZone'] === 'string' &&
    isListOf(value['origins'], (origin) => typeof origin === 'string') &&
    isListOf(value['stages'], (stage) => isRecord(stage) && isRecord(stage['name'])) &&
    isListOf(value['touchpoints'], (touchpoint) => isRecord(touchpoint) && isRecord(touchpoint['name'])) &&
    isListOf(value['prompts'], (prompt) => isRecord(prompt) && isRecord(prompt['wording']))
  )
}

/** A site the signed-in person may look at. */
export type SiteSummary = Session['sites'][number]

export function isSession(value: unknown): value is Session {
  return (
    isRecord(value) &&
    isListOf(value['scopes'], (scope) => typeof scope === 'string') &&
    isListOf(value['sites'], (site) => isRecord(site) && typeof site['id'] === 'string' && typeof site['name'] === 'string')
  )
}

export function isNothing(value: unknown): value is null {
  return value === null
}
