import type { Site } from '@pulso/protocol/types'
import { useMemo, useState } from 'preact/hooks'
import { Tabs } from '../controls/tabs.tsx'
import { toLanguageName } from '../format/localized.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { Check } from './check.tsx'
import type { FormProps } from './form-props.ts'
import { OptionsForm } from './options-form.tsx'
import { type PromptDraft, toWhole } from './prompt-draft.ts'
import { TextField } from './text-field.tsx'
import { toBandName, toBands } from './to-prompt-changes.ts'
import { promptsWords } from './words.ts'

type Texts = PromptDraft['wording'][string]

/** The languages that a prompt speaks: the site's, and those it is written in. */
export function toLanguages(
  { wording }: Pick<PromptDraft, 'wording'>,
  { locales, defaultLocale }: Pick<Site, 'locales' | 'defaultLocale'>,
): string[] {
  return [...new Set([defaultLocale, ...locales, ...Object.keys(wording)])]
}

type Props = FormProps & {
  /** Options that were asked already, by key: they stay where they are. */
  published: ReadonlySet<string>
  language: string
  onLanguage: (language: string) => void
}

/** What the prompt says, a language at a time; what is not written is what Pulso would say, shown in its place. */
export function WordingForm({ draft, site, mistakes, onChange, published, language, onLanguage }: Props) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const { editor } = words
  const languages = toLanguages(draft, site)
  const chosen = languages.includes(language) ? language : (languages[0] ?? 'en')
  const texts: Texts = draft.wording[chosen] ?? {}
  const usual = useMemo(() => {
    const { [chosen]: _, ...others } = draft.wording
    return toWhole({ ...draft, wording: others }, { ...site, locales: [...site.locales, chosen] }).wording[chosen]
  }, [draft, site, chosen])
  const write = (changes: { [Name in keyof Texts]?: Texts[Name] | undefined }) =>
    onChange({ wording: { ...draft.wording, [chosen]: { ...texts, ...changes } as Texts } })
  const at = (path: string) => mistakes.get(`wording.${chosen}.${path}`)
  const hasEnds = draft.kind !== 'choice' && draft.kind !== 'text'

  return (
    <section class="form-part" aria-labelledby="wording-title">
      <h2 id="wording-title">{editor.wording}</h2>
      <Tabs
        label={editor.languages}
        tabs={languages.map((key) => ({ key, label: toLanguageName(key, speech.language) }))}
        chosen={chosen}
        onChoose={onLanguage}
      >
        <div class="form-fields">
          <TextField
            label={editor.question}
            hint={editor.questionHint}
            isLong
            lang={chosen}
            value={texts.question}
            placeholder={usual?.question}
            error={at('question')}
            onChange={(question) => write({ question: question || undefined })}
          />
          {draft.kind === 'choice' && (
            <OptionsForm
              draft={draft}
              mistakes={mistakes}
              language={chosen}
              published={published}
              onChange={onChange}
              onName={(key, name) => write({ options: { ...texts.options, [key]: name } })}
              onOther={(other) => write({ other: other || undefined })}
              usualOther={usual?.other}
            />
          )}
          {hasEnds && (
            <div class="form-pair">
              {(['low', 'high'] as const).map((end) => (
                <TextField
                  key={end}
                  label={editor[end]}
                  lang={chosen}
                  value={texts[end]}
                  placeholder={usual?.[end]}
                  error={at(end)}
                  onChange={(text) => write({ [end]: text || undefined })}
                />
              ))}
            </div>
          )}
          {toBands(draft).length > 0 && (
            <fieldset class="form-bands">
              <legend>{editor.followUps}</legend>
              {toBands(draft).map((band) => (
                <FollowUp
                  key={`${chosen} ${band}`}
                  name={toBandName(draft, band, { words })}
                  language={chosen}
                  text={texts.followUp?.[band]}
                  usual={usual?.followUp[band] ?? ''}
                  error={at(`followUp.${band}`)}
                  onChange={(text) => write({ followUp: { ...texts.followUp, [band]: text } as Texts['followUp'] })}
                />
              ))}
            </fieldset>
          )}
          <TextField
            label={editor.second}
            hint={editor.secondHint}
            lang={chosen}
            value={texts.second ?? usual?.second}
            error={at('second')}
            onChange={(second) => write({ second: second === usual?.second ? undefined : second })}
          />
          <TextField
            label={editor.thanks}
            lang={chosen}
            value={texts.thanks}
            placeholder={usual?.thanks}
            error={at('thanks')}
            onChange={(thanks) => write({ thanks: thanks || undefined })}
          />
        </div>
      </Tabs>
    </section>
  )
}

type FollowUpProps = {
  name: string
  language: string
  /** Undefined: what is usual. Empty: nothing is asked. */
  text: string | undefined
  usual: string
  error: string | undefined
  onChange: (text: string | undefined) => void
}

/** What is asked after an answer: the team's own words, the usual ones, or nothing. */
function FollowUp({ name, language, text, usual, error, onChange }: FollowUpProps) {
  const { editor } = useWords(promptsWords)
  const isAsked = (text ?? usual) !== ''
  const [before, setBefore] = useState(text)
  return (
    <div class="follow-up">
      <TextField
        label={name}
        lang={language}
        isLong
        value={text}
        placeholder={isAsked ? usual : '—'}
        error={error}
        onChange={(next) => onChange(next || undefined)}
      />
      <Check
        label={
          <>
            {editor.asks}
            <span class="for-the-ear">: {name}</span>
          </>
        }
        isChecked={isAsked}
        onChange={(isOn) => {
          if (!isOn) setBefore(text)
          onChange(isOn ? before || (usual === '' ? name : undefined) : '')
        }}
      />
    </div>
  )
}
