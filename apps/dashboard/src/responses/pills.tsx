import './pills.css'

type Props = {
  legend: string
  isLegendHidden?: boolean
  options: readonly (readonly [value: string, label: string])[]
  chosen: readonly string[]
  onToggle: (value: string) => void
}

/** Any of a few: check boxes that look like chips. */
export function Pills({ legend, isLegendHidden = false, options, chosen, onToggle }: Props) {
  return (
    <fieldset class="inbox-pills">
      <legend class={isLegendHidden ? 'for-the-ear' : undefined}>{legend}</legend>
      <div>
        {options.map(([value, label]) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
