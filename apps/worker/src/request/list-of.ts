import { LIMITS } from '@pulso/protocol'
import * as z from 'zod'

/** Several values of one kind in one parameter, between commas. */
export const listOf = <Value extends z.ZodType<string, string>>(value: Value) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(value).min(1).max(LIMITS.filterValues))
