import { useEffect, useRef } from 'preact/hooks'
import type { Session } from '../session.ts'
import { useSpeech } from '../words/speech.tsx'
import { Advice } from './advice.tsx'
import { Mark } from './mark.tsx'
import { StartCommand } from './start-command.tsx'
import './session-ended.css'

/** A link is opened in another tab, most often: then this one goes on by itself. */
const LOOK_EVERY_MS = 5_000

/**
 * Over all of the page once its session has ended: nothing behind it can be seen or
 * reached, and nothing of it is gone. It goes when there is a session again.
 */
export function SessionEnded({ session }: { session: Session }) {
  const { words } = useSpeech()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const look = () => void (document.hidden || session.check())
    const looking = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', look)
    dialog.current?.showModal()
    const shown = dialog.current
    return () => {
      clearInterval(looking)
      document.removeEventListener('visibilitychange', look)
      // Closed rather than taken away: so the browser gives the focus back.
      shown?.close()
    }
  }, [session])
  return (
    <dialog ref={dialog} class="session-ended" aria-labelledby="advice-title" onCancel={(event) => event.preventDefault()}>
      <Mark />
      <Advice {...words.signIn.signedOut.never}>
        <p>{words.signIn.stays}</p>
        <p>{words.signIn.howTo}</p>
        <StartCommand />
        <button type="button" class="button button-quiet" onClick={() => void session.check()}>
          {words.tryAgain}
        </button>
      </Advice>
    </dialog>
  )
}
