import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Field } from '../controls/field.tsx'

type Props = {
  label: string
  hint?: ComponentChildren
  values: readonly string[] | undefined
  /** Whether each stands on a line of its own; else between commas. */
  isByLine?: boolean
  error?: string | undefined
  onChange: (values: string[]) => void
}

/** A few texts in one box. */
export function ListField({ label, hint, values = [], isByLine = false, error, onChange }: Props) {
  const split = (text: string) => text.split(isByLine ? '\n' : ',').flatMap((part) => part.trim() || [])
  const join = (parts: readonly string[]) => parts.join(isByLine ? '\n' : ', ')
  const [text, setText] = useState(join(values))
  // A comma that was just typed is no value yet, and must not vanish.
  const shown = join(split(text)) === join(values) ? text : join(values)
  const write = (next: string) => {
    setText(next)
    onChange(split(next))
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) =>
        isByLine ? (
          <textarea
            {...control}
            class="input"
            rows={2}
            spellcheck={false}
            value={shown}
            onInput={(event) => write(event.currentTarget.value)}
          />
        ) : (
          <input
            {...control}
            class="input"
            type="text"
            spellcheck={false}
            value={shown}
            onInput={(event) => write(event.currentTarget.value)}
          />
        )
      }
    </Field>
  )
}
