import type { Prompt, Site } from '@pulso/protocol/types'
import { EmptyState } from '../controls/empty-state.tsx'
import { useKeys } from '../controls/keys.ts'
import { toCountText } from '../format/numbers.ts'
import { toSitePath } from '../route.ts'
import { PageHead } from '../site/page-head.tsx'
import type { PageProps } from '../site/page-props.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { listUnsaved, recallDraft } from './kept-drafts.ts'
import { KindMark } from './kind-mark.tsx'
import { StateBadge } from './state-badge.tsx'
import { toOftenText, toPromptName, toWhenText, toWhereText, toWhoText } from './to-prompt-words.ts'
import { usePromptActions } from './use-prompt-actions.ts'
import { toAnswers, type Week } from './use-week.ts'
import { promptsWords } from './words.ts'
import './prompt-list.css'

type Props = PageProps & { current: Site; week: Week }

/** Everything that a site asks, with where, when, whom and how often in words. */
export function PromptList({ site, current, week, definition, session, router }: Props) {
  const words = useWords(promptsWords)
  const state = session.state.value
  const mayWrite = state.is === 'signed-in' && state.mayWrite
  const newPath = toSitePath(site, { section: 'prompts', item: 'new' })
  useKeys(mayWrite ? [{ keys: 'n', label: words.create, run: () => router.go(newPath) }] : [])
  return (
    <div class="page prompts">
      <PageHead
        title={words.title}
        lead={words.intro}
        actions={
          mayWrite &&
          current.prompts.length > 0 && (
            <a class="button" href={newPath}>
              {words.create}
            </a>
          )
        }
      />
      {mayWrite && <Unsaved site={current} />}
      {current.prompts.length === 0 ? (
        <EmptyState title={words.empty.title} text={words.empty.text}>
          {mayWrite && (
            <a class="button" href={newPath}>
              {words.empty.action}
            </a>
          )}
        </EmptyState>
      ) : (
        <ul class="prompt-list">
          {current.prompts.map((prompt) => (
            <PromptRow key={prompt.id} prompt={prompt} site={current} week={week} definition={definition} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** What was begun in this browser and left before it was saved. */
function Unsaved({ site }: { site: Site }) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const unsaved = listUnsaved(site.id)
  if (unsaved.length === 0) return null
  return (
    <section class="prompts-unsaved" aria-label={words.unsavedNew}>
      <p>{words.unsavedNew}</p>
      <ul>
        {unsaved.map(({ ready, draft }) => (
          <li key={ready}>
            <a href={toSitePath(site.id, { section: 'prompts', item: 'new', query: { ready } })}>
              {draft.wording[speech.language]?.question ?? speech.words.kinds[draft.kind].name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

type RowProps = { prompt: Prompt; site: Site; week: Week; mayWrite: boolean } & Pick<PageProps, 'definition'>

function PromptRow({ prompt, site, week, definition, mayWrite }: RowProps) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const actions = usePromptActions(definition)
  const teller = { ...speech, words }
  const name = toPromptName(prompt, site, teller)
  const state = prompt.state ?? 'live'
  const kept = mayWrite && recallDraft(site.id, prompt.id) !== null
  return (
    <li class="prompt-row" data-state={state}>
      <KindMark kind={prompt.kind} />
      <div class="prompt-name">
        <h2>
          <a href={toSitePath(site.id, { section: 'prompts', item: prompt.id })}>{name}</a>
        </h2>
        <p>
          <StateBadge state={state} />
          <span>{speech.words.kinds[prompt.kind].name}</span>
          <span>{words.version(prompt.version)}</span>
          {kept && <span class="prompt-kept">{words.unsaved}</span>}
        </p>
      </div>
      <p class="prompt-week">
        <strong>{week === null ? '…' : week === 'failed' ? '—' : toCountText(toAnswers(week, prompt.id), speech.locale)}</strong>
        <span>{week === 'failed' ? words.weekUnknown : words.facts.week}</span>
      </p>
      <dl class="prompt-facts">
        <dt>{words.facts.where}</dt>
        <dd>{toWhereText(prompt, site, teller)}</dd>
        <dt>{words.facts.when}</dt>
        <dd>{toWhenText(prompt, teller)}</dd>
        <dt>{words.facts.who}</dt>
        <dd>{toWhoText(prompt, teller)}</dd>
        <dt>{words.facts.often}</dt>
        <dd>{toOftenText(prompt, site, teller)}</dd>
      </dl>
      {mayWrite && state !== 'draft' && (
        <button
          type="button"
          class="button button-quiet button-small prompt-pause"
          aria-disabled={actions.isUnderWay}
          aria-label={state === 'live' ? words.actions.pauseOf(name) : words.actions.resumeOf(name)}
          onClick={() => void (state === 'live' ? actions.pause(prompt) : actions.resume(prompt))}
        >
          {state === 'live' ? words.actions.pause : words.actions.resume}
        </button>
      )}
    </li>
  )
}
