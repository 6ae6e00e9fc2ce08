const HOUR_MS = 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()
/** By zone and hour: an offset changes at most twice a year, and asking for it costs ten thousand times a look here. */
const offsets = new Map<string, number>()

/**
 * The instant at which clocks of a zone show this time.
 *
 * @param wall the time on the clock, in milliseconds as if it were UTC
 * @returns milliseconds since 1970. Of an hour that comes twice the first, of one that is left out the one after it
 */
export function toInstant(wall: number, timeZone: string): number {
  const early = wall - toOffset(wall - 24 * HOUR_MS, timeZone)
  const late = wall - toOffset(wall + 24 * HOUR_MS, timeZone)
  const right = [early, late].filter((instant) => instant + toOffset(instant, timeZone) === wall)
  return right.length > 0 ? Math.min(...right) : Math.max(early, late)
}

/** How far clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function toOffset(instant: number, timeZone: string): number {
  const hour = Math.floor(instant / HOUR_MS)
  const key = `${timeZone} ${hour}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = readOffset(hour * HOUR_MS, timeZone)
  offsets.set(key, offset)
  return offset
}

function readOffset(instant: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}
