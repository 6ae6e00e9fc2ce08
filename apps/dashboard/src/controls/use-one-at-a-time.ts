import { useRef, useState } from 'preact/hooks'

/** For what must not be done twice by a double click: while it is under way, it is not begun again. */
export function useOneAtATime(): { isUnderWay: boolean; run: (work: () => Promise<unknown>) => Promise<void> } {
  // The second click can come before the first has been drawn.
  const isBegun = useRef(false)
  const [isUnderWay, setUnderWay] = useState(false)
  return {
    isUnderWay,
    run: async (work) => {
      if (isBegun.current) return
      isBegun.current = true
      setUnderWay(true)
      try {
        await work()
      } finally {
        isBegun.current = false
        setUnderWay(false)
      }
    },
  }
}
