import { LIMITS } from '@pulso/protocol/constants'
import { createBreather } from './breathe.ts'
import type { FileFormat } from './file-format.ts'
import { type ImportPlan, type ReportedRow, SKIP_REASONS, type SkipReason } from './import-plan.ts'
import { readRows } from './read-rows.ts'
import { type ReadRow, readRow, toResponse } from './to-response.ts'

/** Responses that go in one request, as they are sent. */
export interface PreparedBatch {
  /** The `responses` of the body, one JSON text each, so that one that is refused can be taken out. */
  responses: string[]
  /** Of each the line of the file. */
  lines: number[]
}

/** What an import would do. */
export interface Preparation {
  batches: PreparedBatch[]
  /** Rows that will be sent. */
  ready: number
  skipped: Record<SkipReason, number>
  commentsCut: number
  comments: number
  /** When the first and the last of them answered; null when there are none. */
  from: number | null
  to: number | null
  /** Of every type of survey what is ready, and how many of each score. */
  scores: Map<string, number[]>
  report: ReportedRow[]
}

/** With room for what stands around them: the worker takes `managementBytes`. */
const BATCH_BYTES = LIMITS.managementBytes - 20_000
/** Hashes that are waited for together: enough that waiting costs little, few enough for a slice. */
const HASHED_AT_ONCE = 64
const encoder = new TextEncoder()

/**
 * Reads a whole file by a plan and makes of it what will be sent; sends nothing. In
 * what it makes there is no name and no address of anybody any more.
 */
export async function prepare(
  file: Blob,
  format: FileFormat,
  plan: ImportPlan,
  now: number,
  onProgress?: (share: number) => void,
): Promise<Preparation> {
  const result: Preparation = {
    batches: [],
    ready: 0,
    skipped: Object.fromEntries(SKIP_REASONS.map((reason) => [reason, 0])) as Record<SkipReason, number>,
    commentsCut: 0,
    comments: 0,
    from: null,
    to: null,
    scores: new Map(),
    report: [],
  }
  const occurrences = new Map<string, number>()
  const breathe = createBreather()
  let batch: PreparedBatch = { responses: [], lines: [] }
  let bytes = 0
  let isFirst = true

  const put = (text: string, line: number) => {
    const size = encoder.encode(text).length + 1
    if (batch.responses.length > 0 && (batch.responses.length === LIMITS.importResponses || bytes + size > BATCH_BYTES)) {
      result.batches.push(batch)
      batch = { responses: [], lines: [] }
      bytes = 0
    }
    batch.responses.push(text)
    batch.lines.push(line)
    bytes += size
  }

  for await (const slice of readRows(file, format, onProgress)) {
    const rows: (ReadRow & { occurrence: number })[] = []
    for (const fileRow of isFirst ? slice.slice(1) : slice) {
      const read = readRow(fileRow, plan, now)
      if ('skipped' in read) {
        result.skipped[read.skipped.reason as SkipReason] += 1
        result.report.push(read.skipped)
        continue
      }
      // Two people can say the same in the same second; which of them is which does not matter.
      const occurrence = (occurrences.get(read.row.identity) ?? 0) + 1
      occurrences.set(read.row.identity, occurrence)
      if (occurrence > 1 && read.row.isNamed) {
        result.skipped.twice += 1
        result.report.push({ line: read.row.line, reason: 'twice', what: '' })
        continue
      }
      rows.push({ ...read.row, occurrence })
      note(result, read.row, fileRow.cells[plan.columns.type ?? -1]?.trim() ?? '')
    }
    if (slice.length > 0) isFirst = false
    for (let place = 0; place < rows.length; place += HASHED_AT_ONCE) {
      const some = rows.slice(place, place + HASHED_AT_ONCE)
      const responses = await Promise.all(some.map((row) => toResponse(row, plan.site, row.occurrence)))
      for (const [index, response] of responses.entries()) put(JSON.stringify(response), some[index]?.line ?? 0)
      await breathe()
    }
  }
  if (batch.responses.length > 0) result.batches.push(batch)
  return result
}

function note(result: Preparation, { response, note: cut }: ReadRow, type: string): void {
  const { shownAt, score = 0, comment } = response
  result.ready += 1
  if (comment !== undefined) result.comments += 1
  if (cut) {
    result.commentsCut += 1
    result.report.push(cut)
  }
  result.from = Math.min(result.from ?? shownAt, shownAt)
  result.to = Math.max(result.to ?? shownAt, shownAt)
  const counts = result.scores.get(type) ?? []
  result.scores.set(type, counts)
  counts[score] = (counts[score] ?? 0) + 1
}
