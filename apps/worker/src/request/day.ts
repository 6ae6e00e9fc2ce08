import * as z from 'zod'

/** A day that a range may begin or end with. Further away there is nothing to read, and beyond the year 9999 JavaScript writes days in another way. */
export const Day = z.iso
  .date('use YYYY-MM-DD')
  .refine((day) => day >= '2000-01-01' && day <= '2199-12-31', 'use a day from 2000-01-01 to 2199-12-31')
