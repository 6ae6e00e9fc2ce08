import type { Journey } from '@pulso/protocol/types'
import { isFixFirst } from '../wire-guards.ts'

type Unknown = Record<string, unknown>
const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the home page takes of a journey; its scores come from the live room. */
export type JourneyFindings = Pick<Journey, 'fixFirst' | 'stages' | 'previous'>

export function isJourneyFindings(value: unknown): value is JourneyFindings {
  return (
    isRecord(value) &&
    isFixFirst({ ...value }) &&
    isRecord(value['previous']) &&
    Array.isArray(value['stages']) &&
    value['stages'].every(
      (stage) =>
        isRecord(stage) &&
        Array.isArray(stage['touchpoints']) &&
        stage['touchpoints'].every((touchpoint) => isRecord(touchpoint) && Array.isArray(touchpoint['trends'])),
    )
  )
}
