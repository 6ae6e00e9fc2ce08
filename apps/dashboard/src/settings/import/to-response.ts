import { LIMITS } from '@pulso/protocol/constants'
import type { Response } from '@pulso/protocol/types'
import type { ImportPlan, ReportedRow, SkipReason } from './import-plan.ts'
import { parseScore } from './parse-score.ts'
import { parseTime } from './parse-time.ts'
import type { FileRow } from './read-rows.ts'
import { toHash, toRowId } from './row-id.ts'

/** A response as `POST /v1/sites/:site/import` takes it. */
export type ImportedResponse = Response & { respondentId?: string }

/** A row of the file that is a response, still without what takes time to compute. */
export interface ReadRow {
  line: number
  response: Omit<ImportedResponse, 'id' | 'respondentId'>
  /** What makes it this row: the same in every run over the same file. */
  identity: string
  /** Whether the file itself names the row: what is named alike is then the same answer, not another one. */
  isNamed: boolean
  /** Who answered, as the file says it; never sent. Empty: nobody knows, or nobody is to know. */
  person: string
  note: ReportedRow | null
}

const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/
/** A clock that goes ahead, or a zone that was taken for another one, but not a year with a wrong digit. */
const AHEAD_MS = 86_400_000

/** Reads a row by a plan: the response that it is, or why it is none. */
export function readRow({ cells, line, isWhole }: FileRow, plan: ImportPlan, now: number): { row: ReadRow } | { skipped: ReportedRow } {
  const cellOf = (place: number | null) => (place === null ? '' : (cells[place] ?? '').trim())
  const skip = (reason: SkipReason, what: string) => ({ skipped: { line, reason, what: what.slice(0, 80) } })
  const { columns } = plan
  if (!isWhole) return skip('open-quote', '')
  const type = cellOf(columns.type)
  const target = plan.targets.get(type)
  if (!target) return skip('left-out', type)
  const scoreText = cellOf(columns.score)
  if (scoreText === '') return skip('no-score', '')
  const score = parseScore(scoreText)
  if (score === null || score < target.min || score > target.scaleMax) return skip('bad-score', scoreText)
  const timeText = cellOf(columns.time)
  if (timeText === '') return skip('no-time', '')
  const at = parseTime(timeText, plan.time)
  if (at === null || at < 0) return skip('bad-time', timeText)
  if (at > now + AHEAD_MS) return skip('future', timeText)

  const whole = cellOf(columns.comment)
  const comment = whole.slice(0, LIMITS.commentLength)
  const locale = cellOf(columns.locale).replace('_', '-')
  const segment = cellOf(columns.segment).slice(0, LIMITS.segmentLength)
  const id = cellOf(columns.id)
  return {
    row: {
      line,
      response: {
        rev: 1,
        promptId: target.promptId,
        promptVersion: target.promptVersion,
        kind: target.kind,
        scaleMax: target.scaleMax,
        touchpoint: target.touchpoint,
        state: 'completed',
        locale: LOCALE.test(locale) ? locale : plan.locale,
        shownAt: at,
        answeredAt: at,
        score,
        ...(comment !== '' && { comment }),
        ...(segment !== '' && { segment }),
      },
      // Not the prompt: what was imported to a wrong one and is imported again is there already, instead of twice.
      identity: JSON.stringify(id === '' ? [type, at, score, comment] : [id]),
      isNamed: id !== '',
      person: plan.tellsPeopleApart ? cellOf(columns.person).toLowerCase() : '',
      note: whole.length > comment.length ? { line, reason: 'comment-cut', what: `${whole.length}` } : null,
    },
  }
}

/** Completes what was read: the id that this row has in every run, and the hash by which its person is recognised. */
export async function toResponse({ response, identity, person }: ReadRow, site: string, occurrence: number): Promise<ImportedResponse> {
  const [id, respondentId] = await Promise.all([
    toRowId(`${site}\n${identity}\n${occurrence}`, response.shownAt),
    person === '' ? null : toHash(`${site}\n${person}`),
  ])
  return { id, ...response, ...(respondentId !== null && { respondentId }) }
}
