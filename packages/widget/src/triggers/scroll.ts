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
  addEventListener('scroll', look, { passive: true, signal: own.signal })
  look()
}
