import * as z from 'zod'
import { LIMITS, OTHER_OPTION, REASONS, SCALES, STATES } from './constants.ts'
import { Environment, Flag, isScaleOf, Key, Kind, Lane, Locale, QuarantineReason, Verdict } from './kind.ts'
import { Marks } from './marks.ts'
import { StoredResponseId } from './response-id.ts'
import { Sentiment } from './sentiment.ts'

export const ResponseState = z.enum(STATES)
export type ResponseState = z.infer<typeof ResponseState>

/** Milliseconds since 1970 by the sender's own clock. The worker corrects it by the batch's `sentAt`. */
const Instant = z.number().int().min(0).max(8_640_000_000_000_000)

/** UUIDv7 (RFC 9562), lower case, made by the client when the prompt is shown. */
export const ResponseId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'use a lower-case UUIDv7')
export type ResponseId = z.infer<typeof ResponseId>

/** Not `.max()`: zod counts code points, a browser's text area UTF-16 units. */
const Comment = z.string().refine((text) => text.length <= LIMITS.commentLength, `use at most ${LIMITS.commentLength} UTF-16 units`)

/**
 * One showing of one prompt to one person at one touchpoint. Every send carries
 * the whole response so far and a higher `rev`, so loss, reordering and
 * repetition do no harm.
 */
export const Response = z
  .strictObject({
    id: ResponseId,
    rev: z.number().int().min(1).max(LIMITS.rev),
    promptId: Key,
    promptVersion: z.number().int().min(1),
    kind: Kind,
    /** Highest score of the scale that was shown. */
    scaleMax: z.number().int(),
    touchpoint: Key,
    state: ResponseState,
    /** Locale of the wording that was shown. */
    locale: Locale,
    shownAt: Instant,
    answeredAt: Instant.optional(),
    score: z.number().int().optional(),
    /** Keys of the chosen options, of a choice. */
    choices: z
      .array(Key)
      .min(1)
      .max(LIMITS.options + 1)
      .optional(),
    /** What was written beside the option `other`. */
    other: Comment.optional(),
    /** The follow-up; of a text prompt, the text itself. */
    comment: Comment.optional(),
    /** Answer to the prompt's second question. */
    second: Comment.optional(),
    segment: z.string().min(1).max(LIMITS.segmentLength).optional(),
    /** The browser says that a program drives it (`navigator.webdriver`). */
    automated: z.literal(true).optional(),
    /** This device has answered the prompt before, so lately that it was not to be asked again; it asked by itself. */
    repeated: z.literal(true).optional(),
  })
  .superRefine((response, context) => {
    if (!isScaleOf(response.kind, response.scaleMax)) {
      context.addIssue({
        code: 'custom',
        path: ['scaleMax'],
        message: `${response.kind} is asked with a highest score of ${SCALES[response.kind].max.join(' or ')}`,
      })
      return
    }
    const complain = (path: keyof typeof response, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const answered = response.state === 'answered' || response.state === 'completed'
    const carrier = response.kind === 'choice' ? 'choices' : response.kind === 'text' ? 'comment' : 'score'
    const bare = `a response that is only ${response.state}`
    if (answered && response[carrier] === undefined) {
      complain(carrier, carrier === 'choices' ? 'an answered choice carries choices' : `an answered response carries a ${carrier}`)
    }
    for (const part of ['score', 'choices'] as const) {
      if (response[part] === undefined) continue
      if (!answered) complain(part, `${bare} carries no ${part}`)
      else if (part !== carrier) complain(part, `${response.kind} is not answered by ${part}`)
    }
    if (answered !== (response.answeredAt !== undefined)) {
      complain('answeredAt', answered ? 'an answered response says when' : `${bare} was not answered`)
    }
    for (const text of ['comment', 'second', 'other'] as const) {
      if (!answered && response[text] !== undefined) complain(text, 'a text comes with an answer')
    }
    if (new Set(response.choices).size !== (response.choices?.length ?? 0)) complain('choices', 'an option is chosen once')
    if (response.other !== undefined && !response.choices?.includes(OTHER_OPTION))
      complain('other', `this comes with the option ${OTHER_OPTION}`)
    const { min } = SCALES[response.kind]
    if (response.score !== undefined && (response.score < min || response.score > response.scaleMax)) {
      context.addIssue({ code: 'custom', path: ['score'], message: `use ${min} to ${response.scaleMax}` })
    }
  })
export type Response = z.infer<typeof Response>

/**
 * `reached` is about a touchpoint alone; the others are what was decided there
 * for one prompt, and how many responses were `dropped`: too old or too many for
 * a visitor's device, or refused for good.
 */
export const ReachOutcome = z.enum(['reached', 'eligible', 'dropped', ...REASONS])
export type ReachOutcome = z.infer<typeof ReachOutcome>

/** What happened so many times at one touchpoint since the last batch. */
export const ReachCount = z.strictObject({
  touchpoint: Key,
  outcome: ReachOutcome,
  promptId: Key.optional(),
  count: z.number().int().min(1),
})
export type ReachCount = z.infer<typeof ReachCount>

/** The counts of a batch's `reach`. A line that is none is passed over, and what is more than a batch's worth: they are counts, not answers. */
export function parseReach(reach: string): ReachCount[] {
  const counts = new Map<string, number>()
  for (const line of reach.split('\n')) {
    if (counts.has(line) || counts.size < LIMITS.reachCounts) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts].flatMap(([line, count]) => {
    const [touchpoint, outcome, promptId] = line.split(' ')
    return ReachCount.safeParse({ touchpoint, outcome, count, ...(promptId !== undefined && { promptId }) }).data ?? []
  })
}

/** A pseudonymous id: long enough that nobody hits upon another's. */
const RespondentId = z.string().min(8).max(LIMITS.respondentIdLength)

/**
 * Body of `POST /v1/responses`, sent as `text/plain`. Items are checked one by
 * one with `Response`, so that one bad item never costs its neighbours.
 */
export const ResponseBatch = z
  .strictObject({
    siteKey: z.string().regex(/^pk_[A-Za-z0-9_]{4,60}$/, 'use the site key, pk_…'),
    /** The sender's clock when it sent this, to tell how wrong that clock is. */
    sentAt: Instant.optional(),
    /**
     * Who answered everything in this batch, vouched for by the site's own server:
     * a JWT, HS256, with `sub`, `aud` (the site's id), `exp` (at most ten minutes
     * ahead when it is made) and `jti`.
     */
    respondentToken: z.string().min(1).max(LIMITS.respondentTokenLength).optional(),
    /** A random id that means nothing elsewhere, with the visitor's consent. Only its keyed hash is stored. */
    respondentId: RespondentId.optional(),
    responses: z.array(z.unknown()).max(LIMITS.batchResponses).default([]),
    /** A line for each thing that happened, `touchpoint outcome promptId`, such as `checkout after-shown recommend`: see `parseReach`. */
    reach: z.string().max(LIMITS.reachLength).default(''),
    /** Turnstile's token, for a site that wants one with its answers: one for each response, good for all of its revisions. */
    challenge: z.string().min(1).max(LIMITS.challengeLength).optional(),
  })
  .refine(({ responses, reach }) => responses.length + reach.length > 0, { path: ['responses'], message: 'the batch is empty' })
  .refine(({ responses, sentAt }) => responses.length === 0 || sentAt !== undefined, {
    path: ['sentAt'],
    message: 'say when you send: it corrects the times of the responses',
  })
  .refine((batch) => batch.respondentToken === undefined || batch.respondentId === undefined, {
    path: ['respondentId'],
    message: 'a respondent is verified by a token or pseudonymous by an id, not both',
  })
export type ResponseBatch = z.infer<typeof ResponseBatch>

/**
 * What became of one item: `stored`; `duplicate` (this revision or a newer one
 * is there already); `queued` (the database did not take it now, a durable queue
 * did); `rejected` (it can never be stored; `problem` says why). The sender may
 * forget the item: it is durable, or will never be.
 */
export const ResponseResult = z.object({
  id: z.string(),
  status: z.enum(['stored', 'duplicate', 'queued', 'rejected']),
  problem: z.string().optional(),
  detail: z.string().optional(),
})
export type ResponseResult = z.infer<typeof ResponseResult>

/** Answer of `POST /v1/responses`, in the order of the batch. */
export const BatchResult = z.object({ results: z.array(ResponseResult) })
export type BatchResult = z.infer<typeof BatchResult>

/** A respondent as it is stored: `v…` verified, `p…` pseudonymous; a keyed hash that differs from site to site. */
export const Respondent = z.string().regex(/^[pv][0-9a-f]{32}$/, 'use p or v and 32 hexadecimal digits')
export type Respondent = z.infer<typeof Respondent>

/** Where a stored response came from: a visitor, the demo seed, an import from elsewhere. */
export const ResponseSource = z.enum(['visitor', 'demo', 'import'])
export type ResponseSource = z.infer<typeof ResponseSource>

/** A response from elsewhere. */
const ImportedResponse = Response.safeExtend({
  /** Who answered, by a random id as a page would send it. Only its keyed hash is stored. */
  respondentId: RespondentId.optional(),
})

/** Body of `POST /v1/sites/:site/import`: history from elsewhere, at the times it happened. */
export const ImportBatch = z.strictObject({
  source: z.enum(['demo', 'import']),
  responses: z.array(ImportedResponse).min(1).max(LIMITS.importResponses),
})
export type ImportBatch = z.infer<typeof ImportBatch>

/** A stored response as a product team reads it. Times are milliseconds since 1970. */
export const StoredResponse = z.object({
  id: z.string(),
  promptId: z.string(),
  kind: Kind,
  scaleMax: z.number(),
  /** The touchpoint as the visitor's page named it. */
  touchpoint: z.string(),
  state: ResponseState,
  locale: z.string(),
  segment: z.string(),
  source: ResponseSource,
  occurredAt: z.number(),
  score: z.number().nullable(),
  /** Keys of the chosen options of a choice. */
  choices: z.array(z.string()).nullable(),
  other: z.string().nullable(),
  comment: z.string().nullable(),
  second: z.string().nullable(),
  /** Null: anonymous. */
  respondent: z.string().nullable(),
  lane: Lane,
  flags: z.array(Flag),
  /** Why it was put into quarantine, also when it has been released since. */
  quarantined: QuarantineReason.nullable(),
  verdict: Verdict.nullable(),
  /** What the comment feels like, read when it is given out and stored nowhere; null without a comment. */
  sentiment: Sentiment.nullable(),
})
export type StoredResponse = z.infer<typeof StoredResponse>

/** A response with everything that is stored about it, as exports give it. */
export const ExportedResponse = StoredResponse.omit({ sentiment: true }).extend({
  rev: z.number().int(),
  environment: Environment,
  promptVersion: z.number().int(),
  /** The touchpoint that it counts at. */
  countedTouchpoint: z.string(),
  /** The day that it counts on, in the time zone of the site. */
  day: z.string(),
  receivedAt: z.number(),
  /** How far the team is with it, and by which tags it finds it again. */
  status: Marks.shape.status,
  tags: Marks.shape.tags,
  /** What the comment feels like, by the lexicon: from −1 to 1, in a word, and which emotion. */
  sentiment: Sentiment.shape.value,
  sentimentLabel: Sentiment.shape.label,
  emotion: Sentiment.shape.emotion,
})
export type ExportedResponse = z.infer<typeof ExportedResponse>

/** Answer of `GET /v1/sites/:site/responses`, newest first; `next` is the cursor of the following page. */
export const ResponsePage = z.object({ responses: z.array(StoredResponse), next: z.string().nullable() })
export type ResponsePage = z.infer<typeof ResponsePage>

/** A response with what the team says about it. */
export const InboxResponse = StoredResponse.extend({
  /** The touchpoint of today's journey that it counts at. */
  countedTouchpoint: z.string(),
  /** The day that it counts on, in the time zone of the site. */
  day: z.string(),
  /** The version of the prompt that was shown. */
  promptVersion: z.number().int(),
  marks: Marks,
})
export type InboxResponse = z.infer<typeof InboxResponse>

/**
 * A page of the inbox. It is full, or `next` leads on, or everything has been looked
 * at: a request looks at so many stored responses and no more, however few match.
 */
export const InboxPage = ResponsePage.extend({
  responses: z.array(InboxResponse),
  looked: z.object({
    /** How many stored responses this request looked at. */
    rows: z.number().int(),
    /** How far back it has come, in milliseconds since 1970, by the ids; null when nothing is left. */
    backTo: z.number().nullable(),
    /** The days that were asked for are done: what follows `next` can belong to them only by a clock that was wrong. */
    isBeyond: z.boolean(),
  }),
})
export type InboxPage = z.infer<typeof InboxPage>

/** Body of `PATCH /v1/sites/:site/responses`: what a member decided about these. */
export const VerdictBatch = z.strictObject({
  ids: z.array(StoredResponseId).min(1).max(LIMITS.verdicts),
  verdict: Verdict,
})
export type VerdictBatch = z.infer<typeof VerdictBatch>
