import { BatchResult, LIMITS, Response as PulsoResponse, ResponseBatch } from '@pulso/protocol'
import * as z from 'zod'
import type { Operation } from '../contract/operation.ts'

/** The contract of `POST /v1/responses`. */
export const SEND_RESPONSES = {
  id: 'sendResponses',
  group: 'Answers',
  summary: 'Send answers',
  description:
    'A 2xx means that they are durable: 200 when they are rows, 202 when a queue keeps some of them until the database takes them. Every send carries the whole response so far and a higher `rev`, so sending again never counts twice. Items are judged one by one: 2xx as long as one of them is safe; when nothing can ever be stored, the first reason is the answer and `results` tells the others. After 429 and 503, wait as Retry-After says and send again.',
  access: 'public',
  body: {
    // The batch itself leaves its items open, so that a bad one never costs its neighbours.
    schema: z.strictObject({ ...ResponseBatch.shape, responses: z.array(PulsoResponse).max(LIMITS.batchResponses) }),
    maxBytes: LIMITS.batchBytes,
    isReadByHandler: true,
    mediaType: 'text/plain',
  },
  answers: {
    200: { description: 'What became of each, in the order of the batch.', schema: BatchResult },
    202: { description: 'The same; at least one is `queued`, and a row as soon as the database takes it.', schema: BatchResult },
  },
  problems: [
    'origin-not-allowed',
    'invalid-respondent',
    'challenge-required',
    'unknown-site',
    'id-conflict',
    'erased',
    'invalid-response',
    'unknown-prompt',
    'rate-limited',
    'unavailable',
  ],
  isForAnyOrigin: true,
} as const satisfies Operation
