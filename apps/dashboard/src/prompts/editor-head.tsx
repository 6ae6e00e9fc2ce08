import type { Prompt, Site } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { toSitePath } from '../route.ts'
import type { Router } from '../router.ts'
import { PageHead } from '../site/page-head.tsx'
import type { SiteDefinitionStore } from '../site/site-definition-store.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { type PromptDraft, toWhole } from './prompt-draft.ts'
import { StateBadge } from './state-badge.tsx'
import { toPromptName } from './to-prompt-words.ts'
import { usePromptActions } from './use-prompt-actions.ts'
import { Versions } from './versions.tsx'
import { promptsWords } from './words.ts'

type Props = {
  site: Site
  prompt: Prompt | null
  draft: PromptDraft
  definition: SiteDefinitionStore
  router: Router
  mayWrite: boolean
  onRestore: ((prompt: Prompt) => void) | null
}

/** Which prompt it is, whether it is asked, and what can be done with it as a whole. */
export function EditorHead({ site, prompt, draft, definition, router, mayWrite, onRestore }: Props) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const actions = usePromptActions(definition)
  const [isOpen, setOpen] = useState(false)
  const state = prompt === null ? 'draft' : (prompt.state ?? 'live')
  const list = toSitePath(site.id, { section: 'prompts' })
  const retire = async () => {
    if (prompt === null || !(await actions.retire(prompt))) return
    router.mayLeave.value = null
    router.go(list)
  }
  return (
    <PageHead
      path={<a href={list}>{words.actions.back}</a>}
      title={toPromptName(toWhole(draft, site), site, speech)}
      meta={
        <>
          <StateBadge state={state} />
          <span>{speech.words.kinds[draft.kind].name}</span>
          {prompt !== null && <span>{words.version(prompt.version)}</span>}
        </>
      }
      actions={
        prompt !== null && (
          <>
            <button type="button" class="button button-quiet" onClick={() => setOpen(true)}>
              {words.versions.open}
            </button>
            {mayWrite && state === 'live' && (
              <button
                type="button"
                class="button button-quiet"
                aria-disabled={actions.isUnderWay}
                onClick={() => void actions.pause(prompt)}
              >
                {words.actions.pause}
              </button>
            )}
            {mayWrite && state === 'paused' && (
              <button
                type="button"
                class="button button-quiet"
                aria-disabled={actions.isUnderWay}
                onClick={() => void actions.resume(prompt)}
              >
                {words.actions.resume}
              </button>
            )}
            {mayWrite && (
              <button type="button" class="button button-quiet" aria-disabled={actions.isUnderWay} onClick={() => void retire()}>
                {words.actions.retire}
              </button>
            )}
          </>
        )
      }
    >
      <a class="link preview-jump" href="#preview-title">
        {words.preview.title}
      </a>
      {isOpen && prompt !== null && (
        <Versions
          prompt={prompt}
          site={site}
          onRestore={
            onRestore &&
            ((was) => {
              setOpen(false)
              onRestore(was)
            })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </PageHead>
  )
}
