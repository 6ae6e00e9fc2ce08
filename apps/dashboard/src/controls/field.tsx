import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import './field.css'

/** What a control needs to be tied to its label, its hint and what is wrong with it. */
type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }

type Props = {
  label: string
  /** What to know before filling it in. */
  hint?: ComponentChildren
  /** What is wrong and what to do; null or nothing when all is well. */
  error?: string | null | undefined
  children: (control: FieldControl) => ComponentChildren
}

/** One control with its label above it, and beneath it what helps and what is wrong. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId()
  const parts = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return (
    <div class="field" data-invalid={error ? '' : undefined}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
