import type { CreatedToken, Release, ReleaseList, TallyCheck, TallyMove, TokenList } from '@pulso/protocol/types'

/* What the settings index into; see wire-guards.ts for why these look no closer. */

type Unknown = Record<string, unknown>

const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isItem)

export function isTallyMove(value: unknown): value is TallyMove {
  return isRecord(value) && (value['moving'] === null || (isRecord(value['moving']) && typeof value['moving']['share'] === 'number'))
}

export function isTallyCheck(value: unknown): value is TallyCheck {
  return (
    isRecord(value) && typeof value['state'] === 'string' && typeof value['scanned'] === 'number' && Array.isArray(value['differences'])
  )
}

export function isRemoval(value: unknown): value is { removed: number } {
  return isRecord(value) && typeof value['removed'] === 'number'
}

const isToken = (value: unknown): boolean => isRecord(value) && typeof value['id'] === 'string' && Array.isArray(value['scopes'])

export function isTokenList(value: unknown): value is TokenList {
  return isRecord(value) && isList(value['tokens'], isToken)
}

export function isCreatedToken(value: unknown): value is CreatedToken {
  return isToken(value) && isRecord(value) && typeof value['token'] === 'string'
}

export function isRelease(value: unknown): value is Release {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['at'] === 'number' && Array.isArray(value['touchpoints'])
}

export function isReleaseList(value: unknown): value is ReleaseList {
  return isRecord(value) && isList(value['releases'], isRelease)
}

/** A key by which the site's own server says who somebody is. */
export interface RespondentKey {
  id: string
  createdAt: number
}

export function isKeyList(value: unknown): value is { keys: RespondentKey[] } {
  return isRecord(value) && isList(value['keys'], (key) => isRecord(key) && typeof key['id'] === 'string')
}

export function isCreatedKey(value: unknown): value is RespondentKey & { secret: string } {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['secret'] === 'string'
}

export function isJourneyFile(value: unknown): value is Unknown {
  return isRecord(value) && Array.isArray(value['stages']) && Array.isArray(value['touchpoints'])
}
