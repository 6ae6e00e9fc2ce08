import * as z from 'zod'

/** The id of a stored response: the one its sender made, or that of a verified respondent's one answer per prompt and wave. */
export const StoredResponseId = z.string().regex(/^[0-9a-f-]{14}[0-9a-z_.-]{22,120}$/, 'use the id of a stored response')
export type StoredResponseId = z.infer<typeof StoredResponseId>

/** Where a stretch of stored responses ended, and the next one goes on: an id, as an answer gave it. */
export const StretchEnd = z.string().max(134)
