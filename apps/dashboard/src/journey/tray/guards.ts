import type { UnmappedNames } from '@pulso/protocol/types'

type Unknown = Record<string, unknown>
const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'

export function isUnmappedNames(value: unknown): value is UnmappedNames {
  return (
    isRecord(value) &&
    isTextOrNull(value['next']) &&
    Array.isArray(value['names']) &&
    value['names'].every((one) => isRecord(one) && typeof one['name'] === 'string' && typeof one['shown'] === 'number')
  )
}

/** What one step of claiming has brought. */
type Claimed = { touchpoint: string; claimed: number; next: string | null }

export function isClaimed(value: unknown): value is Claimed {
  return isRecord(value) && typeof value['touchpoint'] === 'string' && typeof value['claimed'] === 'number' && isTextOrNull(value['next'])
}
