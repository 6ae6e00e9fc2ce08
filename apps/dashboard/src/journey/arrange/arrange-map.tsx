import type { Report } from '@pulso/protocol/types'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { type ArrangeDialog, ArrangeDialogs, type Arranged } from './arrange-dialogs.tsx'
import { ArrangeStage } from './arrange-stage.tsx'
import { withStageMoved, withTouchpointAt } from './move.ts'
import { type ArrangingProps, useArranging } from './use-arranging.ts'
import { countPlaces, type DragNews, useDrag } from './use-drag.ts'
import './arrange-map.css'

type Props = ArrangingProps & { report: Report; onDone: () => void }

/** The journey while it is arranged: the same columns, each card with a handle, every change saved at once. */
export function ArrangeMap({ report, definition, site: read, onDone }: Props) {
  const { language } = useSpeech()
  const { arrange, done, stages } = useWords(journeyWords)
  const arranging = useArranging({ site: read, definition })
  const { site, apply } = arranging
  const [heard, setHeard] = useState('')
  const [dialog, setDialog] = useState<ArrangeDialog | null>(null)
  const returnTo = useRef<string | null>(null)
  const saved = useRef<Arranged | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  // Whoever came here by the keyboard goes on from here.
  useEffect(() => title.current?.focus({ preventScroll: true }), [])

  const nameOf = (key: string) => toLocalized(site.touchpoints.find((one) => one.key === key)?.name ?? {}, language) || key
  const stageOf = (key: string) => toLocalized(site.stages.find((one) => one.key === key)?.name ?? {}, language) || key
  const say = ({ is, key, place }: DragNews) => {
    const [stage, at, of] = [stageOf(place.stage), place.position + 1, countPlaces(site, key, place.stage)]
    if (is === 'lifted') setHeard(arrange.lifted(nameOf(key), stage, at, of))
    else if (is === 'over') setHeard(arrange.over(stage, at, of))
    else if (is === 'edge') setHeard(arrange.edge)
    else if (is === 'dropped') setHeard(arrange.dropped(nameOf(key), stage, at))
    else setHeard(arrange.putBack(nameOf(key)))
  }
  const drag = useDrag({
    site,
    onNews: say,
    onDrop: (key, place) => {
      returnTo.current = key
      void apply((current) => withTouchpointAt(current, key, place), done.moved(nameOf(key), stageOf(place.stage)))
    },
  })
  const gap = drag.lifted?.by === 'keys' ? `${drag.lifted.place.stage} ${drag.lifted.place.position}` : null
  useLayoutEffect(() => {
    if (gap !== null) document.querySelector('.arrange-gap')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [gap])
  // A card that has come into another column is another element: the focus goes after it.
  useLayoutEffect(() => {
    if (returnTo.current === null) return
    const handle = document.querySelector<HTMLElement>(`[data-handle="${returnTo.current}"]`)
    if (handle && handle !== document.activeElement) handle.focus({ preventScroll: true })
    if (!arranging.isSaving) returnTo.current = null
  })

  // What a dialog has added may stand beyond the edge; what it has renamed or deleted has taken the button with it that had opened it.
  const isInDialog = dialog !== null
  const wasInDialog = useRef(false)
  useLayoutEffect(() => {
    if (wasInDialog.current && !isInDialog) {
      const edit = saved.current && document.querySelector<HTMLElement>(`[data-edit="${saved.current.is} ${saved.current.key}"]`)
      edit?.closest('article, .stage')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      if (document.activeElement === document.body) (edit ?? title.current)?.focus({ preventScroll: edit !== null })
      saved.current = null
    }
    wasInDialog.current = isInDialog
  }, [isInDialog])

  return (
    <section class="journey journey-arranged" aria-labelledby="journey-title">
      <div class="journey-head">
        <h1 id="journey-title" ref={title} tabIndex={-1}>
          {arrange.title}
        </h1>
        <div class="journey-controls">
          <button type="button" class="button button-quiet" onClick={() => setDialog({ is: 'stage', stage: null })}>
            {arrange.addStage}
          </button>
          <button type="button" class="button" onClick={onDone}>
            {arrange.done}
          </button>
        </div>
        <p class="arrange-note">{arrange.note}</p>
      </div>
      <p id="arrange-hint" hidden>
        {arrange.handleHint}
      </p>
      <p class="for-the-ear" role="status" aria-live="assertive">
        {heard}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section class="stages-frame" aria-label={stages} tabIndex={0} data-dragging={drag.lifted !== null}>
        <ol class="stages" style={{ '--columns': site.stages.length }}>
          {site.stages.map((stage, place) => (
            <ArrangeStage
              key={stage.key}
              site={site}
              stage={stage}
              isFirst={place === 0}
              isLast={place === site.stages.length - 1}
              report={report}
              drag={drag}
              onDialog={setDialog}
              onMoveStage={(by) => void apply((current) => withStageMoved(current, stage.key, by), done.stageMoved(stageOf(stage.key)))}
            />
          ))}
        </ol>
      </section>
      {drag.lifted?.pointer && (
        <p class="arrange-ghost" aria-hidden="true" style={{ '--x': `${drag.lifted.pointer.x}px`, '--y': `${drag.lifted.pointer.y}px` }}>
          {nameOf(drag.lifted.key)}
        </p>
      )}
      {dialog && (
        <ArrangeDialogs
          dialog={dialog}
          arranging={arranging}
          onDialog={setDialog}
          onSaved={(one) => {
            saved.current = one
          }}
        />
      )}
    </section>
  )
}
