import type { ComponentChildren } from 'preact'
import { ErrorNote } from '../controls/error-note.tsx'
import { SaveBar } from '../controls/save-bar.tsx'
import { useToasts } from '../controls/toasts.tsx'
import type { Router } from '../router.ts'
import { useWords } from '../words/speech.tsx'
import { toPlaces } from './field-problems.ts'
import type { Draft } from './use-draft.ts'
import { settingsWords } from './words.ts'

type Props<Part> = {
  draft: Draft<Part>
  router: Router
  mayWrite: boolean
  /** What the members of the draft are called on the screen. */
  names: Record<keyof Part, string>
  /** The places, as the worker names them, beside which the form shows what is wrong. */
  shownPlaces?: readonly string[]
  /** Whether there is something wrong that has to be mended first; the form shows it beside its field. */
  isFaulty?: boolean
  /** Asks before what cannot be taken back is saved; saving goes on when it calls `goOn`. */
  onBeforeSave?: (goOn: () => void) => void
  onSaved?: () => void
  children: ComponentChildren
}

/** A form over a part of the site: what is wrong, what others have done meanwhile, and the bar that saves. */
export function DraftForm<Part>({
  draft,
  router,
  mayWrite,
  names,
  shownPlaces = [],
  isFaulty = false,
  onBeforeSave,
  onSaved,
  children,
}: Props<Part>) {
  const words = useWords(settingsWords)
  const toasts = useToasts()
  const { failure, conflict } = draft
  const toFault = () => document.querySelector<HTMLElement>('.settings-panel [aria-invalid]')?.focus()
  const finish = (isSaved: boolean) => {
    if (!isSaved) {
      // What is wrong with a field is said beside it, once it has been drawn.
      requestAnimationFrame(toFault)
      return
    }
    toasts.say({ text: words.saved })
    onSaved?.()
  }
  const save = () => {
    if (isFaulty) {
      toFault()
      return
    }
    const goOn = () => void draft.save().then(finish)
    if (onBeforeSave) onBeforeSave(goOn)
    else goOn()
  }
  const isShownBeside =
    failure !== null && Object.keys(toPlaces(failure.problem)).some((place) => shownPlaces.some((shown) => place.startsWith(shown)))
  return (
    <form
      class="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.isChanged) save()
      }}
    >
      {!mayWrite && <p class="settings-note">{words.mayOnlyLook}</p>}
      <fieldset disabled={!mayWrite} class="settings-groups">
        {children}
      </fieldset>
      <SaveBar router={router} isChanged={draft.isChanged && mayWrite} isSaving={draft.isSaving} onSave={save} onDiscard={draft.discard}>
        {conflict && (
          <div class="error-note" role="alert">
            <p>
              <strong>{words.conflict.title}</strong>
            </p>
            <p>{words.conflict.text(conflict.keys.map((key) => names[key]).join(', '))}</p>
            <div class="settings-actions">
              <button type="button" class="button button-quiet" onClick={conflict.takeTheirs}>
                {words.conflict.theirs}
              </button>
              <button type="button" class="button button-quiet" onClick={() => void conflict.saveMine().then(finish)}>
                {words.conflict.mine}
              </button>
            </div>
          </div>
        )}
        {failure && !isShownBeside && <ErrorNote {...failure} />}
      </SaveBar>
      {/* Enter in a field saves, as everywhere; the bar's own buttons are no submit buttons. */}
      <button type="submit" hidden />
    </form>
  )
}
