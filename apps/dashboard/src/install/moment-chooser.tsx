import type { Prompt, Site } from '@pulso/protocol/types'
import { Field } from '../controls/field.tsx'
import { toLocalized } from '../format/localized.ts'
import { toSitePath } from '../route.ts'
import { Choice } from '../site/choice.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { type Moment, WAYS, type Way } from './snippets.ts'
import { installWords } from './words.ts'

/** The prompt that is asked first at a touchpoint; undefined where nothing is asked. */
export function findPrompt({ prompts }: Pick<Site, 'prompts'>, touchpoint: string): Prompt | undefined {
  return prompts
    .filter(({ touchpoints }) => touchpoints.includes(touchpoint))
    .sort((left, right) => (right.priority ?? 0) - (left.priority ?? 0))[0]
}

type Props = { site: Site; moment: Moment; onTouchpoint: (touchpoint: string) => void; onWay: (way: Way) => void }

/** Where the page's visitor is, and whether the prompt may decide for itself. */
export function MomentChooser({ site, moment, onTouchpoint, onWay }: Props) {
  const words = useWords(installWords)
  const { language } = useSpeech()
  const prompt = findPrompt(site, moment.touchpoint)
  const question = prompt && (prompt.wording[language] ?? prompt.wording[site.defaultLocale])?.question
  return (
    <div class="install-moment">
      <Field label={words.touchpoint}>
        {(control) => (
          <select {...control} class="input" value={moment.touchpoint} onChange={(event) => onTouchpoint(event.currentTarget.value)}>
            {site.stages.map((stage) => (
              <optgroup key={stage.key} label={toLocalized(stage.name, language)}>
                {site.touchpoints
                  .filter((touchpoint) => touchpoint.stage === stage.key)
                  .map(({ key, name }) => (
                    <option key={key} value={key}>
                      {toLocalized(name, language)}
                      {findPrompt(site, key) ? '' : ` (${words.noQuestion})`}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {prompt ? (
        <>
          <Choice
            legend={words.way}
            options={WAYS.map((value) => ({ value, label: words.ways[value] }))}
            value={moment.way}
            onChoose={onWay}
          />
          <p class="install-note">
            {question && <strong>{words.asks(question)}</strong>} {words.wayNotes[moment.way]}
          </p>
        </>
      ) : (
        <p class="install-note">
          {words.asksNothing} <a href={toSitePath(site.id, { section: 'prompts' })}>{words.toPrompts}</a>
        </p>
      )}
    </div>
  )
}
