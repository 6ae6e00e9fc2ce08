/** Moments of the page that can be awaited. After the end none of them comes. */
export interface PageMoments {
  after(delayMs: number): Promise<void>
  /** When the browser has nothing better to do, a second from now at the latest. */
  idle(): Promise<void>
}

/** What is being waited for is undone by `signal`, so that nothing outlives its owner. */
export function createPageMoments(signal: AbortSignal): PageMoments {
  const wait = (start: (happen: () => void) => number, stop: (id: number) => void) =>
    new Promise<void>((resolve) => {
      const id = start(() => {
        signal.removeEventListener('abort', undo)
        resolve()
      })
      const undo = () => stop(id)
      signal.addEventListener('abort', undo)
    })
  const after = (delayMs: number) =>
    wait(
      (happen) => setTimeout(happen, delayMs) as unknown as number,
      (id) => clearTimeout(id),
    )
  return {
    after,
    idle: () =>
      // Safari has no requestIdleCallback.
      'requestIdleCallback' in window
        ? wait(
            (happen) => requestIdleCallback(happen, { timeout: 1000 }),
            (id) => cancelIdleCallback(id),
          )
        : after(1),
  }
}
