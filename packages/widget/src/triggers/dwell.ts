import type { TriggerPage } from '../core/parts.ts'

/** After so many milliseconds in which the page could be seen. */
export const trigger = (dwellMs: number, fire: () => void, { signal }: TriggerPage): void => {
  const own = new AbortController()
  let leftMs = dwellMs
  let since = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const go = () => {
    clearTimeout(timer)
    if (since) leftMs -= performance.now() - since
    since = document.hidden || signal.aborted ? 0 : performance.now()
    if (since) {
      timer = setTimeout(() => {
        own.abort()
        fire()
      }, leftMs)
    }
  }
  document.addEventListener('visibilitychange', go, { signal: own.signal })
  signal.addEventListener(
    'abort',
    () => {
      own.abort()
      clearTimeout(timer)
    },
    { signal: own.signal },
  )
  go()
}
