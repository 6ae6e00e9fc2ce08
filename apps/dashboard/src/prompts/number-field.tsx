import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Field } from '../controls/field.tsx'

type Props = {
  label: string
  hint?: ComponentChildren
  /** NaN: something is there that is no number. */
  value: number | undefined
  error?: string | undefined
  /** Nothing is `undefined`, what is no number is NaN: the form says beside it what it takes. */
  onChange: (value: number | undefined) => void
}

const parse = (text: string) => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')))

/** One number, written as people write it: with a comma or a point, and half-written while they do. */
export function NumberField({ label, hint, value, error, onChange }: Props) {
  const [text, setText] = useState(value === undefined ? '' : String(value))
  // What was typed stays as it was typed, as long as it means what the form has.
  const shown = Object.is(parse(text), value) ? text : value === undefined ? '' : String(value)
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          class="input input-number"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={shown}
          onInput={(event) => {
            setText(event.currentTarget.value)
            onChange(parse(event.currentTarget.value))
          }}
        />
      )}
    </Field>
  )
}
