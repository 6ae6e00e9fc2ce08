import { useCallback, useEffect, useState } from 'preact/hooks'

/** Long enough to look up, find a number and read those beside it. */
const SCENE_MS = 15_000

/** Which part is on the wall: they follow one another, until somebody holds one. */
export function useScene(count: number) {
  const [place, setPlace] = useState(0)
  const [isHeld, hold] = useState(false)
  const move = useCallback((by: 1 | -1) => setPlace((now) => (count === 0 ? 0 : (now + by + count) % count)), [count])
  useEffect(() => {
    if (isHeld || count < 2) return
    // Begins anew with each part, also one that somebody turned to by hand.
    const timer = setTimeout(() => move(1), SCENE_MS)
    return () => clearTimeout(timer)
  }, [place, isHeld, count, move])
  // The journey may have become shorter.
  return { place: place < count ? place : 0, isHeld, hold, move }
}
