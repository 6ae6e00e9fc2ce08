/** Moments of the page that can be awaited. One that is stopped never comes. */
export interface PageMoments {
  after(delayMs: number): Promise<void>
  /** When the browser has nothing better to do, a second from now at the latest. */
  idle(): Promise<void>
  /** When somebody can see the page: not in a background tab, not while prerendering. */
  visible(): Promise<void>
}

/** What is being waited for has its stop function in `stops`, so that nothing outlives its owner. */
export function createPageMoments(stops: Set<() => void>): PageMoments {
  const once = (start: (happen: () => void) => () => void) =>
    new Promise<void>((resolve) => {
      const stop = start(() => {
        stops.delete(stop)
        stop()
        resolve()
      })
      stops.add(stop)
    })
  const after = (delayMs: number) =>
    once((happen) => {
      const timer = setTimeout(happen, delayMs)
      return () => clearTimeout(timer)
    })
  return {
    after,
    idle: () =>
      // Safari has no requestIdleCallback.
      'requestIdleCallback' in window
        ? once((happen) => {
            const request = requestIdleCallback(happen, { timeout: 1000 })
            return () => cancelIdleCallback(request)
          })
        : after(1),
    visible: async () => {
      if (document.hidden) {
        await once((happen) => {
          document.addEventListener('visibilitychange', happen)
          return () => document.removeEventListener('visibilitychange', happen)
        })
      }
    },
  }
}
