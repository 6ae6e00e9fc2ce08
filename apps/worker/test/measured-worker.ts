import type { Bindings } from '../src/bindings.ts'
import worker from '../src/index.ts'
import { countRows } from './count-rows.ts'

// The classes of its Durable Objects.
export * from '../src/index.ts'

/** The worker as it is, with a header more that says how many rows a request has read: what `npm run bench -- stats` starts. Never deployed. */
export default {
  ...worker,
  async fetch(request: Request, bindings: Bindings, context: ExecutionContext) {
    const { database, rows } = countRows(bindings.DB)
    const answer = await worker.fetch(request, { ...bindings, DB: database }, context)
    const measured = new Response(answer.body, answer)
    measured.headers.set('Pulso-Rows-Read', String(rows.read))
    return measured
  },
}
