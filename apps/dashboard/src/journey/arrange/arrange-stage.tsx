import type { Report, Site } from '@pulso/protocol/types'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { ArrangeCard } from './arrange-card.tsx'
import type { ArrangeDialog } from './arrange-dialogs.tsx'
import { findReported } from './find-reported.ts'
import { toTouchpointsOf } from './move.ts'
import type { Drag } from './use-drag.ts'

type Props = {
  site: Site
  stage: Site['stages'][number]
  isFirst: boolean
  isLast: boolean
  report: Report
  drag: Drag
  onDialog: (dialog: ArrangeDialog) => void
  onMoveStage: (by: number) => void
}

/** A stage while the journey is arranged: its touchpoints, with a gap where one would be put down. */
export function ArrangeStage({ site, stage, isFirst, isLast, report, drag, onDialog, onMoveStage }: Props) {
  const { words, language } = useSpeech()
  const { arrange } = useWords(journeyWords)
  const name = toLocalized(stage.name, language) || stage.key
  const touchpoints = toTouchpointsOf(site, stage.key)
  const { lifted } = drag
  const gap = lifted?.place.stage === stage.key ? lifted.place.position : null
  // The lifted card stays where it was and counts for nothing.
  const others = touchpoints.filter(({ key }) => key !== lifted?.key)
  const before = gap === null ? null : (others[gap]?.key ?? null)
  const gapItem = gap !== null && (
    <li key="(gap)" class="arrange-gap" aria-hidden="true">
      {arrange.gap}
    </li>
  )
  return (
    <li class="stage arrange-stage" data-stage={stage.key} data-over={gap !== null}>
      <div class="stage-head">
        <p class="stage-phase">{words.journey.phases[stage.phase]}</p>
        <h2>{name}</h2>
        <p class="arrange-tools">
          <button type="button" disabled={isFirst} aria-label={arrange.moveStageBack(name)} onClick={() => onMoveStage(-1)}>
            ←
          </button>
          <button type="button" disabled={isLast} aria-label={arrange.moveStageOn(name)} onClick={() => onMoveStage(1)}>
            →
          </button>
          <button
            type="button"
            data-edit={`stage ${stage.key}`}
            aria-label={arrange.edit(name)}
            onClick={() => onDialog({ is: 'stage', stage })}
          >
            {arrange.editShort}
          </button>
        </p>
      </div>
      <ol class="stage-touchpoints">
        {touchpoints.map((touchpoint) => [
          touchpoint.key === before && gapItem,
          <li key={touchpoint.key}>
            <ArrangeCard touchpoint={touchpoint} reported={findReported(report, touchpoint)} drag={drag} onDialog={onDialog} />
          </li>,
        ])}
        {before === null && gapItem}
      </ol>
      {touchpoints.length === 0 && gap === null && <p class="stage-empty">{arrange.emptyStage}</p>}
      <button
        type="button"
        class="arrange-add"
        aria-label={arrange.addTouchpoint(name)}
        onClick={() => onDialog({ is: 'touchpoint', touchpoint: null, stage: stage.key })}
      >
        + {arrange.addTouchpointShort}
      </button>
    </li>
  )
}
