import { LIMITS, PATHS } from '@pulso/protocol/constants'
import type { Release, Site } from '@pulso/protocol/types'
import { useRef, useState } from 'preact/hooks'
import { Dialog } from '../../controls/dialog.tsx'
import { ErrorNote } from '../../controls/error-note.tsx'
import { Field } from '../../controls/field.tsx'
import { toLocalized } from '../../format/localized.ts'
import { type Failure, request, type ToldProblem } from '../../request.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { isRelease } from '../guards.ts'
import { toInstant } from '../import/to-instant.ts'
import { toReleaseId } from './to-release-id.ts'
import { releasesWords } from './words.ts'

type Props = { site: Site; release: Release | null; known: readonly Release[]; onSaved: () => void; onClose: () => void }

/** Marks a release, or changes what is said of one. */
export function ReleaseDialog({ site, release, known, onSaved, onClose }: Props) {
  const { words: shell, language } = useSpeech()
  const words = useWords(releasesWords)
  const [name, setName] = useState(release?.name ?? '')
  const [at, setAt] = useState(toWallText(release?.at ?? Date.now(), site.timeZone))
  const [touchpoints, setTouchpoints] = useState<readonly string[]>(release?.touchpoints ?? [])
  const [url, setUrl] = useState(release?.url ?? '')
  const [wasTried, setTried] = useState(false)
  const [trouble, setTrouble] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)
  const close = useRef<HTMLButtonElement>(null)
  const end = () => close.current?.closest('dialog')?.close()
  const isUrlFine = url.trim() === '' || /^https?:\/\//.test(url.trim())
  const wall = Date.parse(`${at}Z`)

  async function save(): Promise<void> {
    setTried(true)
    if (name.trim() === '' || !isUrlFine || Number.isNaN(wall)) return
    const body = {
      id: release?.id ?? toReleaseId(name, new Set(known.map(({ id }) => id))),
      name: name.trim(),
      at: toInstant(wall, site.timeZone),
      touchpoints,
      ...(url.trim() !== '' && { url: url.trim() }),
    }
    const outcome = await request(PATHS.releases(site.id), isRelease, { method: 'POST', body })
    if (!outcome.ok) return setTrouble(outcome)
    onSaved()
    end()
  }

  return (
    <Dialog
      title={release ? words.editTitle : words.addTitle}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button button-quiet" ref={close} onClick={end}>
            {shell.controls.cancel}
          </button>
          <button type="submit" form="release" class="button">
            {shell.controls.save}
          </button>
        </>
      }
    >
      <form
        id="release"
        class="settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={words.name} hint={words.nameHint} error={wasTried && name.trim() === '' ? words.nameMissing : null}>
          {(control) => (
            <input
              class="input"
              {...control}
              maxLength={LIMITS.wordingLength}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.at} hint={words.atHint(site.timeZone)} error={Number.isNaN(wall) ? words.atMissing : null}>
          {(control) => (
            <input class="input" {...control} type="datetime-local" value={at} onInput={(event) => setAt(event.currentTarget.value)} />
          )}
        </Field>
        {site.touchpoints.length > 0 && (
          <fieldset class="settings-choices settings-columns">
            <legend>{words.touchpoints}</legend>
            <p class="field-hint settings-whole">{words.touchpointsHint}</p>
            {site.touchpoints.map(({ key, name: names }) => (
              <label key={key} class="check">
                <input
                  type="checkbox"
                  checked={touchpoints.includes(key)}
                  onChange={(event) =>
                    setTouchpoints(event.currentTarget.checked ? [...touchpoints, key] : touchpoints.filter((other) => other !== key))
                  }
                />
                <span>{toLocalized(names, language)}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Field label={words.url} hint={words.urlHint} error={isUrlFine ? null : words.urlFault}>
          {(control) => (
            <input
              class="input"
              {...control}
              inputMode="url"
              maxLength={2000}
              value={url}
              onInput={(event) => setUrl(event.currentTarget.value)}
            />
          )}
        </Field>
        {trouble && <ErrorNote {...trouble} />}
      </form>
    </Dialog>
  )
}

/** An instant as a clock of the site shows it, for a field of date and time. */
function toWallText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at).replace(' ', 'T')
}
