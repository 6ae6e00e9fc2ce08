import { ProblemError } from './problem-error.ts'

/** The last is what `curl --data` says of everything it sends; all three are the same to the parser. */
const TYPES = new Set(['text/plain', 'application/json', 'application/x-www-form-urlencoded'])

/**
 * Reads a JSON body of at most `maxBytes`, counting while it reads: the
 * Content-Length header may lie or be absent, and parsing a million nested
 * arrays costs half a second of CPU before any schema sees them.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (request.headers.has('Content-Encoding')) {
    throw new ProblemError('unsupported-media-type', 'Send the body as it is, without Content-Encoding.')
  }
  const type = (request.headers.get('Content-Type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase()
  if (!TYPES.has(type ?? '')) {
    throw new ProblemError('unsupported-media-type', 'Send JSON as text/plain or application/json.')
  }
  const text = new TextDecoder().decode(await readBytes(request, maxBytes))
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new ProblemError('invalid-request', 'The body is not JSON.')
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Over the limit the loop ends and with it the stream: the rest is never read.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new ProblemError('too-large', `Send at most ${maxBytes} bytes in one request.`)
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
