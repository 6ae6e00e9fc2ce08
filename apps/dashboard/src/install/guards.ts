import { LANES } from '@pulso/protocol/constants'
import type { BatchResult, InstallReport } from '@pulso/protocol/types'

type Unknown = Record<string, unknown>

function isRecord(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isInstallReport(value: unknown): value is InstallReport {
  if (!isRecord(value)) return false
  const { signs, lanes, reach } = value
  return (
    Array.isArray(signs) &&
    signs.every((sign) => isRecord(sign) && typeof sign['sign'] === 'string' && typeof sign['lastAt'] === 'number') &&
    isRecord(lanes) &&
    LANES.every((lane) => isRecord(lanes[lane])) &&
    isRecord(reach) &&
    [reach['production'], reach['test']].every((counts) => isRecord(counts) && isRecord(counts['heldBack']))
  )
}

export function isBatchResult(value: unknown): value is BatchResult {
  return isRecord(value) && Array.isArray(value['results']) && value['results'].every(isRecord)
}

/** Where the copy of the widget is that never changes, as the build has written it down. */
export type PinnedCopy = { path: string; integrity: string }

export function isPinnedCopy(value: unknown): value is PinnedCopy {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['integrity'] === 'string'
}
