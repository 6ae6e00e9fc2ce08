import { NPS_HIGHEST_PASSIVE } from '@pulso/protocol/constants'
import type { Score } from '@pulso/protocol/types'
import { toTopBoxSize } from '@pulso/stats'
import { toCountText, toScoreText, toShareText } from '../format/numbers.ts'
import { toSegments } from '../format/segments.ts'
import { useSpeech } from '../words/speech.tsx'
import { useSegmentName } from './use-segment-name.ts'
import './score-details.css'

/** How a score came about: its formula in plain words, its interval, what was left out, and every count behind it. */
export function ScoreDetails({ score }: { score: Score }) {
  const { words, language } = useSpeech()
  const toName = useSegmentName(score)
  const kind = words.kinds[score.kind]
  const low = toScoreText(score.low, score.unit, language)
  const high = toScoreText(score.high, score.unit, language)
  const steps = score.distribution.length
  const topFrom = score.kind === 'nps' ? NPS_HIGHEST_PASSIVE + 1 : score.scaleMax - toTopBoxSize(steps) + 1
  return (
    <details class="score-details">
      <summary>{words.touchpoint.inDetail}</summary>
      <p>{kind.formula(topFrom, score.scaleMax)}</p>
      {low !== null && high !== null && <p>{words.touchpoint.interval(low, high)}</p>}
      <p>{words.touchpoint.leftOut(toCountText(score.leftOut.dismissed, language), toCountText(score.leftOut.unanswered, language))}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.touchpoint.scoreColumn}</th>
            <th scope="col">{words.touchpoint.answersColumn}</th>
            <th scope="col">{words.touchpoint.shareColumn}</th>
          </tr>
        </thead>
        <tbody>
          {toSegments(score)
            .reverse()
            .map((segment) => (
              <tr key={segment.from}>
                <th scope="row">{toName(segment)}</th>
                <td>{toCountText(segment.count, language)}</td>
                <td>{score.n === 0 ? '–' : toShareText(segment.share, language)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  )
}
