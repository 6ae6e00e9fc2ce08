import type { Site } from '@pulso/protocol/types'
import { EditRefused } from './edit-refused.ts'

type Journey = Pick<Site, 'stages' | 'touchpoints'>
type Touchpoint = Site['touchpoints'][number]

/** Where a touchpoint stands: its stage, and how many of that stage stand before it. */
export type Place = { stage: string; position: number }

/** The touchpoints of one stage, in their order. */
export function toTouchpointsOf({ touchpoints }: Pick<Site, 'touchpoints'>, stage: string): Touchpoint[] {
  return touchpoints.filter((touchpoint) => touchpoint.stage === stage)
}

export function findPlace(journey: Pick<Site, 'touchpoints'>, key: string): Place | null {
  const touchpoint = journey.touchpoints.find((one) => one.key === key)
  if (!touchpoint) return null
  const position = toTouchpointsOf(journey, touchpoint.stage).indexOf(touchpoint)
  return { stage: touchpoint.stage, position }
}

/** Moves a touchpoint; a position past the end of its new stage is its end. */
export function withTouchpointAt<Definition extends Journey>(site: Definition, key: string, { stage, position }: Place): Definition {
  const moved = site.touchpoints.find((one) => one.key === key)
  if (!moved) throw new EditRefused('gone', key)
  if (!site.stages.some((one) => one.key === stage)) throw new EditRefused('gone', stage)
  const others = site.touchpoints.filter((one) => one !== moved)
  const here = toTouchpointsOf({ touchpoints: others }, stage)
  const next = here[Math.max(0, position)]
  const last = here.at(-1)
  const index = next ? others.indexOf(next) : last ? others.indexOf(last) + 1 : others.length
  return { ...site, touchpoints: others.toSpliced(index, 0, { ...moved, stage }) }
}

/** Moves a stage by so many places; past an end it stays at the end. */
export function withStageMoved<Definition extends Journey>(site: Definition, key: string, by: number): Definition {
  const index = site.stages.findIndex((stage) => stage.key === key)
  const stage = site.stages[index]
  if (!stage) throw new EditRefused('gone', key)
  const others = site.stages.filter((one) => one !== stage)
  const to = Math.min(Math.max(0, index + by), others.length)
  return { ...site, stages: others.toSpliced(to, 0, stage) }
}

/** Where one step of an arrow key leads from a place: within its stage, or to the same height of the next one. */
export function toNextPlace(journey: Journey, key: string, arrow: 'up' | 'down' | 'left' | 'right'): Place | null {
  const place = findPlace(journey, key)
  if (!place) return null
  if (arrow === 'up' || arrow === 'down') {
    const position = place.position + (arrow === 'up' ? -1 : 1)
    const most = toTouchpointsOf(journey, place.stage).length - 1
    return position < 0 || position > most ? null : { ...place, position }
  }
  const index = journey.stages.findIndex((stage) => stage.key === place.stage)
  const next = journey.stages[index + (arrow === 'left' ? -1 : 1)]
  if (!next) return null
  return { stage: next.key, position: Math.min(place.position, toTouchpointsOf(journey, next.key).length) }
}
