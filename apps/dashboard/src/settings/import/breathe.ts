/** Long enough to get on, short enough that typing and scrolling notice nothing: a frame has 16 ms. */
const SLICE_MS = 10

/** Not in every browser that the dashboard is for, though the types say so; nor where tests run. */
const scheduler: { yield?: () => Promise<void> } | undefined = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler

/**
 * Makes a function for long work to await now and then: it lets the page have the
 * thread, but only when the work has held it for a slice. There is no worker to put
 * such work into: the dashboard's policy opens no address as a script, its own neither.
 */
export function createBreather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < SLICE_MS) return
    if (scheduler?.yield) await scheduler.yield()
    else await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
