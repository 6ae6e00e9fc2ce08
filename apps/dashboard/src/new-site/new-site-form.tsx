import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Field } from '../controls/field.tsx'
import { toLanguageName } from '../format/localized.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { BusinessChoice } from './business-choice.tsx'
import { SPOKEN_LOCALES, toLikelyTimeZone, toTimeZones } from './languages.ts'
import type { Business } from './starters.ts'
import { toOrigins } from './to-origins.ts'
import { isSiteId, toSiteId } from './to-site-id.ts'
import { newSiteWords } from './words.ts'

/** What the form holds. `id` is null as long as it follows the name. */
export type SiteDraft = { name: string; address: string; business: Business; locale: string; timeZone: string; id: string | null }

type Props = {
  draft: SiteDraft
  /** Ids that there are already. */
  taken: readonly string[]
  isCreating: boolean
  /** The address that the worker has not taken; null when there is none. */
  refusedAddress: string | null
  onChange: (draft: SiteDraft) => void
  onCreate: (id: string) => void
  /** What went wrong the last time, above the button. */
  children: ComponentChildren
}

/** Name, address and kind of business; what can be guessed is folded away. */
export function NewSiteForm({ draft, taken, isCreating, refusedAddress, onChange, onCreate, children }: Props) {
  const words = useWords(newSiteWords)
  const { language } = useSpeech()
  const [hasTried, setHasTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const more = useRef<HTMLDetailsElement>(null)
  const { name, address, business, locale, timeZone } = draft
  const id = draft.id ?? toSiteId(name, taken)
  const origins = toOrigins(address)
  const errors = {
    name: name.trim() === '' ? words.nameMissing : null,
    address: origins === null || address === refusedAddress ? words.addressWrong : null,
    id: !isSiteId(id) ? words.idWrong : taken.includes(id) ? words.idTaken : null,
  }
  const shown = hasTried ? errors : { name: null, address: null, id: errors.id }

  function submit(event: Event): void {
    event.preventDefault()
    setHasTried(true)
    if (errors.id && more.current) more.current.open = true
    if (errors.name || errors.address || errors.id) {
      // After the errors are on the screen, so that what describes the field is there when it is read.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    if (!isCreating) onCreate(id)
  }

  const takenFrom =
    origins && (origins.length === 0 ? words.takenFromAnywhere : words.takenFrom(new Intl.ListFormat(language).format(origins)))
  return (
    <form class="new-site-form" ref={form} onSubmit={submit} noValidate>
      <Field label={words.name} error={shown.name}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            autocomplete="organization"
            maxLength={120}
            placeholder={words.namePlaceholder}
            value={name}
            onInput={(event) => onChange({ ...draft, name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.address} hint={words.addressHint} error={shown.address}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="text"
            inputMode="url"
            autocapitalize="none"
            autocomplete="url"
            spellcheck={false}
            placeholder="shop.example"
            value={address}
            onInput={(event) => onChange({ ...draft, address: event.currentTarget.value })}
          />
        )}
      </Field>
      {takenFrom && (
        <p class="new-site-taken" aria-live="polite">
          {takenFrom}
        </p>
      )}
      <BusinessChoice value={business} onChoose={(chosen) => onChange({ ...draft, business: chosen })} />
      <details class="new-site-more" ref={more}>
        <summary>
          <span>{words.guessed}</span>
          <span class="new-site-guess">
            {toLanguageName(locale, language)} · {timeZone} · {id}
          </span>
        </summary>
        <div class="new-site-more-fields">
          <Field label={words.language} hint={words.languageHint}>
            {(control) => (
              <select
                {...control}
                class="input"
                value={locale}
                onChange={(event) => onChange({ ...draft, locale: event.currentTarget.value })}
              >
                {SPOKEN_LOCALES.map((spoken) => (
                  <option key={spoken} value={spoken}>
                    {toLanguageName(spoken, language)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.timeZone} hint={words.timeZoneHint}>
            {(control) => (
              <select
                {...control}
                class="input"
                value={timeZone}
                onChange={(event) => onChange({ ...draft, timeZone: event.currentTarget.value })}
              >
                {toTimeZones(toLikelyTimeZone()).map((zone) => (
                  <option key={zone} value={zone}>
                    {zone}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={words.id} hint={words.idHint(`/sites/${id}`)} error={shown.id}>
            {(control) => (
              <input
                {...control}
                class="input"
                type="text"
                autocapitalize="none"
                autocomplete="off"
                spellcheck={false}
                maxLength={64}
                value={id}
                onInput={(event) => onChange({ ...draft, id: event.currentTarget.value })}
              />
            )}
          </Field>
        </div>
      </details>
      {children}
      <button type="submit" class="button new-site-create" aria-disabled={isCreating}>
        {isCreating ? words.creating : words.create}
      </button>
    </form>
  )
}
