import {
  ENVIRONMENTS,
  Flag,
  Key,
  Kind,
  Lane,
  LIMITS,
  MARK_STATUSES,
  QuarantineReason,
  Respondent,
  SCORE_BANDS,
  SENTIMENTS,
  Tag,
  UNMAPPED_TOUCHPOINT,
} from '@pulso/protocol'
import * as z from 'zod'
import { Day } from '../request/day.ts'
import { listOf } from '../request/list-of.ts'

/**
 * Which responses are wanted: the same for lists and for files, so that a file
 * holds what the list shows. What is left out is not asked.
 */
export const RESPONSE_FILTER = {
  from: Day.optional().meta({ description: 'The first day, in the time zone of the site.' }),
  to: Day.optional().meta({ description: 'The last day, included.' }),
  touchpoint: listOf(z.union([Key, z.literal(UNMAPPED_TOUCHPOINT)]))
    .optional()
    .meta({ description: `Only what counts at these touchpoints today, between commas; \`${UNMAPPED_TOUCHPOINT}\` is one of them.` }),
  stage: listOf(Key).optional().meta({ description: 'Only touchpoints of these stages.' }),
  prompt: listOf(z.string().min(1).max(LIMITS.keyLength)).optional().meta({ description: 'Only answers to these prompts.' }),
  kind: listOf(Kind).optional().meta({ description: 'Only answers of these kinds.' }),
  segment: z
    .string()
    .max(LIMITS.filterValues * LIMITS.segmentLength)
    .optional()
    .meta({ description: 'Only these segments, between commas. A declared segment with a comma in its name stands alone.' }),
  band: listOf(z.enum(SCORE_BANDS)).optional().meta({
    description: 'Only these parts of the scale: of an NPS detractors, passives, promoters; else below, at and above the middle.',
  }),
  sentiment: listOf(z.enum(SENTIMENTS)).optional().meta({ description: 'Only comments that feel so, by the lexicon.' }),
  language: listOf(z.string().regex(/^[a-z]{2,3}$/, 'use a language such as es'))
    .optional()
    .meta({ description: 'Only cards in these languages: `es` is every Spanish.' }),
  answers: z.literal('only').optional().meta({ description: 'Leaves out what was only shown or dismissed.' }),
  comments: z.enum(['only', 'none']).optional().meta({ description: 'Leaves out responses without a comment, or with one.' }),
  status: listOf(z.enum(MARK_STATUSES)).optional().meta({ description: 'How far the team is; `new` is what nobody has opened.' }),
  tag: listOf(Tag).optional().meta({ description: 'Only what carries one of these tags.' }),
  flag: listOf(Flag).optional().meta({ description: 'Only what is odd in one of these ways.' }),
  reason: listOf(QuarantineReason)
    .optional()
    .meta({ description: 'Only what was put into quarantine for one of these reasons, also when it has been released since.' }),
  respondent: Respondent.optional().meta({ description: 'Only what this person said, by the name under which they are stored.' }),
  q: z
    .string()
    .max(LIMITS.searchLength)
    .optional()
    .meta({ description: 'Only texts in which each of these words is found, also as a part of one, whatever case and accents.' }),
  environment: z
    .enum([...ENVIRONMENTS, 'all'])
    .default('production')
    .meta({ description: 'Test traffic only when asked for. `all` is every lane, quarantine too: together they are no score.' }),
  lane: Lane.optional().meta({
    description: 'Whose answers, as for the stats; `quarantine` holds what looks stuffed. Without it: the lane that the stats show.',
  }),
}

const ResponseFilter = z.object(RESPONSE_FILTER)
export type ResponseFilter = z.infer<typeof ResponseFilter>
