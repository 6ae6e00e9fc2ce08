import type { Environment, Wave } from '@pulso/protocol'

/** The first day (YYYY-MM-DD) of the wave that a day belongs to. Weeks begin on Monday (ISO 8601). */
export function toWaveStart(day: string, wave: Wave): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (wave === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  if (wave === 'month' || wave === 'quarter' || wave === 'year') date.setUTCDate(1)
  if (wave === 'quarter') date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3))
  if (wave === 'year') date.setUTCMonth(0)
  return date.toISOString().slice(0, 10)
}

/**
 * The id of the one row that a verified respondent has per prompt and wave. It is
 * made of just those, so that the primary key itself keeps a person from voting
 * twice: an index for it would be one more row written per response. It begins
 * like a UUIDv7 of the wave's first day, to lie beside the answers of that time,
 * and goes on like none, so that no sender can name somebody else's row.
 */
export function toVerifiedRowId(respondent: string, promptId: string, waveStart: string, environment: Environment): string {
  const time = Date.parse(`${waveStart}T00:00:00Z`).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-${respondent}-${promptId}${environment === 'test' ? '.test' : ''}`
}

/** Whether an id is one of these: it says when its wave began, and nothing about when somebody answered. */
export function isVerifiedRowId(id: string): boolean {
  return id[14] === 'v'
}

/** Between which two ids all rows of verified respondents lie whose wave began on a day. */
export function toVerifiedIdRange(waveStart: string): [from: string, below: string] {
  const toId = (mark: string) => toVerifiedRowId(mark, '', waveStart, 'production')
  return [toId('v'), toId('w')]
}
