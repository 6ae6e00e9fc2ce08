import { Field } from '../../controls/field.tsx'
import { toClockText } from '../../format/times.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { DraftForm } from '../draft-form.tsx'
import { findSaid } from '../field-problems.ts'
import { mayWrite } from '../may-write.ts'
import type { SettingsSectionProps } from '../sections.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { useDraft } from '../use-draft.ts'
import { OFFERED_LANGUAGES, toLanguageName } from './languages.ts'
import { MoveProgress } from './move-progress.tsx'
import { siteWords } from './words.ts'

const KEYS = ['name', 'locales', 'defaultLocale', 'tone', 'timeZone'] as const
const TONES = ['informal', 'formal'] as const

/** What a site is called, which languages it speaks, and when its days begin. */
export function SiteSection({ current, definition, router, session }: SettingsSectionProps) {
  const words = useWords(siteWords)
  const { locale } = useSpeech()
  const draft = useDraft(definition, current, KEYS)
  const { name, locales, defaultLocale, tone, timeZone } = draft.value
  const languages = [...new Set([...OFFERED_LANGUAGES, ...current.locales, current.defaultLocale])]
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), timeZone, current.timeZone])].sort()
  const nameError = name.trim() === '' ? words.nameMissing : findSaid(draft.failure?.problem, 'name')
  const languageError = locales.length === 0 ? words.noLanguage : findSaid(draft.failure?.problem, 'locales')
  const offer = (tag: string, isOffered: boolean) => {
    const chosen = languages.filter((other) => (other === tag ? isOffered : locales.includes(other)))
    draft.change({ locales: chosen, ...(!chosen.includes(defaultLocale) && chosen[0] !== undefined && { defaultLocale: chosen[0] }) })
  }
  return (
    <>
      <MoveProgress site={current.id} since={current.timeZone} />
      <DraftForm
        draft={draft}
        router={router}
        mayWrite={mayWrite(session)}
        names={words.fields}
        shownPlaces={['name', 'locales']}
        isFaulty={name.trim() === '' || locales.length === 0}
      >
        <SettingsGroup title={words.who.title} text={words.who.text}>
          <Field label={words.name} hint={words.nameHint} error={nameError}>
            {(control) => (
              <input
                class="input"
                {...control}
                maxLength={300}
                value={name}
                onInput={(event) => draft.change({ name: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={words.key} hint={words.keyHint}>
            {(control) => <input class="input" {...control} readOnly value={current.siteKey} />}
          </Field>
        </SettingsGroup>
        <SettingsGroup title={words.languages.title} text={words.languages.text}>
          <fieldset class="settings-choices settings-columns" aria-invalid={languageError ? true : undefined} tabIndex={-1}>
            <legend>{words.offered}</legend>
            {languages.map((tag) => (
              <label key={tag} class="check">
                <input type="checkbox" checked={locales.includes(tag)} onChange={(event) => offer(tag, event.currentTarget.checked)} />
                <span>{toLanguageName(tag, locale)}</span>
              </label>
            ))}
          </fieldset>
          {languageError && (
            <p class="field-error" role="alert">
              {languageError}
            </p>
          )}
          <Field label={words.defaultLocale} hint={words.defaultLocaleHint}>
            {(control) => (
              <select
                class="input"
                {...control}
                value={defaultLocale}
                onChange={(event) => draft.change({ defaultLocale: event.currentTarget.value })}
              >
                {languages
                  .filter((tag) => locales.includes(tag) || tag === defaultLocale)
                  .map((tag) => (
                    <option key={tag} value={tag}>
                      {toLanguageName(tag, locale)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <fieldset class="settings-choices">
            <legend>{words.tone}</legend>
            {TONES.map((offered) => (
              <label key={offered} class="check">
                <input type="radio" name="tone" checked={tone === offered} onChange={() => draft.change({ tone: offered })} />
                <span>{words.tones[offered].name}</span>
                <small>{words.tones[offered].hint}</small>
              </label>
            ))}
          </fieldset>
        </SettingsGroup>
        <SettingsGroup title={words.time.title} text={words.time.text}>
          <Field label={words.timeZone} hint={words.clock(toClockText(Date.now(), locale, timeZone))}>
            {(control) => (
              <select
                class="input"
                {...control}
                value={timeZone}
                onChange={(event) => draft.change({ timeZone: event.currentTarget.value })}
              >
                {zones.map((zone) => (
                  <option key={zone} value={zone}>
                    {zone.replaceAll('_', ' ')}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {timeZone !== current.timeZone && (
            <p class="settings-warning" role="status">
              {words.zoneChanges}
            </p>
          )}
        </SettingsGroup>
      </DraftForm>
    </>
  )
}
