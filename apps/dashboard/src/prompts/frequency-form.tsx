import type { PromptDefinition } from '@pulso/protocol/types'
import { useSpeech, useWords } from '../words/speech.tsx'
import type { FormProps } from './form-props.ts'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'
import { toBandName, toBands } from './to-prompt-changes.ts'
import { toOftenText } from './to-prompt-words.ts'
import { promptsWords } from './words.ts'

/** How often the same person may be asked, with what that means in words. */
export function FrequencyForm({ draft, site, mistakes, onChange }: FormProps) {
  const words = useWords(promptsWords)
  const { language, locale } = useSpeech()
  const { editor } = words
  return (
    <section class="form-part" aria-labelledby="often-title">
      <h2 id="often-title">{editor.often}</h2>
      <p class="form-sentence">{toOftenText(draft, site, { words, language, locale })}</p>
      <div class="form-pair">
        {(['afterAnswered', 'afterDismissed', 'afterShown'] as const).map((name) => (
          <NumberField
            key={name}
            label={editor[name]}
            value={draft.frequency[name]}
            error={mistakes.get(`frequency.${name}`)}
            onChange={(days) => onChange({ frequency: { ...draft.frequency, [name]: days ?? Number.NaN } })}
          />
        ))}
        <NumberField
          label={editor.repeat}
          hint={editor.repeatHint}
          value={draft.repeat}
          error={mistakes.get('repeat')}
          onChange={(repeat) => onChange({ repeat })}
        />
        <NumberField
          label={editor.quota}
          hint={editor.repeatHint}
          value={draft.quota}
          error={mistakes.get('quota')}
          onChange={(quota) => onChange({ quota })}
        />
      </div>
    </section>
  )
}

/** What few need. */
export function MoreForm({ draft, mistakes, onChange }: FormProps) {
  const words = useWords(promptsWords)
  const { editor } = words
  const bands: readonly ('low' | 'mid' | 'high')[] = toBands(draft).length > 0 ? toBands(draft) : ['mid']
  return (
    <details class="form-part form-more">
      <summary>{editor.more}</summary>
      <div class="form-fields">
        <div class="form-pair">
          <NumberField
            label={editor.priority}
            hint={editor.priorityHint}
            value={draft.priority ?? 0}
            error={mistakes.get('priority')}
            onChange={(priority) => onChange({ priority: priority === 0 ? undefined : priority })}
          />
          <TextField
            label={editor.group}
            hint={editor.groupHint}
            value={draft.group}
            error={mistakes.get('group')}
            onChange={(group) => onChange({ group: group || undefined })}
          />
          <TextField
            label={editor.cancel}
            value={draft.cancel}
            error={mistakes.get('cancel')}
            onChange={(cancel) => onChange({ cancel: cancel || undefined })}
          />
        </div>
        <fieldset class="form-bands">
          <legend>{editor.links}</legend>
          <p class="field-hint">{editor.linkHint}</p>
          {bands.map((band) => (
            <TextField
              key={band}
              label={toBandName(draft, band, { words })}
              value={draft.links?.[band]}
              placeholder="https://"
              error={mistakes.get(`links.${band}`)}
              onChange={(link) =>
                onChange({ links: { ...draft.links, [band]: link || undefined } as NonNullable<PromptDefinition['links']> })
              }
            />
          ))}
        </fieldset>
      </div>
    </details>
  )
}
