import { Audience, Channel, Comparison, Dimension, Key, Kind, Lane, LIMITS, SeriesInterval, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import * as z from 'zod'
import { Day } from '../request/day.ts'
import { listOf } from '../request/list-of.ts'

const DAYS = `use a whole number from 1 to ${LIMITS.rangeDays}`

/** The part of a stats or live address that says what is wanted. Kept as it came, so that "the last 30 days" moves on at midnight. */
export const ReportQuery = z
  .strictObject({
    days: z.coerce
      .number(DAYS)
      .int(DAYS)
      .min(1, DAYS)
      .max(LIMITS.rangeDays, DAYS)
      .optional()
      .meta({ description: 'The last so many days; 30 when nothing is given.' }),
    from: Day.optional().meta({ description: 'The first day, in the time zone of the site. Together with `to`, instead of `days`.' }),
    to: Day.optional().meta({ description: 'The last day, included.' }),
    environment: z
      .enum(['production', 'test'])
      .default('production')
      .meta({ description: 'Test traffic is never mixed with the real one.' }),
    lane: Lane.optional().meta({
      description:
        'Whose answers. Without it: test traffic or not by `environment`, and of a site that requires it those of verified respondents.',
    }),
    touchpoint: listOf(z.union([Key, z.literal(UNMAPPED_TOUCHPOINT)]))
      .optional()
      .meta({
        description: `Only answers given at these touchpoints, by key, between commas; \`${UNMAPPED_TOUCHPOINT}\` is whatever the journey does not name.`,
      }),
    prompt: listOf(Key).optional().meta({ description: 'Only answers to these prompts.' }),
    stage: listOf(Key).optional().meta({ description: 'Only touchpoints of these stages.' }),
    channel: listOf(Channel).optional().meta({ description: 'Only touchpoints of these channels.' }),
    audience: listOf(Audience).optional().meta({ description: 'Only touchpoints of these audiences.' }),
    kind: listOf(Kind).optional().meta({ description: 'Only answers of these kinds.' }),
    segment: z
      .string()
      .max(LIMITS.filterValues * LIMITS.segmentLength)
      .optional()
      .meta({ description: 'Only answers of these segments, between commas. A declared segment with a comma in its name stands alone.' }),
    by: Dimension.optional().meta({
      description: 'Puts the same answers together in this way too, as `breakdown`; by touchpoint when only one of the next two is given.',
    }),
    interval: SeriesInterval.optional().meta({
      description: `A score for each step of time, in the time zone of the site. Hours reach back ${LIMITS.hourDays} days.`,
    }),
    compare: Comparison.optional().meta({
      description:
        'With the same number of days just before (`previous`), the same days a year ago (`year`), or of each group with all others together (`rest`).',
    }),
  })
  .refine((query) => (query.from === undefined) === (query.to === undefined), 'give from and to together')
  .refine((query) => query.days === undefined || query.from === undefined, 'give days, or from and to')
  .refine(
    ({ environment, lane }) => lane === undefined || (lane === 'test') === (environment === 'test') || lane === 'test',
    'the lane of test traffic is test',
  )
export type ReportQuery = z.infer<typeof ReportQuery>
