import type { Site } from '@pulso/protocol/types'
import { useId, useState } from 'preact/hooks'
import { Dialog } from '../../controls/dialog.tsx'
import { Field } from '../../controls/field.tsx'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { withAlias, withNewTouchpoint } from '../arrange/edit-touchpoint.ts'
import { toName } from '../arrange/name-draft.ts'
import { findMistakes, toTouchpoint, toTouchpointDraft } from '../arrange/touchpoint-draft.ts'
import { TouchpointFields } from '../arrange/touchpoint-fields.tsx'
import { type ArrangingProps, useArranging } from '../arrange/use-arranging.ts'
import { journeyWords } from '../words.ts'
import type { Claims } from './claims.ts'
import '../arrange/arrange-map.css'

type Props = ArrangingProps & { name: string; claims: Claims; onClose: () => void }

/** Gives a name from the tray its place: a touchpoint of its own, or one that is there. What it was answered goes along. */
export function PlaceNameDialog({ name, site: saved, definition, claims, onClose }: Props) {
  const { language } = useSpeech()
  const { tray, dialog, done, mistakes: wrong } = useWords(journeyWords)
  const arranging = useArranging({ site: saved, definition })
  const { site, apply } = arranging
  const [as, setAs] = useState<'new' | 'alias'>('new')
  const [draft, setDraft] = useState(() => {
    const empty = toTouchpointDraft(null, saved.stages[0]?.key ?? '')
    return { ...empty, name: { ...empty.name, [language]: toTitle(name) } }
  })
  const [alias, setAlias] = useState(saved.touchpoints[0]?.key ?? '')
  const [isChecked, setChecked] = useState(false)
  const form = useId()
  const mistakes = findMistakes(draft, name)
  const nameOf = (touchpoint: Site['touchpoints'][number]) => toLocalized(touchpoint.name, language) || touchpoint.key

  const save = async () => {
    setChecked(true)
    if (as === 'new' && Object.values(mistakes).some(Boolean)) return
    const heir = site.touchpoints.find(({ key }) => key === alias)
    const isSaved =
      as === 'new'
        ? await apply(
            (current) => withNewTouchpoint(current, toTouchpoint(draft, name, null)),
            done.added(toLocalized(toName(draft.name) ?? {}, language)),
          )
        : // The worker lets nobody take a name from where it counts, so there is no way back to offer.
          heir && (await apply((current) => withAlias(current, heir.key, name), done.saved(nameOf(heir)), { undo: false }))
    if (!isSaved) return
    claims.begin(name)
    onClose()
  }
  return (
    <Dialog
      title={tray.title(name)}
      onClose={onClose}
      isWide={as === 'new'}
      actions={
        <button type="submit" form={form} class="button" disabled={arranging.isSaving}>
          {as === 'new' ? dialog.add : dialog.save}
        </button>
      }
    >
      <form
        id={form}
        class="arrange-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <fieldset class="arrange-choices">
          <legend>{tray.as}</legend>
          {(['new', 'alias'] as const).map((one) => (
            <label class="check" key={one}>
              <input
                type="radio"
                name="as"
                checked={as === one}
                disabled={one === 'alias' && site.touchpoints.length === 0}
                onChange={() => setAs(one)}
              />
              {one === 'new' ? tray.asNew : tray.asAlias}
            </label>
          ))}
        </fieldset>
        {as === 'new' ? (
          <TouchpointFields site={site} draft={draft} mistakes={isChecked ? mistakes : null} onChange={setDraft}>
            {/* Pages call it so already: with another key they would have to change. */}
            <Field label={dialog.key} error={isChecked && mistakes.key ? wrong.key : null}>
              {(control) => <input {...control} class="input arrange-key" value={name} readOnly />}
            </Field>
          </TouchpointFields>
        ) : (
          <Field label={tray.alias} hint={tray.aliasNote}>
            {(control) => (
              <select {...control} class="input" value={alias} onChange={(event) => setAlias(event.currentTarget.value)}>
                {site.touchpoints.map((touchpoint) => (
                  <option key={touchpoint.key} value={touchpoint.key}>
                    {nameOf(touchpoint)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </form>
    </Dialog>
  )
}

/** `new-terrace` as the beginning of a name: `New terrace`. */
function toTitle(key: string): string {
  const words = key.replaceAll(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
