import { LIMITS } from '@pulso/protocol/constants'
import { useState } from 'preact/hooks'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { DraftForm } from '../draft-form.tsx'
import { findSaid } from '../field-problems.ts'
import { isAdmin, mayWrite } from '../may-write.ts'
import { isWholeWithin, NumberField } from '../number-field.tsx'
import type { SettingsSectionProps } from '../sections.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { useDraft } from '../use-draft.ts'
import { findOriginFault } from './find-origin-fault.ts'
import { OriginsGroup } from './origins-group.tsx'
import { RespondentKeys } from './respondent-keys.tsx'
import { RetentionDialog, toCutoffText } from './retention-dialog.tsx'
import { answersWords } from './words.ts'

const KEYS = ['origins', 'nullOrigin', 'consent', 'budget', 'respondents', 'networkAnswersPerHour', 'retentionDays'] as const
const CONSENTS = ['not-required', 'required', 'pending'] as const
const RESPONDENTS = ['any', 'verified'] as const
const USUAL = { budget: { showings: 1, days: 7 }, retentionDays: 365 }

/** Whose answers are taken, how often people are asked, and how long what they said is kept. */
export function AnswersSection({ current, definition, router, session }: SettingsSectionProps) {
  const words = useWords(answersWords)
  const { locale } = useSpeech()
  const draft = useDraft(definition, current, KEYS)
  const [agree, setAgree] = useState<(() => void) | null>(null)
  const { origins, nullOrigin, consent, budget, respondents, networkAnswersPerHour, retentionDays } = draft.value

  const isBudgetFine = !budget || (isWholeWithin(budget.showings, 1, 20) && isWholeWithin(budget.days, 0, 3650))
  const isNetworkFine = isWholeWithin(networkAnswersPerHour, 0, 100_000)
  const isRetentionFine = retentionDays === undefined || isWholeWithin(retentionDays, LIMITS.retentionDaysLeast, LIMITS.retentionDaysMost)
  const areOriginsFine = origins.every((origin, place) => findOriginFault(origin, origins.slice(0, place)) === null)
  /** Answers that are kept by what is saved now would not be by the draft. */
  const deletesMore = retentionDays !== undefined && retentionDays < (current.retentionDays ?? Number.POSITIVE_INFINITY)
  return (
    <DraftForm
      draft={draft}
      router={router}
      mayWrite={mayWrite(session)}
      names={words.fields}
      shownPlaces={['origins']}
      isFaulty={!(isBudgetFine && isNetworkFine && isRetentionFine && areOriginsFine)}
      onBeforeSave={(goOn) => (deletesMore ? setAgree(() => goOn) : goOn())}
    >
      <OriginsGroup
        origins={origins}
        mayHaveNone={nullOrigin === true}
        said={areOriginsFine ? findSaid(draft.failure?.problem, 'origins') : null}
        onChange={(next) => draft.change({ origins: next })}
        onNone={(mayHaveNone) => draft.change({ nullOrigin: mayHaveNone ? true : undefined })}
      />
      <SettingsGroup title={words.consent.title}>
        <fieldset class="settings-choices">
          <legend class="for-the-ear">{words.consent.title}</legend>
          {CONSENTS.map((offered) => (
            <label key={offered} class="check">
              <input type="radio" name="consent" checked={consent === offered} onChange={() => draft.change({ consent: offered })} />
              <span>{words.consent.options[offered].name}</span>
              <small>{words.consent.options[offered].hint}</small>
            </label>
          ))}
        </fieldset>
      </SettingsGroup>
      <SettingsGroup title={words.budget.title} text={words.budget.text}>
        <label class="check">
          <input
            type="checkbox"
            checked={budget !== undefined}
            onChange={(event) => draft.change({ budget: event.currentTarget.checked ? (current.budget ?? USUAL.budget) : undefined })}
          />
          <span>{words.budget.on}</span>
          {budget && isBudgetFine && <small>{words.budget.inWords(budget.showings, budget.days)}</small>}
        </label>
        {budget && (
          <div class="settings-actions settings-top">
            <NumberField
              label={words.budget.showings}
              min={1}
              max={20}
              value={budget.showings}
              error={isWholeWithin(budget.showings, 1, 20) ? null : words.budget.fault}
              onChange={(showings) => draft.change({ budget: { ...budget, showings } })}
            />
            <NumberField
              label={words.budget.days}
              min={0}
              max={3650}
              value={budget.days}
              error={isWholeWithin(budget.days, 0, 3650) ? null : words.budget.fault}
              onChange={(days) => draft.change({ budget: { ...budget, days } })}
            />
          </div>
        )}
      </SettingsGroup>
      <SettingsGroup title={words.respondents.title} text={`${words.respondents.text} ${words.respondents.waves}`}>
        <fieldset class="settings-choices">
          <legend class="for-the-ear">{words.respondents.title}</legend>
          {RESPONDENTS.map((offered) => (
            <label key={offered} class="check">
              <input
                type="radio"
                name="respondents"
                checked={respondents === offered}
                onChange={() => draft.change({ respondents: offered })}
              />
              <span>{words.respondents.options[offered].name}</span>
              <small>{words.respondents.options[offered].hint}</small>
            </label>
          ))}
        </fieldset>
        {isAdmin(session) && <RespondentKeys site={current.id} timeZone={current.timeZone} />}
      </SettingsGroup>
      <SettingsGroup title={words.stuffing.title} text={words.stuffing.text}>
        <NumberField
          label={words.stuffing.label}
          hint={words.stuffing.hint}
          min={0}
          max={100_000}
          value={networkAnswersPerHour}
          error={isNetworkFine ? null : words.stuffing.fault}
          onChange={(next) => draft.change({ networkAnswersPerHour: next })}
        />
      </SettingsGroup>
      <SettingsGroup title={words.retention.title} text={words.retention.text}>
        <label class="check">
          <input
            type="checkbox"
            checked={retentionDays !== undefined}
            onChange={(event) =>
              draft.change({ retentionDays: event.currentTarget.checked ? (current.retentionDays ?? USUAL.retentionDays) : undefined })
            }
          />
          <span>{words.retention.on}</span>
        </label>
        {retentionDays !== undefined && (
          <NumberField
            label={words.retention.days}
            hint={isRetentionFine ? words.retention.cutoff(toCutoffText(retentionDays, locale, current.timeZone)) : undefined}
            min={LIMITS.retentionDaysLeast}
            max={LIMITS.retentionDaysMost}
            value={retentionDays}
            error={isRetentionFine ? null : words.retention.fault}
            onChange={(next) => draft.change({ retentionDays: next })}
          />
        )}
      </SettingsGroup>
      {agree && retentionDays !== undefined && (
        <RetentionDialog
          site={current.id}
          timeZone={current.timeZone}
          days={retentionDays}
          onConfirm={agree}
          onClose={() => setAgree(null)}
        />
      )}
    </DraftForm>
  )
}
