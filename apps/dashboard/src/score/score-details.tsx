import { NPS_HIGHEST_PASSIVE, SCALES } from '@pulso/protocol/constants'
import type { Score } from '@pulso/protocol/types'
import { toTopBoxSize } from '@pulso/stats'
import { toCountText, toScoreText, toShareText } from '../format/numbers.ts'
import { toOptionRows } from '../format/option-rows.ts'
import { toSegments } from '../format/segments.ts'
import { useSpeech } from '../words/speech.tsx'
import { useOptionName } from './use-option-name.ts'
import { useSegmentName } from './use-segment-name.ts'
import './score-details.css'

/** How a score came about, folded away until somebody wants to know. */
export function ScoreDetails({ score }: { score: Score }) {
  const { words } = useSpeech()
  return (
    <details class="score-details">
      <summary>{words.touchpoint.inDetail}</summary>
      <ScoreAccount score={score} />
    </details>
  )
}

/** How a score came about: its formula in plain words, its interval, what was left out, and every count behind it. */
export function ScoreAccount({ score }: { score: Score }) {
  const { words, locale } = useSpeech()
  const toSegmentName = useSegmentName(score)
  const toOptionName = useOptionName()
  const kind = words.kinds[score.kind]
  const low = toScoreText(score.low, score.unit, locale)
  const high = toScoreText(score.high, score.unit, locale)
  const rows =
    score.kind === 'choice'
      ? toOptionRows(score).map((row) => ({ ...row, key: row.place, name: toOptionName(row), shown: row.share }))
      : toSegments(score)
          .reverse()
          .map((segment) => ({ ...segment, key: segment.from, name: toSegmentName(segment), shown: segment.percent / 100 }))
  return (
    <>
      <p>{kind.formula(toTopFrom(score), score.scaleMax)}</p>
      {low !== null && high !== null && <p>{words.touchpoint.interval(low, high)}</p>}
      <p>{words.touchpoint.leftOut(toCountText(score.leftOut.dismissed, locale), toCountText(score.leftOut.unanswered, locale))}</p>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{score.kind === 'choice' ? words.touchpoint.optionColumn : words.touchpoint.scoreColumn}</th>
              <th scope="col">{words.touchpoint.answersColumn}</th>
              <th scope="col">{words.touchpoint.shareColumn}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, count, shown }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{toCountText(count, locale)}</td>
                <td>{score.n === 0 ? '–' : toShareText(shown, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** The lowest answer that counts as good, where the formula names one. */
function toTopFrom({ kind, scaleMax, distribution }: Score): number {
  if (kind === 'nps') return NPS_HIGHEST_PASSIVE + 1
  // Effort counts everything above the middle of its scale.
  if (kind === 'ces') return Math.floor((SCALES.ces.min + scaleMax) / 2) + 1
  return scaleMax - toTopBoxSize(distribution.length) + 1
}
