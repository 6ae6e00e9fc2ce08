import { ENVIRONMENTS, Lane, LIMITS } from '@pulso/protocol'
import * as z from 'zod'

const DAYS = `use a whole number from 1 to ${LIMITS.themeDays}`

/** What of a site's comments is wanted. */
export const ThemesQuery = z.strictObject({
  days: z.coerce
    .number(DAYS)
    .int(DAYS)
    .min(1, DAYS)
    .max(LIMITS.themeDays, DAYS)
    .default(30)
    .meta({ description: 'The last so many days, held against as many before them.' }),
  touchpoint: z.string().min(1).max(LIMITS.keyLength).optional().meta({
    description:
      'What is said at this one and not elsewhere; `(unmapped)` is one of them. Without it: what is said now and was not before.',
  }),
  environment: z.enum(ENVIRONMENTS).default('production').meta({ description: 'Test traffic is never mixed with the real one.' }),
  lane: Lane.optional().meta({ description: 'Whose comments, as for the stats.' }),
})
