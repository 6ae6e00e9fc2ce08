import { useId } from 'preact/hooks'
import './choice.css'

type Option<Value> = { value: Value; label: string; lang?: string; hint?: string }
type Props<Value> = {
  legend: string
  /** The legend is for the ear alone when the options speak for themselves. */
  isLegendHidden?: boolean
  options: readonly Option<Value>[]
  value: Value
  onChoose: (value: Value) => void
}

/** One of a few: native radios that look like one switch, so arrow keys and screen readers know it already. */
export function Choice<Value extends string | number>({ legend, isLegendHidden = false, options, value, onChoose }: Props<Value>) {
  const name = useId()
  return (
    <fieldset class="choice">
      <legend class={isLegendHidden ? 'for-the-ear' : undefined}>{legend}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} title={option.hint}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              aria-label={option.hint}
            />
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
