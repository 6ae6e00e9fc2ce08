import type { Site } from '@pulso/protocol/types'
import { useEffect, useRef, useState } from 'preact/hooks'
import { findPlace, type Place, toNextPlace, toTouchpointsOf, withTouchpointAt } from './move.ts'

/** A touchpoint on its way: where it would land, and how it is carried. */
type Lifted = { key: string; place: Place; by: 'pointer' | 'keys'; pointer: { x: number; y: number } | null }

export type DragNews = { is: 'lifted' | 'over' | 'edge' | 'dropped' | 'put-back'; key: string; place: Place }

type Options = {
  site: Site
  /** Every step of the way, for whoever hears it. */
  onNews: (news: DragNews) => void
  onDrop: (key: string, place: Place) => void
}

export type Drag = {
  lifted: Lifted | null
  onPointerDown: (key: string, event: PointerEvent) => void
  onKeyDown: (key: string, event: KeyboardEvent) => void
  /** A handle that loses the focus puts back what the keyboard has lifted. */
  onBlur: () => void
}

/** A press that moves less than this is no drag. */
const SLACK_PX = 5
/** Nearer than this to an edge, what lies beyond it comes into view. */
const EDGE_PX = 48
const SCROLL_PX = 12

const ARROWS: Record<string, 'up' | 'down' | 'left' | 'right'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/**
 * Carries a touchpoint by mouse, finger or keyboard. The card stays where it is
 * until it is put down, and a gap shows where that would be: so neither the
 * focus nor the finger ever loses what it holds.
 */
export function useDrag(options: Options): Drag {
  const [lifted, setLifted] = useState<Lifted | null>(null)
  const newest = useRef(options)
  newest.current = options
  const carried = useRef<Lifted | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  function carry(next: Lifted | null): void {
    carried.current = next
    setLifted(next)
  }
  function putDown(): void {
    const now = carried.current
    carry(null)
    if (!now) return
    const { site, onNews, onDrop } = newest.current
    const from = findPlace(site, now.key)
    const isMoved = from !== null && (from.stage !== now.place.stage || from.position !== now.place.position)
    onNews({ is: isMoved ? 'dropped' : 'put-back', key: now.key, place: now.place })
    if (isMoved) onDrop(now.key, now.place)
  }
  function putBack(): void {
    const now = carried.current
    carry(null)
    if (now) newest.current.onNews({ is: 'put-back', key: now.key, place: now.place })
  }

  function onPointerDown(key: string, event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary || carried.current) return
    const from = { x: event.clientX, y: event.clientY }
    let frame = 0
    const move = (moved: PointerEvent) => {
      if (moved.pointerId !== event.pointerId) return
      const pointer = { x: moved.clientX, y: moved.clientY }
      if (!carried.current && Math.hypot(pointer.x - from.x, pointer.y - from.y) < SLACK_PX) return
      moved.preventDefault()
      const place = findPlaceAt(pointer, key) ?? carried.current?.place ?? findPlace(newest.current.site, key)
      if (!place) return
      if (!carried.current) {
        newest.current.onNews({ is: 'lifted', key, place })
        frame = requestAnimationFrame(scroll)
      }
      carry({ key, place, by: 'pointer', pointer })
    }
    const scroll = () => {
      const now = carried.current
      if (now?.pointer) scrollTowards(now.pointer)
      frame = requestAnimationFrame(scroll)
    }
    const end = () => {
      cancelAnimationFrame(frame)
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', drop)
      removeEventListener('pointercancel', cancel)
      removeEventListener('keydown', press, true)
      stop.current = null
    }
    const drop = () => {
      end()
      putDown()
    }
    const cancel = () => {
      end()
      putBack()
    }
    const press = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      pressed.preventDefault()
      cancel()
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', drop)
    addEventListener('pointercancel', cancel)
    addEventListener('keydown', press, true)
    stop.current = end
  }

  function lift(key: string): void {
    const { site, onNews } = newest.current
    const place = findPlace(site, key)
    if (!place) return
    carry({ key, place, by: 'keys', pointer: null })
    onNews({ is: 'lifted', key, place })
  }
  function step(now: Lifted, arrow: 'up' | 'down' | 'left' | 'right'): void {
    const { site, onNews } = newest.current
    const { key } = now
    // Somebody else may have deleted it, or the stage it is over.
    const isThere = findPlace(site, key) !== null && site.stages.some((stage) => stage.key === now.place.stage)
    const place = isThere ? toNextPlace(withTouchpointAt(site, key, now.place), key, arrow) : null
    if (!isThere) putBack()
    else if (place === null) onNews({ is: 'edge', key, place: now.place })
    else {
      carry({ ...now, place })
      onNews({ is: 'over', key, place })
    }
  }
  function onKeyDown(key: string, event: KeyboardEvent): void {
    const now = carried.current
    const arrow = ARROWS[event.key]
    const isPress = event.key === ' ' || event.key === 'Enter'
    if (!isPress && (now?.by !== 'keys' || (!arrow && event.key !== 'Escape'))) return
    event.preventDefault()
    if (isPress && now === null) lift(key)
    else if (isPress) putDown()
    else if (now && arrow) step(now, arrow)
    else putBack()
  }

  return {
    lifted,
    onPointerDown,
    onKeyDown,
    onBlur: () => {
      if (carried.current?.by === 'keys') putBack()
    },
  }
}

/** How many places a stage has while a touchpoint is over it. */
export function countPlaces(site: Site, key: string, stage: string): number {
  return toTouchpointsOf({ touchpoints: site.touchpoints.filter((one) => one.key !== key) }, stage).length + 1
}

/** The place under the pointer: in the stage that it is over or nearest to, before the first card whose middle lies below it. */
function findPlaceAt({ x, y }: { x: number; y: number }, key: string): Place | null {
  const stages = [...document.querySelectorAll<HTMLElement>('[data-stage]')]
  const toDistance = (element: HTMLElement) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
  }
  const [nearest] = stages.toSorted((left, right) => toDistance(left) - toDistance(right))
  const stage = nearest?.dataset['stage']
  if (!nearest || stage === undefined) return null
  const cards = [...nearest.querySelectorAll<HTMLElement>('[data-touchpoint]')].filter((card) => card.dataset['touchpoint'] !== key)
  const position = cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect()
    return top + height / 2 < y
  }).length
  return { stage, position }
}

function scrollTowards({ x, y }: { x: number; y: number }): void {
  if (y < EDGE_PX) scrollBy(0, -SCROLL_PX)
  else if (y > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX)
  const frame = document.querySelector<HTMLElement>('.stages-frame')
  if (!frame) return
  const { left, right } = frame.getBoundingClientRect()
  if (x < left + EDGE_PX) frame.scrollBy(-SCROLL_PX, 0)
  else if (x > right - EDGE_PX) frame.scrollBy(SCROLL_PX, 0)
}
