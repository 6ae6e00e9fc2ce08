/** Moments of the page that can be awaited. After the end none of them comes. */
export interface PageMoments {
  after(delayMs: number): Promise<void>
  /** When the browser has nothing better to do, a second from now at the latest. */
  idle(): Promise<void>
}

/** What is being waited for is undone by `signal`, so that nothing outlives its owner. */
export function createPageMoments(signal: AbortSignal): PageMoments {
  const after = (delayMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delayMs)
      signal.addEventListener('abort', () => clearTimeout(timer))
    })
  return {
    after,
    idle: () =>
      new Promise((resolve) => {
        // Safari has no requestIdleCallback.
        if (!('requestIdleCallback' in window)) return resolve(after(1))
        const request = requestIdleCallback(() => resolve(), { timeout: 1000 })
        signal.addEventListener('abort', () => cancelIdleCallback(request))
      }),
  }
}
