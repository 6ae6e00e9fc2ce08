import type { ComponentChildren } from 'preact'
import { Field } from '../controls/field.tsx'

type Props = {
  label: string
  hint?: ComponentChildren
  value: string | undefined
  /** What is said where nothing is written. */
  placeholder?: string | undefined
  error?: string | undefined
  lang?: string
  /** Longer texts get room for two lines, and grow. */
  isLong?: boolean
  onChange: (text: string) => void
}

/** One text with its label. */
export function TextField({ label, hint, value = '', placeholder, error, lang, isLong = false, onChange }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => {
        const shared = { ...control, class: 'input', value, placeholder, lang }
        return isLong ? (
          <textarea {...shared} rows={2} onInput={(event) => onChange(event.currentTarget.value)} />
        ) : (
          <input {...shared} type="text" onInput={(event) => onChange(event.currentTarget.value)} />
        )
      }}
    </Field>
  )
}
