import type { Breakdown } from '@pulso/protocol/types'

type Unknown = Record<string, unknown>
const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)

const isScore = (value: unknown): boolean => isRecord(value) && typeof value['n'] === 'number' && typeof value['kind'] === 'string'

const isGroup = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['key'] === 'string' &&
  Array.isArray(value['scores']) &&
  value['scores'].every((one) => isRecord(one) && isScore(one['score']) && (one['series'] === undefined || Array.isArray(one['series'])))

/** The breakdown of a report; the rest of it comes from the live room. */
export function isBrokenDown(value: unknown): value is { breakdown: Breakdown } {
  const breakdown = isRecord(value) ? value['breakdown'] : null
  return isRecord(breakdown) && Array.isArray(breakdown['groups']) && breakdown['groups'].every(isGroup)
}
