import type { Score } from '@pulso/protocol/types'
import { toCertainty, toScoreText } from '../format/numbers.ts'
import { useSpeech } from '../words/speech.tsx'
import './score-figure.css'

/** A score and how sure it is, never the one without the other. */
export function ScoreFigure({ score }: { score: Score }) {
  const { words, locale } = useSpeech()
  const value = toScoreText(score.value, score.unit, locale)
  const certainty = toCertainty(score, locale)
  if (value === null || certainty === null) return <p class="score-none">{words.touchpoint.noAnswers}</p>
  const { name } = words.kinds[score.kind]
  return (
    <p class={score.enoughData ? 'score-figure' : 'score-figure score-figure-thin'}>
      <span class="for-the-ear">
        {certainty.is === 'margin'
          ? words.touchpoint.scoreInWords(name, value, certainty.text.replace('±', ''))
          : words.touchpoint.scoreBetween(name, value, certainty.low, certainty.high)}
      </span>
      <span class="score-value" aria-hidden="true">
        {value}
      </span>
      <span class="score-certainty" data-is={certainty.is} aria-hidden="true">
        {certainty.text}
      </span>
    </p>
  )
}
