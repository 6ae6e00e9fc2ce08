import type { TriggerPage } from '../core/parts.ts'

/** When so many percent of the page have been seen; at once where the page is no longer than the window. */
export const trigger = (percent: number, fire: () => void, { signal }: TriggerPage): void => {
  const own = new AbortController()
  const look = () => {
    if (((scrollY + innerHeight) / document.documentElement.scrollHeight) * 100 >= percent - 0.5) {
      own.abort()
      fire()
    }
  }
  signal.addEventListener('abort', () => own.abort(), { signal: own.signal })
  // Where a scroll's end is told (Safari since 26.2) that is enough: to listen to every step of it costs a page that
  // rests a frame, and one that is scrolled a call per frame.
  addEventListener('onscrollend' in window ? 'scrollend' : 'scroll', look, { signal: own.signal })
  look()
}
