import type { TriggerPage } from '../core/parts.ts'

/** How long a page may stay short before it is taken for one: the shell of an application is empty when the script arrives. */
const SETTLE_MS = 1500

/** When so much percent of the page have been seen; where the page stays no longer than the window, without a scroll. */
export const trigger = (percent: number, fire: () => void, { signal }: TriggerPage): void => {
  // Where a scroll's end is told (Safari since 26.2) that is enough: to listen to every step of it costs a page that
  // rests a frame, and one that is scrolled a call per frame.
  const event = 'onscrollend' in window ? 'scrollend' : 'scroll'
  // Many applications scroll an element that fills their window, not the document. What is smaller is a part of the page.
  const isPart = ({ clientHeight }: Element) => clientHeight * 2 < innerHeight
  const isSeen = ({ scrollTop, clientHeight, scrollHeight }: Element) => ((scrollTop + clientHeight) / scrollHeight) * 100 >= percent - 0.5
  const toRoot = () => document.scrollingElement ?? document.documentElement
  const end = () => {
    clearTimeout(timer)
    removeEventListener(event, look, true)
  }
  const look = ({ target }: { target: EventTarget | null }) => {
    const scroller = target instanceof Element ? target : toRoot()
    // Sideways is not further.
    if (isPart(scroller) || !isSeen(scroller) || (scroller === target && !scroller.scrollTop)) return
    end()
    fire()
  }
  const timer = setTimeout(() => {
    // Only of a short page is it asked what stands in its middle: that is slow.
    let place = isSeen(toRoot()) ? document.elementFromPoint(innerWidth / 2, innerHeight / 2) : toRoot()
    while (place && (isPart(place) || isSeen(place))) place = place.parentElement
    // Else there is more to be seen, in the document or in an element of it.
    if (!place) look({ target: document })
  }, SETTLE_MS)
  addEventListener(event, look, true)
  signal.addEventListener('abort', end)
}
