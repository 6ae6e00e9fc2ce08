import type { ProblemCode } from '@pulso/protocol'
import type * as z from 'zod'
import { ProblemError } from './problem-error.ts'
import { toPlainWords } from './to-plain-words.ts'

/** Enough for a program that sends what it has made; who writes a file by hand is told more. */
const MOST_PLACES = 3

/** Checks `value` against a schema; a failure names the first `most` places that are wrong. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: ProblemCode = 'invalid-request',
  most = MOST_PLACES,
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: toPlainWords })
  if (!parsed.success) throw new ProblemError(code, toIssueText(parsed.error, most))
  return parsed.data
}

/** "score: use 0 to 10; locale: …": the first complaint about each of the first places. */
export function toIssueText(error: z.ZodError, most = MOST_PLACES): string {
  const ofPlace = new Map(error.issues.toReversed().map((issue) => [issue.path.join('.'), issue]))
  return error.issues
    .filter((issue) => ofPlace.get(issue.path.join('.')) === issue)
    .slice(0, most)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message))
    .join('; ')
}
