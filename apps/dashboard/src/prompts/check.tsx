import type { ComponentChildren } from 'preact'

type Props = { label: ComponentChildren; isChecked: boolean; isDisabled?: boolean; onChange: (isChecked: boolean) => void }

export function Check({ label, isChecked, isDisabled = false, onChange }: Props) {
  return (
    <label class="check">
      <input type="checkbox" checked={isChecked} disabled={isDisabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}

type GroupProps<Value extends string> = {
  legend: string
  hint?: string
  error?: string | undefined
  options: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Several of a few. */
export function CheckGroup<Value extends string>({ legend, hint, error, options, chosen, onChange }: GroupProps<Value>) {
  return (
    <fieldset class="check-group" data-invalid={error ? '' : undefined} tabIndex={error ? -1 : undefined}>
      <legend>{legend}</legend>
      {hint && <p class="field-hint">{hint}</p>}
      <div class="check-list">
        {options.map(({ value, label }) => (
          <Check
            key={value}
            label={label}
            isChecked={chosen.includes(value)}
            // In the order in which they are offered, whatever the order of clicks.
            onChange={(isOn) => onChange(options.map((one) => one.value).filter((one) => (one === value ? isOn : chosen.includes(one))))}
          />
        ))}
      </div>
      {error && <p class="field-error">{error}</p>}
    </fieldset>
  )
}
