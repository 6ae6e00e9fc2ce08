import type { Context } from 'hono'

/** Names numbers, whenever they were read: the same ones have the same name. */
export async function toNumbersName({ asOf: _, ...numbers }: { asOf: number }): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(numbers)))
  return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * Answers with numbers as they are at a moment, or with 304 to whoever has the same
 * ones. The ETag is weak and made of everything but `asOf`, which is another each time.
 */
export async function answerUnlessKnown(context: Context, { asOf, ...numbers }: { asOf: number }): Promise<Response> {
  const etag = `W/"${await toNumbersName({ asOf, ...numbers })}"`
  // Kept by the one who asked, asked for again each time.
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' }
  const known = context.req
    .header('If-None-Match')
    ?.split(',')
    .map((tag) => tag.trim())
  if (known?.some((tag) => tag === etag || tag === etag.slice(2) || tag === '*')) return context.body(null, 304, headers)
  return context.json({ ...numbers, asOf }, 200, headers)
}
