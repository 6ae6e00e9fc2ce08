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
        // Safari has no requestIdleCallback; to its setTimeout the options are no delay.
        const request = (window.requestIdleCallback ?? setTimeout)(resolve as () => void, { timeout: 1000 } as never)
        signal.addEventListener('abort', () => (window.cancelIdleCallback ?? clearTimeout)(request as never))
      }),
  }
}
