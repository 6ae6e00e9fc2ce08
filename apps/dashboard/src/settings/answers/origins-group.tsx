import { useEffect, useRef } from 'preact/hooks'
import { Field } from '../../controls/field.tsx'
import { useWords } from '../../words/speech.tsx'
import { Icon } from '../icons.tsx'
import { SettingsGroup } from '../settings-group.tsx'
import { findOriginFault, isLocalOrigin } from './find-origin-fault.ts'
import { answersWords } from './words.ts'

type Props = {
  origins: readonly string[]
  mayHaveNone: boolean
  /** What the worker has said of the list. */
  said: string | null
  onChange: (origins: string[]) => void
  onNone: (mayHaveNone: boolean) => void
}

/** The origins whose pages may answer, one in a line. */
export function OriginsGroup({ origins, mayHaveNone, said, onChange, onNone }: Props) {
  const { origins: words } = useWords(answersWords)
  const list = useRef<HTMLUListElement>(null)
  const wasAdded = useRef(false)
  useEffect(() => {
    if (wasAdded.current) list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
    wasAdded.current = false
  }, [origins.length])
  return (
    <SettingsGroup title={words.title} text={words.text}>
      {origins.length === 0 && <p>{words.none}</p>}
      <ul class="settings-rows" ref={list}>
        {origins.map((origin, place) => {
          const fault = findOriginFault(origin, origins.slice(0, place))
          const isLocal = fault === null && isLocalOrigin(origin)
          return (
            <li key={place}>
              <Field
                label={words.label(place + 1)}
                error={fault && origin !== '' ? words.faults[fault] : null}
                hint={isLocal ? words.local : undefined}
              >
                {(control) => (
                  <input
                    class="input"
                    {...control}
                    type="url"
                    inputMode="url"
                    spellcheck={false}
                    placeholder="https://shop.example"
                    value={origin}
                    onInput={(event) => onChange(origins.with(place, event.currentTarget.value.trim()))}
                  />
                )}
              </Field>
              <button
                type="button"
                class="settings-icon-button"
                aria-label={words.remove(origin)}
                onClick={() => onChange(origins.toSpliced(place, 1))}
              >
                <Icon name="remove" />
              </button>
            </li>
          )
        })}
      </ul>
      {said !== null && (
        <p class="field-error" role="alert" lang="en">
          {said}
        </p>
      )}
      <div class="settings-actions">
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            wasAdded.current = true
            onChange([...origins, ''])
          }}
        >
          {words.add}
        </button>
        <p class="field-hint">{words.wildcard}</p>
      </div>
      <label class="check">
        <input type="checkbox" checked={mayHaveNone} onChange={(event) => onNone(event.currentTarget.checked)} />
        <span>{words.nullOrigin.name}</span>
        <small>{words.nullOrigin.hint}</small>
      </label>
    </SettingsGroup>
  )
}
