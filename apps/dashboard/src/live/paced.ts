export type Paced = { ask: () => void; destroy: () => void }

/**
 * Runs something as often as it is asked for, but never twice at once and not sooner than `gapMs`
 * after it last ended. Whatever is asked meanwhile is answered by one more run: the last word is always heard.
 */
export function createPaced(run: () => Promise<void>, gapMs: number): Paced {
  let isRunning = false
  let isAsked = false
  let isEnded = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function start(): Promise<void> {
    isAsked = false
    isRunning = true
    await run()
    if (isEnded) return
    timer = setTimeout(() => {
      isRunning = false
      if (isAsked) void start()
    }, gapMs)
  }

  return {
    ask: () => {
      isAsked = true
      if (!isRunning && !isEnded) void start()
    },
    // A run that is under way ends by itself; none follows.
    destroy: () => {
      isEnded = true
      clearTimeout(timer)
    },
  }
}
