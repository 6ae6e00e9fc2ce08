import { KINDS } from '@pulso/protocol/constants'
import type { Site } from '@pulso/protocol/types'
import { useEffect, useMemo } from 'preact/hooks'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { toSitePath } from '../route.ts'
import { PageHead } from '../site/page-head.tsx'
import type { PageProps } from '../site/page-props.ts'
import { useWords } from '../words/speech.tsx'
import { Gallery } from './gallery.tsx'
import { NEW } from './kept-drafts.ts'
import { createDraft, toDraft, toFreeId } from './prompt-draft.ts'
import { PromptEditor } from './prompt-editor.tsx'
import { PromptList } from './prompt-list.tsx'
import { toReadyDraft } from './ready-prompt.ts'
import { READY_PROMPTS } from './ready-prompts.ts'
import { useWeek } from './use-week.ts'
import { promptsWords } from './words.ts'
import './prompts.css'

/** What is asked: all of it, a gallery to begin from, and one prompt to work on. */
export function PromptsPage(props: PageProps) {
  const words = useWords(promptsWords)
  const { site, item, definition, query } = props
  useEffect(() => {
    const read = () => void definition.read()
    read()
    // Whoever comes back from another window sees what has been published there or by others meanwhile.
    addEventListener('focus', read)
    return () => removeEventListener('focus', read)
  }, [definition])
  const week = useWeek(site)
  const current = definition.site.value
  const failure = definition.failure.value
  if (current === null) {
    if (failure !== null) {
      return (
        <div class="page prompts-instead">
          <PageHead title={words.title} />
          <ErrorNote failure={failure} onTryAgain={() => void definition.read()} />
        </div>
      )
    }
    return (
      <div class="page prompts-waiting" aria-busy="true">
        <p role="status" class="for-the-ear">
          {words.loading}
        </p>
        <i />
        <i />
        <i />
      </div>
    )
  }
  if (item === null) return <PromptList {...props} current={current} week={week} />
  if (item === 'new') return <NewPrompt {...props} current={current} week={week} ready={query.get('ready')} />
  const prompt = current.prompts.find(({ id }) => id === item)
  if (!prompt) {
    return (
      <div class="page prompts-instead">
        <PageHead title={words.title} />
        <EmptyState title={words.noSuch.title} text={words.noSuch.text}>
          <a class="button" href={toSitePath(site, { section: 'prompts' })}>
            {words.noSuch.back}
          </a>
        </EmptyState>
      </div>
    )
  }
  return <PromptEditor key={item} {...props} current={current} week={week} prompt={prompt} begun={toDraft(prompt, current)} keptAs={item} />
}

type NewProps = PageProps & { current: Site; week: ReturnType<typeof useWeek>; ready: string | null }

/** A prompt that is none yet: chosen in the gallery, and by what the address says it began with. */
function NewPrompt({ ready, ...props }: NewProps) {
  const { current } = props
  // While somebody works on it, others may take the key that it was given: what it began with stays.
  const begun = useMemo(() => {
    const found = READY_PROMPTS.find(({ key }) => key === ready)
    if (found) return toReadyDraft(found, current)
    const kind = KINDS.find((known) => known === ready?.replace('blank-', ''))
    return kind ? createDraft(kind, toFreeId(kind, current)) : null
  }, [ready, current.id])
  if (begun === null) return <Gallery site={current} />
  return <PromptEditor key={ready} {...props} prompt={null} begun={begun} keptAs={`${NEW}${ready}`} />
}
