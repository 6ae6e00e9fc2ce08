import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useWords } from '../words/speech.tsx'
import { wallboardWords } from './words.ts'

type Props = {
  frame: RefObject<HTMLElement | null>
  look: 'dark' | 'light'
  onLook: (look: 'dark' | 'light') => void
  isHeld: boolean
  /** Null where there is one part only. */
  onHold: ((isHeld: boolean) => void) | null
  onMove: (by: 1 | -1) => void
  onLeave: () => void
}

/** What somebody does who stands before the wall; hidden with the cursor, and there again with it or the first Tab. */
export function WallControls({ frame, look, onLook, isHeld, onHold, onMove, onLeave }: Props) {
  const words = useWords(wallboardWords)
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null)
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'ArrowRight') onMove(1)
      if (event.key === 'ArrowLeft') onMove(-1)
    }
    document.addEventListener('fullscreenchange', follow)
    addEventListener('keydown', press)
    return () => {
      document.removeEventListener('fullscreenchange', follow)
      removeEventListener('keydown', press)
    }
  }, [onMove])
  return (
    <div class="wall-controls">
      {onHold && (
        <button type="button" aria-pressed={isHeld} onClick={() => onHold(!isHeld)}>
          {isHeld ? words.goOn : words.hold}
        </button>
      )}
      <button type="button" onClick={() => onLook(look === 'dark' ? 'light' : 'dark')}>
        {look === 'dark' ? words.light : words.dark}
      </button>
      {document.fullscreenEnabled && (
        <button type="button" onClick={() => void (isFull ? document.exitFullscreen() : frame.current?.requestFullscreen())}>
          {isFull ? words.leaveFullscreen : words.fullscreen}
        </button>
      )}
      <button type="button" onClick={onLeave}>
        {words.leave}
      </button>
    </div>
  )
}
