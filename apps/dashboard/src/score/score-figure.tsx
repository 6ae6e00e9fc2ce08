import type { Score } from '@pulso/protocol/types'
import { toMarginText, toScoreText } from '../format/numbers.ts'
import { useSpeech } from '../words/speech.tsx'
import './score-figure.css'

/** A score and how sure it is, never the one without the other. */
export function ScoreFigure({ score }: { score: Score }) {
  const { words, locale } = useSpeech()
  const value = toScoreText(score.value, score.unit, locale)
  const margin = toMarginText(score.margin, locale)
  if (value === null || margin === null) return <p class="score-none">{words.touchpoint.noAnswers}</p>
  return (
    <p class={score.enoughData ? 'score-figure' : 'score-figure score-figure-thin'}>
      <span class="for-the-ear">{words.touchpoint.scoreInWords(words.kinds[score.kind].name, value, margin.replace('±', ''))}</span>
      <span class="score-value" aria-hidden="true">
        {value}
      </span>
      <span class="score-margin" aria-hidden="true">
        {margin}
      </span>
    </p>
  )
}
