import type { PromptTriggers } from '@pulso/protocol/types'
import { useSpeech, useWords } from '../words/speech.tsx'
import { Check, CheckGroup } from './check.tsx'
import type { FormProps } from './form-props.ts'
import { ListField } from './list-field.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'
import { toWhenText, toWhoText } from './to-prompt-words.ts'
import { promptsWords } from './words.ts'

/** What each trigger begins with, once it is wanted. */
const FIRST: Required<PromptTriggers> = { scroll: 50, exit: true, click: '', dwell: 20_000, event: { name: '' }, route: [] }
const TRIGGERS = ['scroll', 'dwell', 'route', 'click', 'exit', 'event'] as const
const DEVICES = ['phone', 'tablet', 'desktop'] as const

/** What reaches the touchpoint, and how long after. */
export function WhenForm({ draft, mistakes, onChange }: FormProps) {
  const words = useWords(promptsWords)
  const { language, locale } = useSpeech()
  const { editor } = words
  const triggers = draft.triggers ?? {}
  const set = (changes: { [Name in keyof PromptTriggers]?: PromptTriggers[Name] | undefined }) =>
    onChange({ triggers: { ...triggers, ...changes } as PromptTriggers })
  const labels = editor.triggerValue
  return (
    <section class="form-part" aria-labelledby="when-title">
      <h2 id="when-title">{editor.when}</h2>
      <p class="form-sentence">{toWhenText(draft, { words, language, locale })}</p>
      <div class="form-fields">
        <fieldset class="check-group">
          <legend>{editor.triggers}</legend>
          <p class="field-hint">{editor.triggersHint}</p>
          {TRIGGERS.map((name) => (
            <div class="trigger" key={name}>
              <Check
                label={editor.trigger[name]}
                isChecked={triggers[name] !== undefined}
                onChange={(isOn) => set({ [name]: isOn ? FIRST[name] : undefined })}
              />
              {name === 'scroll' && triggers.scroll !== undefined && (
                <NumberField
                  label={labels.scroll}
                  value={triggers.scroll}
                  error={mistakes.get('triggers.scroll')}
                  onChange={(scroll) => set({ scroll: scroll ?? Number.NaN })}
                />
              )}
              {name === 'dwell' && triggers.dwell !== undefined && (
                <NumberField
                  label={labels.dwell}
                  value={triggers.dwell / 1000}
                  error={mistakes.get('triggers.dwell')}
                  onChange={(seconds) => set({ dwell: toMs(seconds) })}
                />
              )}
              {name === 'route' && triggers.route !== undefined && (
                <ListField
                  label={labels.route}
                  isByLine
                  values={triggers.route}
                  error={mistakes.get('triggers.route')}
                  onChange={(route) => set({ route })}
                />
              )}
              {name === 'click' && triggers.click !== undefined && (
                <TextField
                  label={labels.click}
                  value={triggers.click}
                  error={mistakes.get('triggers.click')}
                  onChange={(click) => set({ click })}
                />
              )}
              {name === 'event' && triggers.event !== undefined && (
                <TextField
                  label={labels.event}
                  value={triggers.event.name}
                  error={mistakes.get('triggers.event')}
                  onChange={(eventName) => set({ event: { ...triggers.event, name: eventName } })}
                />
              )}
            </div>
          ))}
        </fieldset>
        <NumberField
          label={editor.delay}
          value={draft.delayMs / 1000}
          error={mistakes.get('delayMs')}
          onChange={(seconds) => onChange({ delayMs: toMs(seconds) })}
        />
      </div>
    </section>
  )
}

const toMs = (seconds = Number.NaN) => Math.round(seconds * 1000)

/** Whom it is for. */
export function WhoForm({ draft, site, mistakes, onChange }: FormProps) {
  const words = useWords(promptsWords)
  const { language, locale } = useSpeech()
  const { editor } = words
  const rules = draft.rules ?? {}
  const set = (changes: { [Name in keyof typeof rules]?: (typeof rules)[Name] | undefined }) =>
    onChange({ rules: { ...rules, ...changes } as NonNullable<typeof draft.rules> })
  const orNone = <Value,>(values: Value[]) => (values.length > 0 ? values : undefined)
  const visits = rules.visits
  return (
    <section class="form-part" aria-labelledby="who-title">
      <h2 id="who-title">{editor.who}</h2>
      <p class="form-sentence">{toWhoText(draft, { words, language, locale })}</p>
      <div class="form-fields">
        <NumberField
          label={editor.sample}
          hint={editor.sampleHint}
          value={Math.round((rules.sample ?? 1) * 10_000) / 100}
          error={mistakes.get('rules.sample')}
          onChange={(percent) => set({ sample: percent === undefined || percent === 100 ? undefined : percent / 100 })}
        />
        <CheckGroup
          legend={editor.device}
          hint={editor.deviceHint}
          options={DEVICES.map((value) => ({ value, label: editor.deviceNames[value] }))}
          chosen={rules.device ?? []}
          onChange={(device) => set({ device: orNone(device) })}
        />
        {site.segments.length > 0 && (
          <CheckGroup
            legend={editor.segment}
            hint={editor.segmentHint}
            options={[...new Set([...site.segments, ...(rules.segment ?? [])])].map((value) => ({ value, label: value }))}
            chosen={rules.segment ?? []}
            onChange={(segment) => set({ segment: orNone(segment) })}
          />
        )}
        <ListField
          label={editor.url}
          hint={editor.urlHint}
          isByLine
          values={rules.url}
          error={mistakes.get('rules.url')}
          onChange={(url) => set({ url: orNone(url) })}
        />
        <ListField
          label={editor.language}
          hint={editor.languageHint}
          values={rules.language}
          error={mistakes.get('rules.language')}
          onChange={(languages) => set({ language: orNone(languages) })}
        />
        <div class="form-pair">
          <NumberField
            label={editor.visitsFrom}
            value={visits?.from}
            error={mistakes.get('rules.visits')}
            onChange={(from) =>
              set({ visits: from === undefined && visits?.to === undefined ? undefined : { ...visits, from: from ?? 1 } })
            }
          />
          <NumberField
            label={editor.visitsTo}
            value={visits?.to}
            onChange={(to) => {
              const { to: _, ...begun } = visits ?? { from: 1 }
              set({ visits: to === undefined ? (begun.from === 1 ? undefined : begun) : { ...begun, to } })
            }}
          />
          <NumberField label={editor.grace} value={rules.grace} error={mistakes.get('rules.grace')} onChange={(grace) => set({ grace })} />
        </div>
      </div>
    </section>
  )
}
