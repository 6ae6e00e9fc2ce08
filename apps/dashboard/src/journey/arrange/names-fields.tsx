import { Field } from '../../controls/field.tsx'
import { toLanguageName } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import type { NameDraft } from './name-draft.ts'
import { isKey } from './to-key.ts'

type NamesProps = { draft: NameDraft; error: string | null; onChange: (draft: NameDraft) => void }

/** The name in each language, the reader's own first. */
export function NamesFields({ draft, error, onChange }: NamesProps) {
  const { language } = useSpeech()
  const { dialog } = useWords(journeyWords)
  const locales = Object.keys(draft).toSorted((left, right) => Number(right === language) - Number(left === language))
  return (
    <div class="arrange-pair">
      {locales.map((locale, place) => (
        <Field
          key={locale}
          label={dialog.nameIn(toLanguageName(locale, language))}
          hint={place === 0 ? dialog.nameHint : undefined}
          error={place === 0 ? error : null}
        >
          {(control) => (
            <input
              {...control}
              class="input"
              lang={locale}
              maxLength={200}
              value={draft[locale]}
              // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write this.
              autoFocus={place === 0}
              onInput={(event) => onChange({ ...draft, [locale]: event.currentTarget.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

type KeyProps = { value: string; former: string | null; isTaken: boolean; isChecked: boolean; onChange: (key: string) => void }

/** The key; of a rename, what becomes of the old one. */
export function KeyField({ value, former, isTaken, isChecked, onChange }: KeyProps) {
  const { dialog, mistakes } = useWords(journeyWords)
  const mistake = !isChecked ? null : !isKey(value) ? mistakes.key : isTaken ? mistakes.keyTaken : null
  return (
    <Field label={dialog.key} hint={former !== null && former !== value ? dialog.keyRenamed(former) : dialog.keyHint} error={mistake}>
      {(control) => (
        <input
          {...control}
          class="input arrange-key"
          value={value}
          maxLength={64}
          autocapitalize="none"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
