import { AUDIENCES, CHANNELS } from '@pulso/protocol/constants'
import type { Site } from '@pulso/protocol/types'
import type { ComponentChildren } from 'preact'
import { Field } from '../../controls/field.tsx'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { NamesFields } from './names-fields.tsx'
import type { DraftMistakes, TouchpointDraft } from './touchpoint-draft.ts'

type Props = {
  site: Site
  draft: TouchpointDraft
  /** Null while nobody has tried to save. */
  mistakes: DraftMistakes | null
  onChange: (draft: TouchpointDraft) => void
  /** The field of the key, behind the names. */
  children: ComponentChildren
}

/** Everything that a touchpoint says of itself. */
export function TouchpointFields({ site, draft, mistakes, onChange, children }: Props) {
  const { words: shell, language } = useSpeech()
  const { channels } = shell.touchpoint
  const words = useWords(journeyWords)
  const { dialog } = words
  const set = (changes: Partial<TouchpointDraft>) => onChange({ ...draft, ...changes })
  return (
    <>
      <NamesFields draft={draft.name} error={mistakes?.name ? words.mistakes.name : null} onChange={(name) => set({ name })} />
      <div class="arrange-pair">
        {children}
        <Field label={dialog.stage}>
          {(control) => (
            <select {...control} class="input" value={draft.stage} onChange={(event) => set({ stage: event.currentTarget.value })}>
              {site.stages.map(({ key, name }) => (
                <option key={key} value={key}>
                  {toLocalized(name, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={dialog.channel}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={draft.channel}
              onChange={(event) => set({ channel: CHANNELS.find((one) => one === event.currentTarget.value) ?? draft.channel })}
            >
              {CHANNELS.map((one) => (
                <option key={one} value={one}>
                  {channels[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={dialog.audience}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={draft.audience}
              onChange={(event) => set({ audience: AUDIENCES.find((one) => one === event.currentTarget.value) ?? draft.audience })}
            >
              {AUDIENCES.map((one) => (
                <option key={one} value={one}>
                  {words.filter.audiences[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <label class="check">
        <input type="checkbox" checked={draft.momentOfTruth} onChange={(event) => set({ momentOfTruth: event.currentTarget.checked })} />
        {dialog.momentOfTruth}
        <small>{dialog.momentOfTruthHint}</small>
      </label>
      <div class="arrange-pair">
        <Field label={dialog.targetScore} hint={dialog.targetScoreHint} error={mistakes?.targetScore ? words.mistakes.targetScore : null}>
          {(control) => (
            <input
              {...control}
              class="input"
              inputMode="text"
              value={draft.targetScore}
              onInput={(event) => set({ targetScore: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field
          label={dialog.targetMargin}
          hint={dialog.targetMarginHint}
          error={mistakes?.targetMargin ? words.mistakes.targetMargin : null}
        >
          {(control) => (
            <input
              {...control}
              class="input"
              inputMode="decimal"
              value={draft.targetMargin}
              onInput={(event) => set({ targetMargin: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
