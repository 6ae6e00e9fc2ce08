import type { Prompt, PromptState, Site } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import type { Failure, ToldProblem } from '../request.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { type PromptDraft, toWhole } from './prompt-draft.ts'
import { ReachNote } from './reach-note.tsx'
import { toPromptChanges } from './to-prompt-changes.ts'
import { toOftenText, toPromptName, toWhenText, toWhereText, toWhoText } from './to-prompt-words.ts'
import type { Week } from './use-week.ts'
import { ChangeList } from './versions.tsx'
import { promptsWords } from './words.ts'
import '../controls/save-bar.css'

type Props = {
  draft: PromptDraft
  /** As the worker has it; null: not yet. */
  before: Prompt | null
  site: Site
  week: Week
  isChanged: boolean
  isSaving: boolean
  trouble: { failure: Failure; problem: ToldProblem | null } | null
  /** False when something has to be corrected first: then the form says what. */
  onCheck: () => boolean
  onSave: (state: PromptState) => Promise<boolean>
  onDiscard: () => void
}

/** Nothing is asked by accident: a draft is saved at any time, and publishing shows first what will change. */
export function PublishBar({ draft, before, site, week, isChanged, isSaving, trouble, onCheck, onSave, onDiscard }: Props) {
  const words = useWords(promptsWords)
  const [isOpen, setOpen] = useState(false)
  const { publish } = words
  const state = before === null ? 'draft' : (before.state ?? 'live')
  const isDraft = state === 'draft'
  if (!isChanged && !isDraft) return null
  const save = async (next: PromptState) => {
    if (await onSave(next)) setOpen(false)
  }
  return (
    <>
      <section class="save-bar" aria-label={isDraft ? publish.barDraft : publish.bar}>
        <p>{isDraft ? publish.barDraft : publish.bar}</p>
        {isChanged && (
          <button type="button" class="button button-quiet" disabled={isSaving} onClick={onDiscard}>
            {publish.discard}
          </button>
        )}
        {isDraft && (isChanged || before === null) && (
          <button type="button" class="button button-quiet" disabled={isSaving} onClick={() => onCheck() && void save('draft')}>
            {publish.saveDraft}
          </button>
        )}
        <button type="button" class="button" disabled={isSaving} onClick={() => onCheck() && setOpen(true)}>
          {state === 'paused' ? publish.save : publish.publish}
        </button>
      </section>
      {isOpen && (
        <Dialog
          title={isDraft ? publish.titleNew : publish.title}
          onClose={() => setOpen(false)}
          actions={
            <>
              <button type="button" class="button button-quiet" onClick={() => setOpen(false)}>
                {publish.cancel}
              </button>
              <button type="button" class="button" disabled={isSaving} onClick={() => void save(state === 'paused' ? 'paused' : 'live')}>
                {isSaving ? publish.saving : state === 'paused' ? publish.saveNow : publish.publishNow}
              </button>
            </>
          }
        >
          {isDraft ? <Facts draft={draft} site={site} /> : <Changes draft={draft} before={before} site={site} />}
          <ReachNote draft={draft} before={before} site={site} week={week} />
          {trouble && <ErrorNote failure={trouble.failure} problem={trouble.problem} />}
        </Dialog>
      )}
    </>
  )
}

function Changes({ draft, before, site }: Pick<Props, 'draft' | 'before' | 'site'>) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const changes = before === null ? [] : toPromptChanges(before, toWhole(draft, site), site, { ...speech, words })
  return changes.length === 0 ? <p>{words.publish.unchanged}</p> : <ChangeList changes={changes} />
}

/** All there is to know of a prompt before it is asked for the first time. */
function Facts({ draft, site }: Pick<Props, 'draft' | 'site'>) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const teller = { ...speech, words }
  const whole = toWhole(draft, site)
  return (
    <>
      <p class="publish-question">{toPromptName(whole, site, teller)}</p>
      <dl class="prompt-facts">
        <dt>{words.facts.where}</dt>
        <dd>{toWhereText(whole, site, teller)}</dd>
        <dt>{words.facts.when}</dt>
        <dd>{toWhenText(whole, teller)}</dd>
        <dt>{words.facts.who}</dt>
        <dd>{toWhoText(whole, teller)}</dd>
        <dt>{words.facts.often}</dt>
        <dd>{toOftenText(whole, site, teller)}</dd>
      </dl>
    </>
  )
}
