import { useEffect, useState } from 'preact/hooks'

const CLOCK_EVERY_MS = 30_000

/** The time, often enough for "3 minutes ago". */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), CLOCK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
