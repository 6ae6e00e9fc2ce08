import type { Site, TouchpointReport } from '@pulso/protocol/types'
import { toLocalized } from '../../format/localized.ts'
import { ScoreFigure } from '../../score/score-figure.tsx'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { CardMarks } from '../card-marks.tsx'
import { journeyWords } from '../words.ts'
import type { ArrangeDialog } from './arrange-dialogs.tsx'
import type { Drag } from './use-drag.ts'

type Props = {
  touchpoint: Site['touchpoints'][number]
  reported: TouchpointReport | null
  drag: Drag
  onDialog: (dialog: ArrangeDialog) => void
}

/** A touchpoint while the journey is arranged: a handle to carry it, its name, and what can be done with it. */
export function ArrangeCard({ touchpoint, reported, drag, onDialog }: Props) {
  const { words, language } = useSpeech()
  const { arrange } = useWords(journeyWords)
  const { key, momentOfTruth } = touchpoint
  const name = toLocalized(touchpoint.name, language) || key
  const score = reported?.scores.find(({ value }) => value !== null)
  const isLifted = drag.lifted?.key === key
  return (
    <article class="card arrange-card" data-touchpoint={key} data-moment-of-truth={momentOfTruth} data-lifted={isLifted}>
      <header>
        {momentOfTruth && <p class="card-moment">{words.touchpoint.momentOfTruth}</p>}
        <button
          type="button"
          class="arrange-handle"
          data-handle={key}
          aria-label={arrange.handle(name)}
          aria-describedby="arrange-hint"
          aria-pressed={isLifted}
          onPointerDown={(event) => drag.onPointerDown(key, event)}
          onKeyDown={(event) => drag.onKeyDown(key, event)}
          onBlur={drag.onBlur}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M5.5 3.5v.01M5.5 8v.01M5.5 12.5v.01M10.5 3.5v.01M10.5 8v.01M10.5 12.5v.01" />
          </svg>
        </button>
        <h3>{name}</h3>
      </header>
      <CardMarks touchpoint={touchpoint} kind={score?.kind ?? null} />
      {score && <ScoreFigure score={score} />}
      <p class="arrange-tools">
        <button type="button" aria-label={arrange.move(name)} onClick={() => onDialog({ is: 'move', touchpoint })}>
          {arrange.moveShort}
        </button>
        <button
          type="button"
          data-edit={`touchpoint ${key}`}
          aria-label={arrange.edit(name)}
          onClick={() => onDialog({ is: 'touchpoint', touchpoint, stage: touchpoint.stage })}
        >
          {arrange.editShort}
        </button>
      </p>
    </article>
  )
}
