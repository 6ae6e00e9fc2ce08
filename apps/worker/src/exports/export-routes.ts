import { ExportedResponse } from '@pulso/protocol'
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { RESPONSE_FILTER, type ResponseFilter } from '../inbox/response-filter.ts'
import { toMatcher } from '../inbox/to-matcher.ts'
import { ExportStore } from './export-store.ts'
import { toCsvLine } from './to-csv-line.ts'

const CsvQuery = z.strictObject({
  ...RESPONSE_FILTER,
  bom: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'A byte order mark in front, without which Excel takes UTF-8 for something else.' }),
})

const NdjsonQuery = z.strictObject(RESPONSE_FILTER)

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
  filter: ResponseFilter,
  mediaType: string,
  extension: string,
  head: string,
  toLine: (response: ExportedResponse) => string,
): Promise<Response> {
  const { site } = context.var
  const pages = new ExportStore(context.env.DB, site).readPages(toMatcher(site, filter))
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
