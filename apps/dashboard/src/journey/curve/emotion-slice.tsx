import { ENOUGH_ANSWERS } from '@pulso/stats'
import { toCountText, toScoreText } from '../../format/numbers.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { type Slice, toTop } from './slices.ts'
import type { StageEmotion } from './stage-emotion.ts'
import './emotion-slice.css'

type Props = {
  emotion: StageEmotion
  slice: Slice
  /** The first one says what up and down mean. */
  isFirst: boolean
}

/** One stage of the emotional curve: on a wide screen its slice of the curve, on a phone where it lies from unhappy to happy. */
export function EmotionSlice({ emotion, slice, isFirst }: Props) {
  const { locale } = useSpeech()
  const words = useWords(journeyWords)
  const { balance, blindness, answers } = emotion
  const { value, low, high } = balance
  const toText = (share: number) => toScoreText(share * 100, 'points', locale) ?? ''
  const places = value !== null && low !== null && high !== null ? { '--at': toTop(value), '--from': toTop(low), '--to': toTop(high) } : {}
  return (
    <div class="emotion" data-thin={!balance.enoughData} style={places}>
      <svg class="emotion-slice" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path class="emotion-zero" d="M0,50H100" />
        {slice.bands.map((path) => (
          <path key={path} class="emotion-band" d={path} />
        ))}
        {slice.lines.map(({ path, isThin }) => (
          <path key={path} class="emotion-line" data-thin={isThin} d={path} />
        ))}
      </svg>
      <span class="emotion-scale" aria-hidden="true" />
      {isFirst && (
        <>
          <span class="emotion-end" data-end="happy" aria-hidden="true">
            {words.curve.happy}
          </span>
          <span class="emotion-end" data-end="unhappy" aria-hidden="true">
            {words.curve.unhappy}
          </span>
        </>
      )}
      {value !== null && low !== null && high !== null && (
        <>
          <span class="emotion-interval" aria-hidden="true" />
          <span class="emotion-point" aria-hidden="true" />
          <p class="emotion-value" data-above={value < 0.55}>
            <span class="for-the-ear">{words.curve.value(toText(value), toText(low), toText(high))}</span>
            <span aria-hidden="true">{toText(value)}</span>
          </p>
        </>
      )}
      {blindness !== null && (
        <p class="emotion-blind">{words.curve.blind[blindness](answers, toCountText(answers, locale), ENOUGH_ANSWERS)}</p>
      )}
    </div>
  )
}
