import {
  ENVIRONMENTS,
  type Environment,
  ExportedResponse,
  Kind,
  Lane,
  LIMITS,
  toTouchpointFinder,
  UNMAPPED_TOUCHPOINT,
} from '@pulso/protocol'
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { toChosenKeys } from '../ingest/choice-places.ts'
import { Day } from '../request/day.ts'
import { ProblemError } from '../request/problem-error.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { refuseUnknownTouchpoint } from '../sites/refuse-unknown-touchpoint.ts'
import { type ExportFilter, ExportStore } from './export-store.ts'
import { toCsvLine } from './to-csv-line.ts'

const Name = z.string().min(1).max(LIMITS.keyLength)

const FILTER = {
  from: Day.optional().meta({ description: 'The first day, in the time zone of the site.' }),
  to: Day.optional().meta({ description: 'The last day, included.' }),
  touchpoint: Name.optional().meta({ description: 'Only what counts at this touchpoint; `(unmapped)` is one of them.' }),
  prompt: Name.optional().meta({ description: 'Only answers to this prompt.' }),
  kind: Kind.optional(),
  environment: z
    .enum([...ENVIRONMENTS, 'all'])
    .default('production')
    .meta({ description: 'Test traffic only when asked for. `all` is every lane, quarantine too: such a file is no score.' }),
  lane: Lane.optional().meta({
    description: 'Whose answers, as for the stats; each lane has its own scores. Without it: the lane that the stats show.',
  }),
}

const CsvQuery = z.strictObject({
  ...FILTER,
  bom: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'A byte order mark in front, without which Excel takes UTF-8 for something else.' }),
})

const NdjsonQuery = z.strictObject(FILTER)

/** The members of an exported response, which are the columns of the CSV. */
const COLUMNS = Object.keys(ExportedResponse.shape) as (keyof ExportedResponse)[]

/** Every response of a site, streamed: memory stays flat however many there are. */
export const exportRoutes = new Hono<AppEnvironment>()

exportRoutes.get(
  '/v1/sites/:site/export.csv',
  declare({
    id: 'exportCsv',
    group: 'Exports',
    summary: 'Export responses for a spreadsheet',
    description:
      'CSV by RFC 4180, a header line first, the oldest response first by its id. Times are ISO 8601 in UTC, `day` is in the time zone of the site, several choices are separated by spaces. A text that a spreadsheet would take for a formula has an apostrophe in front; NDJSON has it raw.',
    access: 'responses:read',
    site: 'existing',
    query: CsvQuery,
    answers: { 200: { description: 'The file, as a stream.', mediaType: 'text/csv' } },
  }),
  (context) => {
    const { bom, ...filter } = context.req.valid('query')
    const head = `${bom === 'true' ? '\ufeff' : ''}${toCsvLine(COLUMNS)}`
    return toFile(context, filter, 'text/csv; charset=utf-8; header=present', 'csv', head, toCsvRecord)
  },
)

exportRoutes.get(
  '/v1/sites/:site/export.ndjson',
  declare({
    id: 'exportNdjson',
    group: 'Exports',
    summary: 'Export responses for a program',
    description: 'One JSON object a line, an `ExportedResponse` each, the oldest first by its id. Texts are as they were stored.',
    access: 'responses:read',
    site: 'existing',
    query: NdjsonQuery,
    answers: { 200: { description: 'The file, as a stream.', mediaType: 'application/x-ndjson', schema: ExportedResponse } },
  }),
  (context) =>
    toFile(
      context,
      context.req.valid('query'),
      'application/x-ndjson; charset=utf-8',
      'ndjson',
      '',
      (response) => `${JSON.stringify(response)}\n`,
    ),
)

/**
 * Streams a file. The first page is read before anything is answered, so that a
 * database that fails is a problem and not an empty file; one that fails later
 * breaks the transfer off, which every client notices.
 */
async function toFile(
  context: Context<AppEnvironment>,
  { environment, lane, ...filter }: Omit<ExportFilter, 'lane'> & { environment: Environment | 'all'; lane?: Lane | undefined },
  mediaType: string,
  extension: string,
  head: string,
  toLine: (response: ExportedResponse) => string,
): Promise<Response> {
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) {
    throw new ProblemError('invalid-request', 'from: it lies after to.')
  }
  const { site } = context.var
  refuseUnknownTouchpoint(site, filter.touchpoint)
  const find = toTouchpointFinder(site.touchpoints)
  const pages = new ExportStore(context.env.DB, site.id).readPages(
    { ...filter, lane: lane ?? (environment === 'all' ? undefined : toDefaultLane(site, environment)) },
    (promptId, choices) => toChosenKeys(site, promptId, choices),
    (name, promptId) => find(name, promptId) ?? UNMAPPED_TOUCHPOINT,
  )
  const first = await pages.next()
  async function* toText(): AsyncGenerator<string, void> {
    const beginning = head + (first.value ?? []).map(toLine).join('')
    if (beginning !== '') yield beginning
    for await (const page of pages) if (page.length > 0) yield page.map(toLine).join('')
  }
  return new Response(toBytes(toText()), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="pulso-${site.id}.${extension}"`,
      'Cache-Control': 'no-store',
    },
  })
}

/** Text as a stream of bytes; the next part is made when the one before it has been taken. */
function toBytes(parts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await parts.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await parts.return()
    },
  })
}

function toCsvRecord(response: ExportedResponse): string {
  return toCsvLine(
    COLUMNS.map((name) => {
      const value = response[name]
      if (name === 'occurredAt' || name === 'receivedAt') return new Date(response[name]).toISOString()
      return Array.isArray(value) ? value.join(' ') : value
    }),
  )
}
