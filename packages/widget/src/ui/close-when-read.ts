import type { Later } from './later.ts'

const READING_MS = 6000

/** Closes a card that has nothing more to say, but never while somebody is with it. */
export function closeWhenRead(root: HTMLElement, later: Later, close: () => void): void {
  let timer: ReturnType<Later>
  const stop = () => clearTimeout(timer)
  const start = () => {
    timer = later(close, READING_MS)
  }
  // A pointer on the card holds it; a key or a press keeps it until it is closed by hand.
  root.onpointermove = stop
  root.onpointerleave = start
  for (const type of ['pointerdown', 'keydown']) {
    root.addEventListener(type, () => {
      stop()
      root.onpointerleave = null
    })
  }
  start()
}
