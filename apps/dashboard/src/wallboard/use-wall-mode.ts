import { useEffect, useState } from 'preact/hooks'

/** How long after the last movement the cursor is in nobody's way any more. */
const IDLE_AFTER_MS = 4_000

/** Keeps the screen awake where the browser can, and knows when nobody is moving anything. */
export function useWallMode(): { isIdle: boolean } {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stir = () => {
      clearTimeout(timer)
      setIdle(false)
      timer = setTimeout(() => setIdle(true), IDLE_AFTER_MS)
    }
    for (const event of ['pointermove', 'pointerdown', 'keydown'] as const) addEventListener(event, stir)
    stir()
    return () => {
      clearTimeout(timer)
      for (const event of ['pointermove', 'pointerdown', 'keydown'] as const) removeEventListener(event, stir)
    }
  }, [])

  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isOver = false
    const wake = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const taken = await navigator.wakeLock.request('screen')
        if (isOver) await taken.release()
        else lock = taken
      } catch {
        // Not every browser has it, and some refuse it on a low battery: then the TV's own setting decides.
      }
    }
    // It is taken away whenever the page is hidden.
    const follow = () => void wake()
    document.addEventListener('visibilitychange', follow)
    void wake()
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', follow)
      void lock?.release()
    }
  }, [])
  return { isIdle }
}
