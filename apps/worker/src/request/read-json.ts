import { LIMITS } from '@pulso/protocol'
import { ProblemError } from './problem-error.ts'
import { scanJson } from './scan-json.ts'
import { toCleanText } from './to-clean-text.ts'

/** The last is what `curl --data` says of everything it sends; all three are the same to the parser. */
const TYPES = new Set(['text/plain', 'application/json', 'application/x-www-form-urlencoded'])

/** Only through these does a JSON text of well-formed UTF-8 bring control characters or lone surrogates. */
const UNCLEAN = /\\[bfru]|[\u007f-\u009f]/

/**
 * Reads a JSON body of at most `maxBytes`, counting while it reads: the
 * Content-Length header may lie or be absent. Depth and keys are counted before
 * anything is built of them. A byte order mark is passed over and bytes that are
 * no UTF-8 become U+FFFD: one broken byte of a comment does not cost the answer,
 * and in a key or an id it fails the schema. Every string comes out clean, see
 * `toCleanText`. Of keys that come twice the last counts.
 *
 * @throws ProblemError `unsupported-media-type`, `too-large` or `invalid-request`
 */
export async function readJson(request: Request, maxBytes: number, maxKeys: number = LIMITS.managementKeys): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes)
  if (request.headers.has('Content-Encoding')) {
    throw new ProblemError('unsupported-media-type', 'Send the body as it is, without Content-Encoding.')
  }
  const type = (request.headers.get('Content-Type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase()
  if (!TYPES.has(type ?? '')) {
    throw new ProblemError('unsupported-media-type', 'Send JSON as text/plain or application/json.')
  }
  const text = new TextDecoder().decode(bytes)
  try {
    scanJson(text, maxKeys)
    return JSON.parse(text, UNCLEAN.test(text) ? toCleanValue : undefined) as unknown
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError('invalid-request', 'The body is not JSON.')
  }
}

function toCleanValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? toCleanText(value) : value
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size <= maxBytes) chunks.push(chunk)
    // Leaving the loop ends the stream: the rest is never read.
    else if (size > maxBytes + LIMITS.drainedBytes) break
  }
  if (size > maxBytes) throw new ProblemError('too-large', `Send at most ${maxBytes} bytes in one request.`)
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
