import type { Release, Score, SeriesInterval } from '@pulso/protocol/types'
import { useEffect, useRef, useState } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { toCountText, toScoreText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { toLabelledSteps, toValueRange, toValueTicks } from './chart-axes.ts'
import { onOtherColours, readChartColours } from './chart-colours.ts'
import { type ChartStep, toPlaceMs } from './chart-steps.ts'
import { drawScore } from './draw-score.ts'
import { ReleaseLines } from './release-lines.tsx'
import { toStepLabel, toStepText } from './step-text.ts'
import { touchpointWords } from './words.ts'
import './score-chart.css'

type Props = {
  score: Score
  steps: readonly ChartStep[]
  interval: SeriesInterval
  target: number | null
  releases: readonly Release[]
  timeZone: string
  /** What was marked by dragging: days, both included. */
  onChooseDays: (range: { from: string; to: string }) => void
}

/** Where the plot lies in its frame, in pixels. */
type Plot = { left: number; width: number }

const TALL = 288
const LOW = 224
const NARROW = 480
const LABEL_WIDTH: Record<SeriesInterval, number> = { hour: 92, day: 62, week: 62, month: 72 }

/** A score over time with the band that it lies in. Whoever does not see it hears its gist, and has a table beneath. */
export function ScoreChart(props: Props) {
  const { score, steps, interval, releases, timeZone } = props
  const { words: common, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<uPlot | null>(null)
  const [plot, setPlot] = useState<Plot | null>(null)
  const [read, setRead] = useState<number | null>(null)
  const now = useRef({ ...props, locale })
  now.current = { ...props, locale }

  useEffect(() => {
    const place = frame.current
    if (place === null) return
    const made = createChart(place, now, { onPlot: setPlot, onRead: setRead })
    chart.current = made.chart
    return made.destroy
  }, [])
  useEffect(() => {
    chart.current?.setData(toData(steps))
  }, [steps, locale, props.target, releases.length])

  const toText = (value: number | null) => toScoreText(value, score.unit, locale) ?? ''
  const answered = steps.filter(({ value }) => value !== null)
  const values = answered.map(({ value }) => value ?? 0)
  const summary = words.chart.inWords(
    common.kinds[score.kind].name,
    answered.length,
    toText(Math.min(...values)),
    toText(Math.max(...values)),
    toText(answered.at(-1)?.value ?? null),
  )
  const [first, last] = [steps[0], steps.at(-1)]
  const toLeft = (atMs: number) => {
    if (!plot || !first || !last) return -1
    return ((toPlaceMs(atMs, interval, timeZone) - first.start) / (last.end - first.start)) * plot.width
  }
  const shown = read === null ? undefined : steps[read]
  return (
    <div class="score-chart">
      <p class="score-chart-read" aria-hidden="true">
        {shown ? (
          <>
            <strong>{toStepText(shown, interval, locale, timeZone)}</strong>{' '}
            {shown.value === null
              ? words.chart.silent
              : words.chart.read(
                  toText(shown.value),
                  toText(shown.low),
                  toText(shown.high),
                  common.touchpoint.answers(shown.n, toCountText(shown.n, locale)),
                )}
          </>
        ) : (
          <Legend hasTarget={props.target !== null} hasThin={answered.some(({ isThin }) => isThin)} />
        )}
      </p>
      <div class="score-chart-frame">
        <div ref={frame} role="img" aria-label={summary} />
        {plot && (
          <div class="score-chart-releases" style={{ left: `${plot.left}px`, width: `${plot.width}px` }}>
            <ReleaseLines releases={releases} width={plot.width} toLeft={toLeft} />
          </div>
        )}
      </div>
    </div>
  )
}

function Legend({ hasTarget, hasThin }: { hasTarget: boolean; hasThin: boolean }) {
  const words = useWords(touchpointWords)
  return (
    <>
      <span data-sign="band">{words.chart.legendBand}</span>
      {hasThin && <span data-sign="thin">{words.chart.legendThin}</span>}
      {hasTarget && <span data-sign="target">{words.chart.legendTarget}</span>}
      <span class="score-chart-drag">{words.chart.legendDrag}</span>
    </>
  )
}

const toData = (steps: readonly ChartStep[]): uPlot.AlignedData => [steps.map(({ middle }) => middle), steps.map(({ value }) => value)]

type Newest = { readonly current: Props & { locale: string } }
type Listener = { onPlot: (plot: Plot) => void; onRead: (index: number | null) => void }

/** The chart itself: uPlot keeps scales, axes and the cursor; the band and its line are drawn by `drawScore`. */
function createChart(place: HTMLElement, now: Newest, { onPlot, onRead }: Listener): { chart: uPlot; destroy: () => void } {
  let colours = readChartColours(place)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const font = `${Math.round(rem * 0.75)}px "Familjen Grotesk", system-ui, sans-serif`
  const toSize = () => ({ width: place.clientWidth, height: place.clientWidth < NARROW ? LOW : TALL })
  const toRange = () => toValueRange(now.current.steps, now.current.score.unit, now.current.target)
  const tellPlot = ({ over }: uPlot) => onPlot({ left: over.offsetLeft, width: over.clientWidth })
  const chart = new uPlot(
    {
      ...toSize(),
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
      // Above the plot there is room for the names of releases.
      padding: [
        () => (now.current.releases.length > 0 ? rem * 1.75 : rem / 2),
        () => rem * (now.current.interval === 'hour' ? 2.25 : 1.25),
        0,
        0,
      ],
      scales: {
        x: { time: false, range: () => [now.current.steps[0]?.start ?? 0, now.current.steps.at(-1)?.end ?? 1] },
        y: { range: toRange },
      },
      axes: [
        {
          font,
          stroke: () => colours.inkSoft,
          grid: { show: false },
          ticks: { show: false },
          size: rem * 1.75,
          gap: 8,
          splits: ({ width }) =>
            toLabelledSteps(now.current.steps, width - rem * 3, (LABEL_WIDTH[now.current.interval] * rem) / 16).map(({ middle }) => middle),
          values: (_, splits) =>
            splits.map((split) => {
              const { steps, interval, locale, timeZone } = now.current
              const step = steps.find(({ middle }) => middle === split)
              return step ? toStepLabel(step, interval, locale, timeZone) : ''
            }),
        },
        {
          font,
          stroke: () => colours.inkSoft,
          grid: { stroke: () => colours.line, width: 1 },
          ticks: { show: false },
          size: rem * 3,
          gap: 8,
          splits: () => toValueTicks(toRange()),
          values: (_, splits) => splits.map((split) => toScoreText(split, now.current.score.unit, now.current.locale) ?? ''),
        },
      ],
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: {
        draw: [(drawn) => drawScore(drawn, now.current.steps, now.current.target, colours)],
        ready: [tellPlot],
        setSize: [tellPlot],
        setCursor: [({ cursor }) => onRead(cursor.idx ?? null)],
        setSelect: [
          (selected) => {
            const { left, width } = selected.select
            if (width <= 0) return
            const [from, to] = [left, left + width].map((edge) => selected.posToVal(edge, 'x'))
            const marked = now.current.steps.filter(({ start, end }) => end > (from ?? 0) && start < (to ?? 0))
            selected.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
            const [first, last] = [marked[0], marked.at(-1)]
            if (first && last && marked.length > 1) now.current.onChooseDays({ from: first.from.slice(0, 10), to: last.to.slice(0, 10) })
          },
        ],
      },
    },
    toData(now.current.steps),
    place,
  )
  const draw = () => chart.redraw(false, true)
  const stopColours = onOtherColours(() => {
    colours = readChartColours(place)
    draw()
  })
  // Text that was drawn before its font arrived keeps the wrong one.
  void document.fonts.ready.then(() => chart.status === 1 && draw())
  const size = new ResizeObserver(() => {
    if (place.clientWidth !== chart.width) chart.setSize(toSize())
  })
  size.observe(place)
  return {
    chart,
    destroy: () => {
      size.disconnect()
      stopColours()
      chart.destroy()
    },
  }
}
