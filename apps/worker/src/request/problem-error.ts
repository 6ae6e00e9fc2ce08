import { PATHS, PROBLEMS, type Problem, type ProblemCode, toProblemType } from '@pulso/protocol'

/** The one exception of the worker: a problem from the closed list, answered as RFC 9457. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly headers: Record<string, string>
  readonly extension: Record<string, unknown>

  /**
   * @param detail what is wrong with this very request and what to do, for a person
   * @param options.headers such as Retry-After or Allow
   * @param options.extension further members of the problem document
   */
  constructor(code: ProblemCode, detail: string, options: { headers?: Record<string, string>; extension?: Record<string, unknown> } = {}) {
    super(detail)
    this.name = 'ProblemError'
    this.code = code
    this.headers = options.headers ?? {}
    this.extension = options.extension ?? {}
  }

  toResponse(): Response {
    const { status, title } = PROBLEMS[this.code]
    const body: Problem & Record<string, unknown> = {
      type: toProblemType(this.code),
      title,
      status,
      detail: this.message,
      documentation: `${PATHS.docs}#problem-${this.code}`,
      ...this.extension,
    }
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...this.headers },
    })
  }
}
