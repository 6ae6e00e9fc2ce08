/**
 * How a request can end, for screens that must say what to do next:
 * `signed-out` (401), `missing` (403, 404: not there, or not yours), `refused`
 * (any other 4xx), `broken` (5xx, or an answer that is not understood),
 * `unreachable` (no answer at all).
 */
export type Failure = 'signed-out' | 'missing' | 'refused' | 'broken' | 'unreachable'
/** What the worker says is wrong (RFC 9457): `type` to compare, `detail` to show. */
export type ToldProblem = { type: string; title: string; detail: string; status: number }
export type Outcome<Value> = { ok: true; value: Value; etag: string | null } | { ok: false; failure: Failure; problem: ToldProblem | null }

/** Somebody else saved the same in the very moment, which a word of the reader's own language can say. */
export const isOvertaken = (problem: ToldProblem | null): boolean => problem?.type === 'urn:pulso:problem:changed-meanwhile'

type Options = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** Asks the worker and checks its answer with `isExpected`. Never throws for what a network can do. */
export async function request<Value>(
  path: string,
  isExpected: (value: unknown) => value is Value,
  { method = 'GET', body, headers = {}, signal }: Options = {},
): Promise<Outcome<Value>> {
  const init: RequestInit = { method, headers: { accept: 'application/json', ...headers } }
  if (body !== undefined) {
    init.headers = { accept: 'application/json', 'content-type': 'application/json', ...headers }
    init.body = JSON.stringify(body)
  }
  if (signal) init.signal = signal
  try {
    const response = await fetch(path, init)
    if (!response.ok) {
      // An unread body keeps its connection open.
      const problem = toProblem(await response.text(), response.status)
      return { ok: false, failure: toFailure(response.status), problem }
    }
    const value: unknown = response.status === 204 ? null : await response.json()
    if (isExpected(value)) return { ok: true, value, etag: response.headers.get('ETag') }
    return { ok: false, failure: 'broken', problem: null }
  } catch (error) {
    return { ok: false, failure: error instanceof SyntaxError ? 'broken' : 'unreachable', problem: null }
  }
}

/** What a refusal says of itself; null for a proxy's page. */
function toProblem(text: string, status: number): ToldProblem | null {
  try {
    const { type, title, detail = '' } = JSON.parse(text) as Record<string, unknown>
    return typeof type === 'string' && typeof title === 'string' && typeof detail === 'string' ? { type, title, detail, status } : null
  } catch {
    return null
  }
}

function toFailure(status: number): Failure {
  if (status === 401) return 'signed-out'
  if (status === 403 || status === 404) return 'missing'
  return status < 500 ? 'refused' : 'broken'
}
