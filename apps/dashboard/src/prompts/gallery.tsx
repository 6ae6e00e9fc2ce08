import { KINDS } from '@pulso/protocol/constants'
import type { Site } from '@pulso/protocol/types'
import { toSitePath } from '../route.ts'
import { PageHead } from '../site/page-head.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { KindMark } from './kind-mark.tsx'
import { toWhole } from './prompt-draft.ts'
import { type ReadyPrompt, toReadyDraft } from './ready-prompt.ts'
import { READY_PROMPTS } from './ready-prompts.ts'
import { toOftenText, toPromptName } from './to-prompt-words.ts'
import { promptsWords } from './words.ts'
import './gallery.css'

const GROUPS = ['relation', 'online', 'people'] as const

/** Prompts that others have thought about before, by the kind of touchpoint they are for. */
export function Gallery({ site }: { site: Site }) {
  const words = useWords(promptsWords)
  const { words: shell } = useSpeech()
  const { gallery } = words
  const toPath = (ready: string) => toSitePath(site.id, { section: 'prompts', item: 'new', query: { ready } })
  return (
    <div class="page gallery">
      <PageHead
        path={<a href={toSitePath(site.id, { section: 'prompts' })}>{words.actions.back}</a>}
        title={gallery.title}
        lead={gallery.intro}
      />
      {GROUPS.map((group) => (
        <section key={group} aria-labelledby={`gallery-${group}`}>
          <h2 id={`gallery-${group}`}>{gallery.groups[group]}</h2>
          <ul class="gallery-cards">
            {READY_PROMPTS.filter((ready) => ready.group === group).map((ready) => (
              <ReadyCard key={ready.key} ready={ready} site={site} path={toPath(ready.key)} />
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="gallery-blank">
        <h2 id="gallery-blank">{gallery.blank}</h2>
        <p class="gallery-note">{gallery.blankWhy}</p>
        <ul class="gallery-kinds">
          {KINDS.map((kind) => (
            <li key={kind}>
              <a href={toPath(`blank-${kind}`)}>
                <KindMark kind={kind} />
                {shell.kinds[kind].name}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function ReadyCard({ ready, site, path }: { ready: ReadyPrompt; site: Site; path: string }) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const teller = { ...speech, words }
  const whole = toWhole(toReadyDraft(ready, site), site)
  const title = ready.title[speech.language]
  return (
    <li class="gallery-card">
      <p class="gallery-kind">
        <KindMark kind={ready.kind} />
        {speech.words.kinds[ready.kind].name}
      </p>
      <h3>{title}</h3>
      <blockquote>{toPromptName(whole, site, teller)}</blockquote>
      <p>{ready.why[speech.language]}</p>
      <p class="field-hint">{toOftenText(whole, { ...site, budget: undefined }, teller)}</p>
      <a class="button button-quiet" href={path} aria-label={words.gallery.useOf(title)}>
        {words.gallery.use}
      </a>
    </li>
  )
}
