import type { Report, Score, TouchpointReport } from '@pulso/protocol/types'

/** A touchpoint that has a number to show, with the stage that it belongs to. */
export type Cell = { touchpoint: TouchpointReport; score: Score; stage: Report['stages'][number] }

/** Cells that are on the wall together. */
export type Scene = readonly Cell[]

/**
 * The journey in as few parts as fit: one, if all of it does; else whole stages
 * together while there is room, so that who looks up knows where they are, and a
 * stage that is too long by itself in parts of about the same size.
 */
export function toScenes(report: Report, mostCells: number): Scene[] {
  const stages = report.stages
    .map((stage) =>
      stage.touchpoints.flatMap((touchpoint): Cell[] => {
        const score = toMainScore(touchpoint)
        return score ? [{ touchpoint, score, stage }] : []
      }),
    )
    .filter((cells) => cells.length > 0)
  const scenes: Cell[][] = []
  for (const cells of stages) {
    const last = scenes.at(-1)
    if (last && last.length + cells.length <= mostCells) {
      last.push(...cells)
      continue
    }
    const parts = Math.ceil(cells.length / mostCells)
    const size = Math.ceil(cells.length / parts)
    for (let from = 0; from < cells.length; from += size) scenes.push(cells.slice(from, from + size))
  }
  return scenes
}

/** The touchpoint's own score: the first that says anything, counts alone say nothing from three metres away. */
export function toMainScore({ scores }: TouchpointReport): Score | null {
  return scores.find(({ value }) => value !== null) ?? null
}
