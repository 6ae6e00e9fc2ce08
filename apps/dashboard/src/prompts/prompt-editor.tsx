import type { Prompt, PromptState, Site } from '@pulso/protocol/types'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ErrorNote } from '../controls/error-note.tsx'
import { useToasts } from '../controls/toasts.tsx'
import type { Failure, ToldProblem } from '../request.ts'
import { toSitePath } from '../route.ts'
import type { PageProps } from '../site/page-props.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { withPrompt } from './change-prompts.ts'
import { EditorHead } from './editor-head.tsx'
import { findMistakes, toFieldMistakes } from './find-mistakes.ts'
import type { DraftChange } from './form-props.ts'
import { FrequencyForm, MoreForm } from './frequency-form.tsx'
import { keepDraft, recallDraft } from './kept-drafts.ts'
import { WhenForm, WhoForm } from './occasion-form.tsx'
import { KindForm, PlaceForm } from './place-form.tsx'
import { Preview } from './preview.tsx'
import { isSameDraft, type PromptDraft, toDraft, toFreeId, toWhole } from './prompt-draft.ts'
import { PublishBar } from './publish-bar.tsx'
import { ReachNote } from './reach-note.tsx'
import type { Week } from './use-week.ts'
import { WordingForm } from './wording-form.tsx'
import { promptsWords } from './words.ts'
import './editor.css'

type Props = PageProps & {
  current: Site
  week: Week
  /** As the worker has it; null: not yet. */
  prompt: Prompt | null
  /** What the form holds before anybody has changed anything. */
  begun: PromptDraft
  /** Under which name changes wait in this browser. */
  keptAs: string
}

type Base = { version: number; draft: PromptDraft | null }
type Trouble = { failure: Failure; problem: ToldProblem | null }

/** One prompt: what it says, where, when, to whom and how often, beside how it looks while one writes it. */
export function PromptEditor({ site, current, week, prompt, begun, keptAs, definition, session, router }: Props) {
  const words = useWords(promptsWords)
  const { language: reader } = useSpeech()
  const toasts = useToasts()
  const recalled = useMemo(() => recallDraft(site, keptAs), [site, keptAs])
  const [draft, setDraft] = useState<PromptDraft>(recalled?.draft ?? begun)
  /** What the draft was begun from: what others have made of the prompt since is told apart from it. */
  const [base, setBase] = useState<Base>(
    recalled ? { version: recalled.version, draft: recalled.begun ?? null } : { version: prompt?.version ?? 0, draft: begun },
  )
  const [isRecalled, setRecalled] = useState(recalled !== null)
  const [language, setLanguage] = useState<string>(current.locales.includes(reader) ? reader : current.defaultLocale)
  const [isSaving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const state = session.state.value
  const mayWrite = state.is === 'signed-in' && state.mayWrite

  const isChanged = !isSameDraft(draft, begun)
  const isOvertakenBy = (live: Prompt, newest: Site) =>
    base.draft === null ? live.version > base.version : !isSameDraft(base.draft, toDraft(live, newest))
  const isConflict = prompt !== null && isChanged && isOvertakenBy(prompt, current)
  const isFixed = prompt !== null && prompt.state !== 'draft'
  const mistakes = useMemo(() => {
    const found = findMistakes(draft, current, prompt === null, words)
    // The worker's own complaint comes last: what it says may stand beside its field, too.
    return new Map([...toFieldMistakes(trouble?.problem?.detail ?? ''), ...found])
  }, [draft, current, prompt, words, trouble])
  const published = useMemo(() => new Set(isFixed ? (prompt?.options ?? []).map(({ key }) => key) : []), [isFixed, prompt])

  const newest = useRef(draft)
  newest.current = draft
  const before = useRef(begun)
  useEffect(() => {
    // Where nothing was typed, what somebody else has published meanwhile is what there is to work on.
    const hasMoved = !isSameDraft(before.current, begun)
    // So it is where both have written the same.
    if (hasMoved && (isSameDraft(draft, before.current) || isSameDraft(draft, begun))) {
      setDraft(begun)
      setBase({ version: prompt?.version ?? 0, draft: begun })
    }
    if (hasMoved) before.current = begun
  }, [begun, draft, prompt])

  const change = (changes: DraftChange) => {
    const next = { ...draft, ...changes } as PromptDraft
    setDraft(next)
    setTrouble(null)
    keepDraft(
      site,
      keptAs,
      isSameDraft(next, begun) ? null : { draft: next, version: base.version, ...(base.draft && { begun: base.draft }) },
    )
  }
  const discard = () => {
    keepDraft(site, keptAs, null)
    setDraft(begun)
    setBase({ version: prompt?.version ?? 0, draft: begun })
    setRecalled(false)
    setTrouble(null)
    if (prompt === null) {
      router.mayLeave.value = null
      router.go(toSitePath(site, { section: 'prompts', item: 'new' }))
    }
  }

  useEffect(() => {
    if (!isChanged) return
    router.mayLeave.value = () => confirm(words.editor.leave)
    return () => {
      router.mayLeave.value = null
    }
  }, [router, isChanged, words])

  const check = () => {
    if (mistakes.size === 0) return true
    toasts.say({ text: words.mistakes.sum(mistakes.size), tone: 'failed' })
    const path = [...mistakes.keys()].find((one) => one.startsWith('wording.'))
    if (path) setLanguage(path.split('.')[1] ?? language)
    // Once the language of the mistake is on the screen.
    requestAnimationFrame(() => {
      const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[data-invalid]')
      const hidden = wrong?.closest('details')
      if (hidden) hidden.open = true
      wrong?.focus()
    })
    return false
  }

  /** What others have published is read first: nobody decides about a version that is not the newest. */
  const prepare = async (): Promise<'wrong' | 'conflict' | 'fine'> => {
    if (!check()) return 'wrong'
    setTrouble(null)
    if (prompt === null) return 'fine'
    const read = await definition.read()
    if (!read.ok) setTrouble(read)
    const live = read.ok ? read.value.prompts.find(({ id }) => id === prompt.id) : undefined
    return read.ok && live && isOvertakenBy(live, read.value) ? 'conflict' : 'fine'
  }

  const save = async (next: PromptState) => {
    setSaving(true)
    setTrouble(null)
    const { state: _, ...asked } = draft
    let { id } = draft
    const withDraft = (current: Site) => {
      // Somebody else may have taken the key of what was not there yet: theirs must not be written over.
      if (prompt === null) id = toFreeId(draft.id, current)
      else {
        // Written over is only what was on the screen: what came since is shown first.
        const live = current.prompts.find((one) => one.id === id)
        if (!live || live.state !== prompt.state || !isSameDraft(toDraft(live, current), begun)) throw new Overtaken()
      }
      return withPrompt(current, { ...toWhole({ ...asked, id } as PromptDraft, current), ...(next !== 'live' && { state: next }) })
    }
    let outcome: Awaited<ReturnType<typeof definition.save>>
    try {
      outcome = await definition.save(withDraft)
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      return false
    } finally {
      setSaving(false)
    }
    if (!outcome.ok) {
      setTrouble(outcome)
      return false
    }
    const saved = outcome.value.prompts.find((one) => one.id === id)
    keepDraft(site, keptAs, null)
    setTrouble(null)
    setRecalled(false)
    if (saved) {
      const begins = toDraft(saved, outcome.value)
      // What was typed while it was being saved is the next change.
      if (isSameDraft(newest.current, draft)) setDraft(begins)
      else keepDraft(site, id, { draft: { ...newest.current, id }, version: saved.version, begun: begins })
      setBase({ version: saved.version, draft: begins })
    }
    toasts.say({
      text: next === 'draft' ? words.told.savedDraft : next === 'paused' ? words.told.saved : words.told.published(saved?.version ?? 1),
    })
    if (prompt === null) {
      router.mayLeave.value = null
      router.go(toSitePath(site, { section: 'prompts', item: id }), { replace: true })
    }
    return true
  }

  const restore = (was: Prompt) => {
    const { state: _, ...rest } = toDraft(was, current)
    change({ ...emptied(draft), ...rest, state: draft.state, version: draft.version })
    toasts.say({ text: words.versions.restored(was.version) })
  }

  const props = { draft, site: current, mistakes, onChange: change }
  return (
    <div class="page prompt-editor">
      <EditorHead
        site={current}
        prompt={prompt}
        draft={draft}
        definition={definition}
        router={router}
        mayWrite={mayWrite}
        onRestore={mayWrite ? restore : null}
      />
      {isRecalled && isChanged && <p class="editor-note">{words.editor.restoredDraft}</p>}
      {isConflict && <p class="editor-note">{words.editor.meanwhile}</p>}
      {trouble && <ErrorNote failure={trouble.failure} problem={trouble.problem} />}
      <div class="editor-columns">
        <form ref={form} class="editor-form" aria-label={words.editor.form} autocomplete="off" onSubmit={(event) => event.preventDefault()}>
          <fieldset disabled={!mayWrite}>
            <KindForm {...props} isFixed={isFixed} isNew={prompt === null} />
            <WordingForm {...props} published={published} language={language} onLanguage={setLanguage} />
            <PlaceForm {...props} />
            <WhenForm {...props} />
            <WhoForm {...props} />
            <FrequencyForm {...props} />
            <MoreForm {...props} />
          </fieldset>
        </form>
        <aside class="editor-side" aria-label={words.preview.title}>
          <Preview draft={draft} site={current} language={language} onLanguage={setLanguage} />
          <ReachNote draft={draft} before={prompt} site={current} week={week} />
        </aside>
      </div>
      {mayWrite && (
        <PublishBar
          draft={draft}
          before={prompt}
          site={current}
          week={week}
          isChanged={isChanged}
          isSaving={isSaving}
          trouble={trouble}
          conflict={isConflict ? base : null}
          onPrepare={prepare}
          onSave={save}
          onDiscard={discard}
        />
      )}
    </div>
  )
}

/** Thrown while a save is prepared: the prompt is not any more what was on the screen. */
class Overtaken extends Error {}

/** Every member that an older version may not have had, taken away. */
function emptied(draft: PromptDraft): DraftChange {
  return Object.fromEntries(Object.keys(draft).map((member) => [member, undefined]))
}
