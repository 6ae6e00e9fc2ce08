import type { Kind } from '@pulso/protocol/types'
import type { Columns } from './columns.ts'
import type { TimeReading } from './parse-time.ts'

/** Where the rows of one type of survey go: what they answered, and at which touchpoint. */
export interface Target {
  promptId: string
  promptVersion: number
  kind: Kind
  min: number
  scaleMax: number
  touchpoint: string
}

/** Everything that a person decided about a file. */
export interface ImportPlan {
  /** The id of the site. */
  site: string
  columns: Columns
  time: TimeReading
  /** By type of survey as the file writes it; null: these rows are left out. */
  targets: ReadonlyMap<string, Target | null>
  /** Of rows that do not say it. */
  locale: string
  /** Whether answers of one person are to be recognised as such, by a hash. */
  tellsPeopleApart: boolean
}

/** Why a row, or a part of it, is not imported. */
export const SKIP_REASONS = [
  'no-score',
  'bad-score',
  'no-time',
  'bad-time',
  'future',
  'left-out',
  'twice',
  'open-quote',
  'refused',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** One line of the report: a row that was skipped, or a comment that was cut. */
export interface ReportedRow {
  line: number
  reason: SkipReason | 'comment-cut'
  /** What stood in the cell that it is about, or what the worker said of it. */
  what: string
}
