import type { InboxPage, InboxResponse, MarkedResponses, Marks, TagList } from '@pulso/protocol/types'

type Unknown = Record<string, unknown>

const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isItem)

export function isMarks(value: unknown): value is Marks {
  return (
    isRecord(value) &&
    typeof value['status'] === 'string' &&
    isListOf(value['tags'], (tag) => typeof tag === 'string') &&
    isListOf(value['notes'], isRecord)
  )
}

export function isInboxResponse(value: unknown): value is InboxResponse {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['occurredAt'] === 'number' &&
    typeof value['countedTouchpoint'] === 'string' &&
    Array.isArray(value['flags']) &&
    isMarks(value['marks'])
  )
}

export function isInboxPage(value: unknown): value is InboxPage {
  return isRecord(value) && isListOf(value['responses'], isInboxResponse) && isRecord(value['looked'])
}

export function isMarkedResponses(value: unknown): value is MarkedResponses {
  return isRecord(value) && isListOf(value['marked'], (one) => isRecord(one) && isMarks(one['marks']))
}

export function isTagList(value: unknown): value is TagList {
  return isRecord(value) && isListOf(value['tags'], (one) => isRecord(one) && typeof one['tag'] === 'string')
}

export function isErased(value: unknown): value is { erased: number } {
  return isRecord(value) && typeof value['erased'] === 'number'
}

export function isJudged(value: unknown): value is { judged: number } {
  return isRecord(value) && typeof value['judged'] === 'number'
}
