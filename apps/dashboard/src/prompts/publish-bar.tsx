import type { Prompt, PromptState, Site } from '@pulso/protocol/types'
import { useEffect, useRef, useState } from 'preact/hooks'
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
  /** What the draft was begun from, when others have made something else of the prompt since; null when they have not. */
  conflict: { version: number; draft: PromptDraft | null } | null
  /** Reads what is live now. 'wrong' when something has to be corrected first: then the form says what. */
  onPrepare: () => Promise<'wrong' | 'conflict' | 'fine'>
  onSave: (state: PromptState) => Promise<boolean>
  onDiscard: () => void
}

/** Nothing is asked by accident: a draft is saved at any time, and publishing shows first what will change. */
export function PublishBar({ draft, before, site, week, isChanged, isSaving, trouble, conflict, onPrepare, onSave, onDiscard }: Props) {
  const words = useWords(promptsWords)
  /** As what it will be saved by the dialog that is open. */
  const [opened, setOpened] = useState<PromptState | null>(null)
  const isPreparing = useRef(false)
  const { publish } = words
  const state = before === null ? 'draft' : (before.state ?? 'live')
  const isDraft = state === 'draft'
  const isNothing = !isChanged && !isDraft
  // When others turn out to have published the very same there is nothing left to decide.
  useEffect(() => {
    if (isNothing) setOpened(null)
  }, [isNothing, opened])
  if (isNothing) return null
  const asking = state === 'paused' ? 'paused' : 'live'
  const prepare = async (next: PromptState) => {
    if (isPreparing.current) return
    isPreparing.current = true
    const found = await onPrepare()
    // A draft is saved without asking, unless somebody else's would be lost by it, or it fails: then the dialog says why.
    const isDone = found === 'wrong' || (next === 'draft' && found === 'fine' && (await onSave(next)))
    isPreparing.current = false
    if (!isDone) setOpened(next)
  }
  const save = async (next: PromptState) => {
    if (await onSave(next)) setOpened(null)
  }
  const takeTheirs = () => {
    setOpened(null)
    onDiscard()
  }
  // Somebody else may have published, paused or resumed it while the dialog was open.
  const target = opened === 'draft' && isDraft ? 'draft' : asking
  const doIt = (next: PromptState) => {
    if (isSaving) return publish.saving
    if (next === 'live') return conflict ? publish.conflict.publishMine : publish.publishNow
    return conflict ? publish.conflict.saveMine : next === 'draft' ? publish.saveDraft : publish.saveNow
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
          <button type="button" class="button button-quiet" disabled={isSaving} onClick={() => void prepare('draft')}>
            {publish.saveDraft}
          </button>
        )}
        <button type="button" class="button" disabled={isSaving} onClick={() => void prepare(asking)}>
          {state === 'paused' ? publish.save : publish.publish}
        </button>
      </section>
      {opened !== null && (
        <Dialog
          title={isDraft ? publish.titleNew : publish.title}
          onClose={() => setOpened(null)}
          actions={
            <>
              <button type="button" class="button button-quiet" onClick={() => setOpened(null)}>
                {publish.cancel}
              </button>
              {conflict && (
                <button type="button" class="button button-quiet" disabled={isSaving} onClick={takeTheirs}>
                  {publish.conflict.takeTheirs}
                </button>
              )}
              <button type="button" class="button" disabled={isSaving} onClick={() => void save(target)}>
                {doIt(target)}
              </button>
            </>
          }
        >
          {conflict && before && <Conflict base={conflict} live={before} site={site} />}
          {isDraft && !conflict ? <Facts draft={draft} site={site} /> : <Changes draft={draft} before={before} site={site} />}
          <ReachNote draft={draft} before={before} site={site} week={week} />
          {trouble && <ErrorNote failure={trouble.failure} problem={trouble.problem} />}
        </Dialog>
      )}
    </>
  )
}

/** That somebody else has published meanwhile, and what. */
function Conflict({ base, live, site }: { base: { version: number; draft: PromptDraft | null }; live: Prompt; site: Site }) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const { conflict } = words.publish
  const changes = base.draft === null ? null : toPromptChanges(toWhole(base.draft, site), live, site, { ...speech, words })
  return (
    <div class="error-note publish-conflict" role="alert">
      <p>
        <strong>{conflict.title}</strong>
      </p>
      {live.version > base.version && <p>{conflict.versions(base.version, live.version)}</p>}
      {changes !== null && changes.length > 0 && (
        <>
          <p>{conflict.theirs}</p>
          <ChangeList changes={changes} />
        </>
      )}
      <p>{conflict.mine}</p>
    </div>
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
