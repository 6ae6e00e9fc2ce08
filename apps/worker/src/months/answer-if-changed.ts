import type { Context } from 'hono'

/** What an answer is told by: everything but when it was read. */
async function toTag(content: { asOf: number }): Promise<string> {
  const { asOf: _, ...rest } = content
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(rest))))
  return `W/"${Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`
}

/**
 * Answers with a report, or with 304 when the caller has it already. The tag is
 * weak (RFC 9110, 8.8.1): it leaves out `asOf`, so that polling costs a few bytes
 * while nothing happens.
 */
export async function answerIfChanged<Content extends { asOf: number }>(context: Context, content: Content) {
  const tag = await toTag(content)
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' }
  const known = (context.req.header('If-None-Match') ?? '').split(',').map((one) => one.trim())
  if (known.includes(tag) || known.includes('*')) return context.body(null, 304, headers)
  return context.json(content as object, 200, headers)
}
