import { toLocalized } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import { toVerdict } from '../format/segments.ts'
import { IntervalStrip } from '../score/interval-strip.tsx'
import { ScoreFigure } from '../score/score-figure.tsx'
import { useSpeech } from '../words/speech.tsx'
import type { Cell } from './to-scenes.ts'
import './wall-cell.css'

/** One touchpoint on the wall: where, how well, how sure, and whether it is as it should be. */
export function WallCell({ cell, beats }: { cell: Cell; beats: number }) {
  const { words, language, locale } = useSpeech()
  const { touchpoint, score, stage } = cell
  const { targetScore } = touchpoint
  const isFirst = touchpoint.scores[0] === score
  const verdict = targetScore !== undefined && isFirst ? toVerdict(score, targetScore) : null
  return (
    <li class="wall-cell" data-verdict={verdict ?? undefined} data-touchpoint={touchpoint.key}>
      {/* A new key is a new element, and a new element plays its pulse from the start. */}
      {beats > 0 && <span key={beats} class="wall-beat" aria-hidden="true" />}
      <p class="wall-stage">{toLocalized(stage.name, language)}</p>
      <h2>{toLocalized(touchpoint.name, language)}</h2>
      <ScoreFigure score={score} />
      <IntervalStrip score={score} targetScore={isFirst ? targetScore : undefined} />
      <p class="wall-note">
        <span>
          {words.kinds[score.kind].name} · {words.touchpoint.answers(score.n, toCountText(score.n, locale))}
        </span>
        {score.enoughData ? (
          verdict && <strong>{words.touchpoint.verdicts[verdict]}</strong>
        ) : (
          <strong>{words.touchpoint.notEnough}</strong>
        )}
      </p>
    </li>
  )
}
