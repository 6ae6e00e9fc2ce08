import type { Trend } from '@pulso/protocol/types'
import { ENOUGH_ANSWERS } from '@pulso/stats'
import { toCountText } from '../../format/numbers.ts'
import { toRangeText } from '../../format/times.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { type Outlook, type ScoreOutlook, toMovement } from './outlook.ts'
import { toSparkline } from './to-sparkline.ts'
import './score-course.css'

/** How a score came here, as a small line with its interval, and whether it is other than in the period before. */
export function ScoreCourse({ outlook: { series, trend } }: { outlook: ScoreOutlook }) {
  const { locale } = useSpeech()
  const words = useWords(journeyWords).movement
  const sparkline = series && toSparkline(series)
  const movement = trend && toMovement(trend)
  if (!sparkline && !movement) return null
  return (
    <div class="course">
      {sparkline && (
        <svg class="course-line" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={words.course}>
          <path class="course-band" d={sparkline.band} />
          <path class="course-value" d={sparkline.line} />
        </svg>
      )}
      {movement && (
        <p class="course-movement" data-is={movement.is}>
          {'by' in movement ? words[movement.is](toCountText(Math.round(movement.by), locale)) : words[movement.is]}
        </p>
      )}
    </div>
  )
}

/** The same in a sentence, with the days that it is compared with and how sure it is. */
export function MovementInWords({ trend, before }: { trend: Trend; before: NonNullable<Outlook['before']> }) {
  const { locale } = useSpeech()
  const words = useWords(journeyWords).movement
  const movement = toMovement(trend)
  const days = toRangeText(before, locale)
  const toText = (value: number) => toCountText(Math.round(value), locale)
  if (movement.is === 'steady') return <p>{words.wholeSteady(days)}</p>
  if (movement.is === 'unknown') return <p>{words.wholeUnknown(days, ENOUGH_ANSWERS)}</p>
  return <p>{words.whole[movement.is](toText(movement.by), toText(movement.least), toText(movement.most), days)}</p>
}
