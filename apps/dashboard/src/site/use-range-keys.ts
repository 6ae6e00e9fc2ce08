import { useKeys } from '../controls/keys.ts'
import type { RangeDays } from '../route.ts'
import { useSpeech } from '../words/speech.tsx'

/** As elsewhere: day, week, month, quarter, year. A single day is seen best among those before it. */
const RANGE_KEYS: readonly { keys: readonly string[]; days: RangeDays }[] = [
  { keys: ['d', 'w'], days: 7 },
  { keys: ['m'], days: 30 },
  { keys: ['q'], days: 90 },
  { keys: ['y'], days: 365 },
]

/** A key for each range, where the page has one. */
export function useRangeKeys(days: RangeDays | null, onDays: (days: RangeDays) => void): void {
  const { words } = useSpeech()
  const offered = days === null ? [] : RANGE_KEYS
  useKeys(
    offered.map((range) => ({ keys: range.keys, label: words.topBar.ranges[range.days].long, run: () => onDays(range.days) })),
    true,
  )
}
