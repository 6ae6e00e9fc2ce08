import type { StageReport, TouchpointReport } from '@pulso/protocol/types'
import { useMemo } from 'preact/hooks'
import { toLocalized } from '../format/localized.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { EmotionSlice } from './curve/emotion-slice.tsx'
import type { Slice } from './curve/slices.ts'
import type { StageEmotion } from './curve/stage-emotion.ts'
import type { Outlook } from './outlook/outlook.ts'
import { TouchpointCard } from './touchpoint-card.tsx'
import { journeyWords } from './words.ts'
import './stage-column.css'

type Props = {
  stage: StageReport
  isFirst: boolean
  isFirstOfPhase: boolean
  emotion: StageEmotion
  slice: Slice
  beats: ReadonlyMap<string, number>
  outlook: Outlook
  isFiltered: boolean
  toHref: (touchpoint: string) => string
}

/** A stage of the journey: its place on the line, how people feel there, and the touchpoints in it. */
export function StageColumn({ stage, isFirst, isFirstOfPhase, emotion, slice, beats, outlook, isFiltered, toHref }: Props) {
  const { words, language } = useSpeech()
  const { filter } = useWords(journeyWords)
  const beatsHere = stage.touchpoints.reduce((sum, { key }) => sum + (beats.get(key) ?? 0), 0)
  return (
    <li class="stage" data-blind={emotion.blindness !== null}>
      <div class="stage-head">
        <p class="stage-phase">{isFirstOfPhase ? words.journey.phases[stage.phase] : ''}</p>
        <span class="stage-node" aria-hidden="true">
          {/* A new key is a new element, and a new element plays its pulse from the start. */}
          {beatsHere > 0 && <span key={beatsHere} class="stage-beat" />}
        </span>
        <h3>{toLocalized(stage.name, language)}</h3>
      </div>
      <EmotionSlice emotion={emotion} slice={slice} isFirst={isFirst} />
      {stage.touchpoints.length === 0 ? (
        <p class="stage-empty">{isFiltered ? filter.none : words.journey.stageIsEmpty}</p>
      ) : (
        <ol class="stage-touchpoints">
          {stage.touchpoints.map((touchpoint) => (
            <li key={touchpoint.key}>
              <SteadyCard touchpoint={touchpoint} beats={beats.get(touchpoint.key) ?? 0} outlook={outlook} href={toHref(touchpoint.key)} />
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}

type CardProps = { touchpoint: TouchpointReport; beats: number; outlook: Outlook; href: string }

/** A card that is drawn again only when its own numbers have changed: four times a second every card gets a new report. */
function SteadyCard({ touchpoint, beats, outlook, href }: CardProps) {
  return useMemo(
    () => <TouchpointCard touchpoint={touchpoint} beats={beats} outlook={outlook} href={href} />,
    [JSON.stringify(touchpoint), beats, outlook, href],
  )
}
