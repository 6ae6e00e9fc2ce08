import * as z from 'zod'
import { LIMITS, MARK_STATUSES } from './constants.ts'
import { StoredResponseId } from './response-id.ts'

/** How far the team is with a response. What nobody has opened is `new`, and so is what has changed since. */
export const MarkStatus = z.enum(MARK_STATUSES)
export type MarkStatus = z.infer<typeof MarkStatus>

/** A word by which the team finds responses again. Lower case, so that two spellings are one tag; no comma, which separates them in addresses. */
export const Tag = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase())
  .pipe(
    z
      .string()
      .min(1)
      .max(LIMITS.tagLength)
      .regex(/^[^,\p{C}]+$/u, 'use a word without commas'),
  )
export type Tag = z.infer<typeof Tag>

/** What a member wrote about a response, for the team alone. */
export const Note = z.object({
  id: z.string(),
  text: z.string(),
  /** As they signed it; null: they did not. */
  author: z.string().nullable(),
  /** When, in milliseconds since 1970. */
  at: z.number(),
})
export type Note = z.infer<typeof Note>

/** Body of `POST …/responses/:id/notes`. */
export const NoteDefinition = z.strictObject({
  text: z.string().trim().min(1).max(LIMITS.noteLength),
  author: z.string().trim().min(1).max(LIMITS.authorLength).optional(),
})
export type NoteDefinition = z.infer<typeof NoteDefinition>

/** What the team says about one response. */
export const Marks = z.object({ status: MarkStatus, tags: z.array(z.string()), notes: z.array(Note) })
export type Marks = z.infer<typeof Marks>

const CHANGE = {
  status: MarkStatus.optional(),
  addTags: z.array(Tag).max(LIMITS.responseTags).default([]),
  removeTags: z.array(Tag).max(LIMITS.responseTags).default([]),
}
const isSomething = (change: { status?: MarkStatus | undefined; addTags: string[]; removeTags: string[] }) =>
  change.status !== undefined || change.addTags.length + change.removeTags.length > 0
const NOTHING = 'say what is to change: status, addTags or removeTags'

/** Body of `PATCH …/responses/:id/marks`. What is added and removed at once is added. */
export const MarksChange = z.strictObject(CHANGE).refine(isSomething, NOTHING)
export type MarksChange = z.infer<typeof MarksChange>

/** Body of `PATCH …/marks`: the same for several responses. */
export const MarksBatch = z
  .strictObject({ ids: z.array(StoredResponseId).min(1).max(LIMITS.markedAtOnce), ...CHANGE })
  .refine(isSomething, NOTHING)
export type MarksBatch = z.infer<typeof MarksBatch>

/** Answer of `PATCH …/marks`: what is said now about each response that there is. */
export const MarkedResponses = z.object({ marked: z.array(z.object({ id: z.string(), marks: Marks })) })
export type MarkedResponses = z.infer<typeof MarkedResponses>

/** The tags of a site, with how many responses carry each, by name. */
export const TagList = z.object({ tags: z.array(z.object({ tag: z.string(), responses: z.number().int() })) })
export type TagList = z.infer<typeof TagList>
