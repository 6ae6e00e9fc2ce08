/** What a tally counts, by the names of its columns: states first, then how often each score or option was given. */
export const TALLY_COLUMNS = [
  'shown',
  'dismissed',
  'answered',
  'completed',
  'comments',
  ...Array.from({ length: 11 }, (_, score) => `s${score}`),
] as const

/** The same of responses that are grouped, in that order: what the triggers count one by one, written a second time on purpose. */
export const RECOUNT = [
  'COUNT(*)',
  `SUM(state = 'dismissed')`,
  `SUM(state IN ('answered', 'completed'))`,
  `SUM(state = 'completed')`,
  'SUM(comment IS NOT NULL)',
  ...Array.from({ length: 11 }, (_, score) => `SUM(score IS ${score} OR choices >> ${score} & 1)`),
].join(', ')

export const TALLY_COLUMN_LIST = TALLY_COLUMNS.join(', ')
/** Of an upsert that adds. */
export const ADD_TALLY = TALLY_COLUMNS.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')
