import type uPlot from 'uplot'
import type { ChartColours } from './chart-colours.ts'
import { type ChartStep, type Run, toRuns } from './chart-steps.ts'

const LINE = 2.25
const POINT = 3
/** More points than this are a second line. */
const MOST_POINTS = 75

/** Draws a score over time: the band it lies in with 95 % confidence, its line, its points. Greyed where too few have answered. */
export function drawScore(chart: uPlot, steps: readonly ChartStep[], target: number | null, colours: ChartColours): void {
  const { ctx, bbox } = chart
  const density = devicePixelRatio
  const toX = ({ middle }: ChartStep) => chart.valToPos(middle, 'x', true)
  const toY = (value: number | null) => chart.valToPos(value ?? 0, 'y', true)
  const runs = toRuns(steps)
  ctx.save()
  ctx.beginPath()
  // Half a point above and below: one that lies on the frame is still round.
  ctx.rect(bbox.left, bbox.top - POINT * density, bbox.width, bbox.height + 2 * POINT * density)
  ctx.clip()
  for (const run of runs) {
    ctx.fillStyle = run.isThin ? colours.edge : colours.accent
    ctx.globalAlpha = run.isThin ? 0.16 : 0.2
    ctx.fill(toBand(run, toX, toY, density))
  }
  ctx.globalAlpha = 1
  if (target !== null) drawTarget(chart, toY(target), colours, density)
  ctx.lineJoin = 'round'
  ctx.lineWidth = LINE * density
  for (const { isThin, steps: joined } of runs) {
    ctx.strokeStyle = isThin ? colours.edge : colours.accent
    ctx.setLineDash(isThin ? [4 * density, 4 * density] : [])
    ctx.beginPath()
    for (const step of joined) ctx.lineTo(toX(step), toY(step.value))
    ctx.stroke()
  }
  ctx.setLineDash([])
  for (const step of steps) {
    const isAlone = runs.some((run) => run.steps.length === 1 && run.steps[0] === step)
    if (step.value === null || (steps.length > MOST_POINTS && !isAlone)) continue
    ctx.beginPath()
    ctx.arc(toX(step), toY(step.value), POINT * density, 0, 2 * Math.PI)
    ctx.strokeStyle = step.isThin ? colours.edge : colours.accent
    // Hollow while it may still move, or while it says little.
    ctx.fillStyle = step.isThin || !step.isWhole ? colours.card : ctx.strokeStyle
    ctx.fill()
    ctx.lineWidth = 1.5 * density
    ctx.stroke()
  }
  ctx.restore()
}

type Place = (value: number | null) => number

function toBand({ steps }: Run, toX: (step: ChartStep) => number, toY: Place, density: number): Path2D {
  const path = new Path2D()
  const [only] = steps
  if (steps.length === 1 && only) {
    const half = 4 * density
    path.rect(toX(only) - half, toY(only.high), 2 * half, toY(only.low) - toY(only.high))
    return path
  }
  for (const step of steps) path.lineTo(toX(step), toY(step.high))
  for (const step of steps.toReversed()) path.lineTo(toX(step), toY(step.low))
  path.closePath()
  return path
}

function drawTarget({ ctx, bbox }: uPlot, y: number, colours: ChartColours, density: number): void {
  ctx.strokeStyle = colours.ink
  ctx.lineWidth = density
  ctx.setLineDash([2 * density, 3 * density])
  ctx.beginPath()
  ctx.moveTo(bbox.left, y)
  ctx.lineTo(bbox.left + bbox.width, y)
  ctx.stroke()
  ctx.setLineDash([])
}
