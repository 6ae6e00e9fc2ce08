import type { Breakdown, ReleaseList, ReleaseReport, Report, ThemesReport } from '@pulso/protocol/types'
import { isReport } from '../wire-guards.ts'

type Unknown = Record<string, unknown>

const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isItem)

const hasScore = (value: unknown): value is Unknown => isRecord(value) && isRecord(value['score'])

const isGroup = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['key'] === 'string' &&
  isListOf(value['scores'], (score) => hasScore(score) && (score['series'] === undefined || isListOf(score['series'], hasScore)))

/** A report that was asked for `by` something. */
export type GroupedReport = Report & { breakdown: Breakdown }

export function isGroupedReport(value: unknown): value is GroupedReport {
  return isReport(value) && isRecord(value.breakdown) && isListOf(value.breakdown.groups, isGroup)
}

const isRelease = (value: unknown): value is Unknown =>
  isRecord(value) && typeof value['at'] === 'number' && typeof value['name'] === 'string' && Array.isArray(value['touchpoints'])

export function isReleaseList(value: unknown): value is ReleaseList {
  return isRecord(value) && isListOf(value['releases'], isRelease)
}

export function isReleaseReport(value: unknown): value is ReleaseReport {
  return isRelease(value) && isListOf(value['changes'], isRecord)
}

export function isThemesReport(value: unknown): value is ThemesReport {
  return (
    isRecord(value) &&
    isRecord(value['comments']) &&
    isRecord(value['range']) &&
    isListOf(value['themes'], (theme) => isRecord(theme) && isListOf(theme['examples'], isRecord)) &&
    isListOf(value['feelings'], isRecord)
  )
}
