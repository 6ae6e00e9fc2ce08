import type { ComponentChildren } from 'preact'
import { Field } from '../controls/field.tsx'

type Props = {
  label: string
  hint?: ComponentChildren
  error?: string | null
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** A whole number. While nothing, or no number, is written its value is NaN, which no range holds. */
export function NumberField({ label, hint, error, value, min, max, onChange }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          class="input settings-number"
          {...control}
          type="number"
          min={min}
          max={max}
          step={1}
          value={Number.isNaN(value) ? '' : value}
          onInput={(event) => onChange(event.currentTarget.value === '' ? Number.NaN : Number(event.currentTarget.value))}
        />
      )}
    </Field>
  )
}

export function isWholeWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}
