import { KINDS, MODES, POSITIONS, SCALES } from '@pulso/protocol/constants'
import { Field } from '../controls/field.tsx'
import { toLocalized } from '../format/localized.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { CheckGroup } from './check.tsx'
import type { FormProps } from './form-props.ts'
import { TextField } from './text-field.tsx'
import { promptsWords } from './words.ts'

/** What sort of question it is: for life, once it was asked. */
export function KindForm({ draft, mistakes, onChange, isFixed, isNew }: FormProps & { isFixed: boolean; isNew: boolean }) {
  const words = useWords(promptsWords)
  const { editor } = words
  const { kinds } = useSpeech().words
  const scales: readonly number[] = SCALES[draft.kind].max
  return (
    <section class="form-part" aria-labelledby="kind-title">
      <h2 id="kind-title" class="for-the-ear">
        {editor.kind}
      </h2>
      <div class="form-pair">
        <Field label={editor.kind} hint={isFixed ? editor.kindFixed : editor.kindFree}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={draft.kind}
              disabled={isFixed}
              onChange={(event) => {
                const kind = KINDS.find((known) => known === event.currentTarget.value) ?? draft.kind
                onChange({
                  kind,
                  scaleMax: SCALES[kind].max[0],
                  options: kind === 'choice' ? (draft.options ?? [{ key: 'option-1' }]) : undefined,
                  ...(kind !== 'choice' && { multiple: undefined, other: undefined, shuffle: undefined }),
                })
              }}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds[kind].name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {scales.length > 1 && (
          <Field label={editor.scale}>
            {(control) => (
              <select
                {...control}
                class="input"
                value={String(draft.scaleMax)}
                disabled={isFixed}
                onChange={(event) => onChange({ scaleMax: Number(event.currentTarget.value) })}
              >
                {scales.map((highest) => (
                  <option key={highest} value={String(highest)}>
                    {editor.scaleFaces(highest)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {isNew && (
          <TextField
            label={editor.id}
            hint={editor.idHint}
            value={draft.id}
            error={mistakes.get('id')}
            onChange={(id) => onChange({ id })}
          />
        )}
      </div>
    </section>
  )
}

/** At which touchpoints it is asked, and where on the screen. */
export function PlaceForm({ draft, site, mistakes, onChange }: FormProps) {
  const { editor } = useWords(promptsWords)
  const { language } = useSpeech()
  return (
    <section class="form-part" aria-labelledby="place-title">
      <h2 id="place-title">{editor.place}</h2>
      <div class="form-fields">
        <CheckGroup
          legend={editor.touchpoints}
          hint={editor.touchpointsHint}
          error={mistakes.get('touchpoints')}
          options={site.touchpoints.map(({ key, name }) => ({ value: key, label: toLocalized(name, language) }))}
          chosen={draft.touchpoints}
          onChange={(touchpoints) => onChange({ touchpoints })}
        />
        <div class="form-pair">
          <Field label={editor.mode}>
            {(control) => (
              <select
                {...control}
                class="input"
                value={draft.mode}
                onChange={(event) => onChange({ mode: MODES.find((known) => known === event.currentTarget.value) ?? draft.mode })}
              >
                {MODES.map((mode) => (
                  <option key={mode} value={mode}>
                    {editor.modes[mode]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {draft.mode === 'popover' && (
            <Field label={editor.position}>
              {(control) => (
                <select
                  {...control}
                  class="input"
                  value={draft.position}
                  onChange={(event) =>
                    onChange({ position: POSITIONS.find((known) => known === event.currentTarget.value) ?? draft.position })
                  }
                >
                  {POSITIONS.map((position) => (
                    <option key={position} value={position}>
                      {editor.positions[position]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          {draft.mode === 'inline' && (
            <TextField
              label={editor.target}
              hint={editor.targetHint}
              value={draft.target}
              error={mistakes.get('target')}
              onChange={(target) => onChange({ target: target || undefined })}
            />
          )}
        </div>
      </div>
    </section>
  )
}
