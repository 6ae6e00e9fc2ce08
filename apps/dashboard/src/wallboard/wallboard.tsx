import type { ReadonlySignal } from '@preact/signals'
import type { Report } from '@pulso/protocol/types'
import { useRef, useState } from 'preact/hooks'
import { toCountText } from '../format/numbers.ts'
import { toClockText, toRangeText } from '../format/times.ts'
import type { Connection } from '../live/live-socket.ts'
import type { WatchState } from '../live/watch-state.ts'
import { toTotals } from '../overview/totals.ts'
import { ScoreFigure } from '../score/score-figure.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { toScenes } from './to-scenes.ts'
import { useScene } from './use-scene.ts'
import { useWallMode } from './use-wall-mode.ts'
import { WallCell } from './wall-cell.tsx'
import { WallControls } from './wall-controls.tsx'
import { wallboardWords } from './words.ts'
import './wallboard.css'

/** What is legible from three metres: two rows of four. A phone in the hand shows them one below the other. */
const MOST_CELLS = 8

type Watched = { state: ReadonlySignal<WatchState>; connection: ReadonlySignal<Connection> }
type Props = {
  watch: Watched
  /** Whether what it shows has ended. */
  isEnded: boolean
  onLeave: () => void
}

/** The numbers of a site for a wall: large, live, calm, and on their own for weeks. */
export function Wallboard({ watch, isEnded, onLeave }: Props) {
  const words = useWords(wallboardWords)
  const { locale } = useSpeech()
  const [look, setLook] = useState<'dark' | 'light'>('dark')
  const frame = useRef<HTMLDivElement>(null)
  const { isIdle } = useWallMode()
  const { report, beats } = watch.state.value
  const scenes = report ? toScenes(report, MOST_CELLS) : []
  const { place, isHeld, hold, move } = useScene(scenes.length)
  const scene = scenes[place] ?? []
  const demoResponses = report?.site.demoResponses ?? 0
  const notAsked = report ? report.stages.flatMap(({ touchpoints }) => touchpoints).length - scenes.flat().length : 0
  return (
    <div ref={frame} class="wall" data-look={look} data-idle={isIdle ? '' : undefined} aria-busy={report === null}>
      <WallHead report={report} connection={watch.connection.value} />
      {isEnded ? (
        <div class="wall-word">
          <h2>{words.ended.title}</h2>
          <p>{words.ended.text}</p>
        </div>
      ) : (
        report !== null &&
        scene.length === 0 && (
          <div class="wall-word">
            <h2>{words.waiting.title}</h2>
            <p>{words.waiting.text}</p>
          </div>
        )
      )}
      {!isEnded && scene.length > 0 && (
        // A new key is a new element: each part comes in by itself.
        <ol key={place} class="wall-cells" data-cells={scene.length}>
          {scene.map((cell) => (
            <WallCell key={cell.touchpoint.key} cell={cell} beats={beats.get(cell.touchpoint.key) ?? 0} />
          ))}
        </ol>
      )}
      <footer class="wall-foot">
        <p>
          {notAsked > 0 && words.notAsked(notAsked)} {demoResponses > 0 && words.demo(toCountText(demoResponses, locale))}
        </p>
        {scenes.length > 1 && (
          <p class="wall-places">
            <span class="for-the-ear">{words.scene(place + 1, scenes.length)}</span>
            {scenes.map((one, index) => (
              <span key={one[0]?.touchpoint.key} class="wall-place" data-is={index === place ? 'here' : undefined} aria-hidden="true" />
            ))}
          </p>
        )}
        <WallControls
          frame={frame}
          look={look}
          onLook={setLook}
          isHeld={isHeld}
          onHold={scenes.length > 1 ? hold : null}
          onMove={move}
          onLeave={onLeave}
        />
      </footer>
    </div>
  )
}

function WallHead({ report, connection }: { report: Report | null; connection: Connection }) {
  const words = useWords(wallboardWords)
  const { words: shell, locale } = useSpeech()
  const totals = report && toTotals(report)
  return (
    <header class="wall-head">
      <div class="wall-site">
        <h1>{report?.site.name ?? shell.loading}</h1>
        <p class="wall-state" data-connection={connection}>
          <span class="wall-dot" aria-hidden="true" />
          <span role="status">{shell.connection[connection]}</span>
          {report && <span>{toRangeText(report.range, locale)}</span>}
          {report && connection !== 'live' && <span>{shell.numbersFrom(toClockText(report.asOf, locale, report.site.timeZone))}</span>}
        </p>
      </div>
      {totals && (
        <dl class="wall-totals">
          {totals.nps && totals.nps.value !== null && (
            <div>
              <dt>NPS</dt>
              <dd>
                <ScoreFigure score={totals.nps} />
              </dd>
            </div>
          )}
          <div>
            <dt>{words.answers}</dt>
            <dd>{toCountText(totals.answered, locale)}</dd>
          </div>
        </dl>
      )}
    </header>
  )
}
