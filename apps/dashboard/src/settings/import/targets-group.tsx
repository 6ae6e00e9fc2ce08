import type { Prompt, Site } from '@pulso/protocol/types'
import { Field } from '../../controls/field.tsx'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { SettingsGroup } from '../settings-group.tsx'
import type { RowGroup } from './look-over.ts'
import { toSurveyType } from './survey-type.ts'
import { type Choice, isPerhapsFiveSteps, SKIP, toOffers, toScaleText } from './targets.ts'
import { importWords } from './words.ts'

type Props = {
  groups: readonly RowGroup[]
  site: Site
  choices: ReadonlyMap<string, Choice>
  onChoose: (type: string, choice: Choice) => void
}

/** For each type of survey in the file the prompt and the touchpoint that its answers become. */
export function TargetsGroup({ groups, site, choices, onChoose }: Props) {
  const { targets: words } = useWords(importWords)
  return (
    <SettingsGroup title={words.title} text={words.text}>
      {groups.map((group) => {
        const choice = choices.get(group.type)
        return choice && <TargetOfGroup key={group.type} group={group} site={site} choice={choice} onChoose={onChoose} />
      })}
    </SettingsGroup>
  )
}

type OneProps = { group: RowGroup; site: Site; choice: Choice; onChoose: Props['onChoose'] }

function TargetOfGroup({ group, site, choice, onChoose }: OneProps) {
  const { targets: words } = useWords(importWords)
  const { words: shell, language, locale } = useSpeech()
  const { type, rows, scores } = group
  const offers = toOffers(group, site)
  const chosen = offers.find(({ value }) => value === choice.offer)
  const count = new Intl.NumberFormat(locale).format(rows)
  const title = type === '' ? words.allRows(count) : words.rows(type, count)
  const toName = ({ id, kind, scaleMax }: Pick<Prompt, 'id' | 'kind' | 'scaleMax'>) =>
    `${id} (${shell.kinds[kind].name}, ${toScaleText({ kind, scaleMax })})`
  return (
    <fieldset class="settings-import-target">
      <legend>{title}</legend>
      <p class="field-hint">{scores === null ? words.noScores : words.scores(String(scores.lowest), String(scores.highest))}</p>
      <div class="settings-pair">
        <Field
          label={words.prompt}
          hint={
            chosen?.isNew
              ? words.freshHint
              : isPerhapsFiveSteps(group)
                ? words.effort
                : toSurveyType(type, scores) === null && scores !== null
                  ? words.none
                  : undefined
          }
        >
          {(control) => (
            <select
              class="input"
              {...control}
              value={choice.offer}
              onChange={(event) => onChoose(type, { ...choice, offer: event.currentTarget.value })}
            >
              {offers.map(({ value, prompt, isNew }) => (
                <option key={value} value={value}>
                  {isNew ? words.fresh(shell.kinds[prompt.kind].name, toScaleText(prompt)) : toName(prompt)}
                </option>
              ))}
              <option value={SKIP}>{words.skip}</option>
            </select>
          )}
        </Field>
        {chosen && (
          <Field label={words.touchpoint}>
            {(control) => (
              <select
                class="input"
                {...control}
                value={choice.touchpoint}
                onChange={(event) => onChoose(type, { ...choice, touchpoint: event.currentTarget.value })}
              >
                {site.stages.map((stage) => (
                  <optgroup key={stage.key} label={toLocalized(stage.name, language)}>
                    {site.touchpoints
                      .filter((touchpoint) => touchpoint.stage === stage.key)
                      .map(({ key, name }) => (
                        <option key={key} value={key}>
                          {toLocalized(name, language)}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
    </fieldset>
  )
}
