import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import type { Site } from '@pulso/protocol'
import { app } from '../src/app.ts'
import type { Bindings } from '../src/bindings.ts'

/** Sends a batch to a worker with other bindings than those of this deployment, and waits for what it does after its answer. */
export async function sendTo(
  bindings: Bindings,
  site: Site,
  responses: readonly unknown[],
  more: { headers?: Record<string, string>; batch?: Record<string, unknown> } = {},
): Promise<Response> {
  const context = createExecutionContext()
  const body = JSON.stringify({ siteKey: site.siteKey, sentAt: Date.now(), responses, ...more.batch })
  const request = new Request('https://pulso.test/v1/responses', { method: 'POST', body, headers: more.headers ?? {} })
  const answer = await app.fetch(request, bindings, context)
  await waitOnExecutionContext(context)
  return answer
}
