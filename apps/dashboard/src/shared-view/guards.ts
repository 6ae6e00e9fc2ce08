import type { Journey, OpenedShare, SharedComments, SharedView } from '@pulso/protocol/types'

/* What the screens here look into, of answers that may come from another version. */

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isSharedView(value: unknown): value is SharedView {
  return (
    isRecord(value) &&
    isRecord(value['site']) &&
    typeof value['site']['id'] === 'string' &&
    typeof value['site']['timeZone'] === 'string' &&
    isRecord(value['filter']) &&
    isRecord(value['range'])
  )
}

export function isOpenedShare(value: unknown): value is OpenedShare {
  return (
    isRecord(value) &&
    typeof value['needsPassword'] === 'boolean' &&
    (value['token'] === null || typeof value['token'] === 'string') &&
    (value['view'] === null || isSharedView(value['view']))
  )
}

export function isSharedComments(value: unknown): value is SharedComments {
  return (
    isRecord(value) &&
    Array.isArray(value['comments']) &&
    value['comments'].every((one) => isRecord(one) && typeof one['text'] === 'string')
  )
}

/** Of a journey what the shared view shows beside the scores. */
export function isSharedJourney(value: unknown): value is Pick<Journey, 'stages' | 'fixFirst'> {
  return (
    isRecord(value) &&
    Array.isArray(value['stages']) &&
    value['stages'].every((stage) => isRecord(stage) && Array.isArray(stage['touchpoints'])) &&
    isRecord(value['fixFirst']) &&
    Array.isArray(value['fixFirst']['items'])
  )
}
