import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Router } from '../router.ts'
import { useSpeech } from '../words/speech.tsx'
import './save-bar.css'

type Props = {
  router: Router
  /** Whether there is something to save: then the bar is there, and leaving asks. */
  isChanged: boolean
  isSaving: boolean
  onSave: () => void
  onDiscard: () => void
  /** Why it could not be saved, and what can be done then: it stands where one has just pressed. */
  children?: ComponentChildren
}

/** Appears with the first change and goes with the last; leaving the page meanwhile asks first. */
export function SaveBar({ router, isChanged, isSaving, onSave, onDiscard, children }: Props) {
  const { words } = useSpeech()
  useEffect(() => {
    if (!isChanged) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    router.mayLeave.value = () => confirm(words.controls.leaveUnsaved)
    return () => {
      removeEventListener('beforeunload', warn)
      router.mayLeave.value = null
    }
  }, [router, isChanged, words])
  if (!isChanged) return null
  return (
    <section class="save-bar" aria-label={words.controls.unsaved}>
      {children}
      <p>{words.controls.unsaved}</p>
      <button type="button" class="button button-quiet" disabled={isSaving} onClick={onDiscard}>
        {words.controls.discard}
      </button>
      <button type="button" class="button" aria-disabled={isSaving} onClick={() => isSaving || onSave()}>
        {isSaving ? words.controls.saving : words.controls.save}
      </button>
    </section>
  )
}
