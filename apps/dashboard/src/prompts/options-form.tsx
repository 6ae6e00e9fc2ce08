import { LIMITS } from '@pulso/protocol/constants'
import { useWords } from '../words/speech.tsx'
import { Check } from './check.tsx'
import type { FormProps } from './form-props.ts'
import { TextField } from './text-field.tsx'
import { promptsWords } from './words.ts'

type Props = Omit<FormProps, 'site'> & {
  language: string
  published: ReadonlySet<string>
  usualOther: string | undefined
  onName: (key: string, name: string) => void
  onOther: (name: string) => void
}

/** The options of a choice. Each keeps its place for life, because answers are counted by it. */
export function OptionsForm({ draft, mistakes, language, published, usualOther, onChange, onName, onOther }: Props) {
  const { editor } = useWords(promptsWords)
  const options = draft.options ?? []
  const names = draft.wording[language]?.options ?? {}
  const flag = (member: 'multiple' | 'other' | 'shuffle') => ({
    isChecked: draft[member] === true,
    onChange: (isOn: boolean) => onChange({ [member]: isOn ? true : undefined }),
  })
  return (
    <fieldset class="form-bands" data-invalid={mistakes.has('options') ? '' : undefined}>
      <legend>{editor.options}</legend>
      <p class="field-hint">{editor.optionsHint}</p>
      {mistakes.has('options') && <p class="field-error">{mistakes.get('options')}</p>}
      {options.map(({ key, retired }, place) => (
        <div class="option-row" key={key} data-retired={retired ? '' : undefined}>
          <TextField
            label={editor.optionName(place + 1)}
            lang={language}
            value={names[key]}
            // In another language at least: then it is shown by that name here too.
            placeholder={Object.values(draft.wording).find((texts) => texts.options?.[key])?.options?.[key]}
            error={mistakes.get(`wording.${language}.options.${key}`) ?? mistakes.get(`options.${key}`)}
            onChange={(name) => onName(key, name)}
          />
          {published.has(key) ? (
            <Check
              label={editor.optionRetired}
              isChecked={retired === true}
              onChange={(isOn) => {
                const { retired: _, ...kept } = options[place] ?? { key }
                onChange({ options: options.with(place, isOn ? { ...kept, retired: true } : kept) })
              }}
            />
          ) : (
            <button
              type="button"
              class="button button-quiet option-remove"
              aria-label={editor.optionRemove(place + 1)}
              onClick={() => onChange({ options: options.filter((option) => option.key !== key) })}
            >
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <path d="m5 5 10 10M15 5 5 15" />
              </svg>
            </button>
          )}
        </div>
      ))}
      {options.length < LIMITS.options && (
        <button type="button" class="button button-quiet" onClick={() => onChange({ options: [...options, { key: toNextKey(options) }] })}>
          {editor.optionAdd}
        </button>
      )}
      <Check label={editor.multiple} {...flag('multiple')} />
      <Check label={editor.other} {...flag('other')} />
      {draft.other && (
        <TextField
          label={editor.otherName}
          lang={language}
          value={draft.wording[language]?.other}
          placeholder={usualOther}
          error={mistakes.get(`wording.${language}.other`)}
          onChange={onOther}
        />
      )}
      <Check label={editor.shuffle} {...flag('shuffle')} />
    </fieldset>
  )
}

function toNextKey(options: readonly { key: string }[]): string {
  const taken = new Set(options.map(({ key }) => key))
  let number = options.length + 1
  while (taken.has(`option-${number}`)) number += 1
  return `option-${number}`
}
