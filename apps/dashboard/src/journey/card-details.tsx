import type { TouchpointReport } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { toCountText, toShareText } from '../format/numbers.ts'
import { ScoreAccount } from '../score/score-details.tsx'
import { useSpeech } from '../words/speech.tsx'
import { Funnel } from './funnel.tsx'
import { HeldBack } from './held-back.tsx'
import { findOutlook, type Outlook } from './outlook/outlook.ts'
import { MovementInWords } from './outlook/score-course.tsx'
import { toScoreKey } from './to-score-key.ts'

type Props = { touchpoint: TouchpointReport; outlook: Outlook }

/** Everything behind the figures of a card: made when it is opened, since a journey may have two hundred of them. */
export function CardDetails({ touchpoint, outlook }: Props) {
  const { words, locale } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const { scores, asking, dropped, heldBack } = touchpoint
  return (
    <details class="score-details card-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.touchpoint.inDetail}</summary>
      {isOpen && (
        <>
          <Funnel touchpoint={touchpoint} />
          {asking && (
            <p class="card-note">
              {words.touchpoint.asking[asking.why](toShareText(asking.asked, locale), toCountText(asking.target, locale))}
            </p>
          )}
          {/* A worker older than this page tells nothing of it. */}
          {dropped > 0 && <p class="card-note">{words.touchpoint.dropped(dropped, toCountText(dropped, locale))}</p>}
          {scores.map((score) => {
            const { trend } = findOutlook(outlook, touchpoint.key, score)
            return (
              <div key={toScoreKey(score)} class="card-account">
                <ScoreAccount score={score} />
                {trend && outlook.before && <MovementInWords trend={trend} before={outlook.before} />}
              </div>
            )
          })}
          <HeldBack heldBack={heldBack} />
        </>
      )}
    </details>
  )
}
