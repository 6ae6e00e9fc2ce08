import type { Journey, Retention } from '@pulso/protocol/types'

type Unknown = Record<string, unknown>

const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isItem)

const isTouchpoint = (value: unknown): boolean =>
  isRecord(value) && isRecord(value['name']) && Array.isArray(value['scores']) && isListOf(value['associations'], isRecord)

const isStage = (value: unknown): boolean => isRecord(value) && isRecord(value['name']) && isListOf(value['touchpoints'], isTouchpoint)

const isAudience = (value: unknown): boolean =>
  isRecord(value) && Array.isArray(value['touchpoints']) && isListOf(value['scores'], isRecord) && isListOf(value['emotion'], isRecord)

export function isJourney(value: unknown): value is Journey {
  return (
    isRecord(value) &&
    isRecord(value['range']) &&
    isListOf(value['stages'], isStage) &&
    isListOf(value['audiences'], isAudience) &&
    isRecord(value['moments']) &&
    Array.isArray(value['moments']['months']) &&
    Array.isArray(value['moments']['declared'])
  )
}

const isCohort = (value: unknown): boolean => isRecord(value) && isRecord(value['all']) && isListOf(value['classes'], isRecord)

export function isRetention(value: unknown): value is Retention {
  return isRecord(value) && isListOf(value['cohorts'], isCohort) && isCohort(value['total']) && Array.isArray(value['pending'])
}

export function isCountedMonths(value: unknown): value is { counted: string[] } {
  return isRecord(value) && isListOf(value['counted'], (month) => typeof month === 'string')
}
