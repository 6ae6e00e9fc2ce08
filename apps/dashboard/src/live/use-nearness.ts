import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** How far below the screen something is near: it should be there when it is scrolled to. */
const NEAR = '0px 0px 100px 0px'

/**
 * Whether an element has ever come near the screen: for what costs more to read than everything above it.
 *
 * @param isSettled false while what stands above it is on its way: a page that is still short has everything near
 */
export function useNearness<Place extends HTMLElement>(isSettled?: RefObject<boolean>): [RefObject<Place | null>, boolean] {
  const ref = useRef<Place>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!ref.current || isNear || isSettled?.current === false) return
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true), {
      rootMargin: NEAR,
    })
    observer.observe(ref.current)
    return () => observer.disconnect()
  })
  return [ref, isNear]
}
