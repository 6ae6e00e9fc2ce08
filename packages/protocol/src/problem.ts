import * as z from 'zod'

/**
 * Every way a request can fail, with its status and title: the closed list
 * behind the `type` of an RFC 9457 problem.
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request cannot be understood' },
  unauthorized: { status: 401, title: 'Sign in or send a token' },
  forbidden: { status: 403, title: 'This token may not do that' },
  'origin-not-allowed': { status: 403, title: 'This site does not take answers from that origin' },
  'invalid-respondent': { status: 403, title: 'The respondent is not who the site vouches for' },
  'challenge-required': { status: 403, title: 'This site takes answers only with a challenge passed' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'unknown-site': { status: 404, title: 'There is no such site' },
  'unknown-response': { status: 404, title: 'There is no such response' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'id-conflict': { status: 409, title: 'This id already belongs to another response' },
  erased: { status: 410, title: 'This answer was erased and does not come back' },
  'changed-meanwhile': { status: 412, title: 'Somebody else saved it in the meantime' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'This content type or encoding is not taken' },
  'invalid-response': { status: 422, title: 'The response breaks the contract' },
  'unknown-prompt': { status: 422, title: 'The site has no such prompt' },
  'upgrade-required': { status: 426, title: 'This address speaks WebSocket' },
  'rate-limited': { status: 429, title: 'Too much at once; send it again later' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The answer could not be stored now; send it again' },
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** RFC 9457 body, `application/problem+json`. Some problems carry further members, such as the `results` of a batch. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** Where this problem is explained, on this host. */
  documentation: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>

/** The stable URI of a problem: what clients compare. */
export function toProblemType(code: ProblemCode): string {
  return `urn:pulso:problem:${code}`
}
