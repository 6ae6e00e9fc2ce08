import type { InboxResponse } from '@pulso/protocol/types'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { toLanguageName } from '../format/localized.ts'
import { toMomentText } from '../format/times.ts'
import { toSitePath } from '../route.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { SaidText } from './said-text.tsx'
import { ScoreChip } from './score-chip.tsx'
import type { Names } from './to-names.ts'
import { responsesWords } from './words.ts'
import './response-detail.css'

type Props = {
  site: string
  response: InboxResponse
  names: Names
  listHref: string
  hasPrevious: boolean
  hasNext: boolean
  onStatus: (status: InboxResponse['marks']['status']) => void
  onMove: (step: 1 | -1) => void
  /** Tags, notes, what to think of it, the person. */
  children: ComponentChildren
}

const DETAIL_TITLE = 'response-title'

/** Where whoever opens a response by key begins to read, and comes back to out of its fields. */
export function focusOnTitle(): void {
  const title = document.getElementById(DETAIL_TITLE)
  title?.focus({ preventScroll: true })
  title?.scrollIntoView({ block: 'nearest' })
}

/** One response, whole: what was said, where and how, and everything that can be done with it. */
export function ResponseDetail({ site, response, names, listHref, hasPrevious, hasNext, onStatus, onMove, children }: Props) {
  const words = useWords(responsesWords)
  const { language, locale, words: shell } = useSpeech()
  const { detail, actions } = words
  const { marks, comment, second, other, choices, promptId, sentiment, respondent } = response
  const isDone = marks.status === 'done'
  const isNew = marks.status === 'new'
  const texts = [
    [null, comment],
    [detail.other, other],
    [detail.second, second],
  ] as const
  const who = respondent === null ? 'anonymous' : respondent.startsWith('v') ? 'verified' : 'pseudonymous'
  const isOnMap = names.touchpoint(response.countedTouchpoint) !== words.filters.unmapped
  return (
    <article class="response" aria-labelledby={DETAIL_TITLE}>
      <div class="response-actions">
        <a class="response-back" href={listHref}>
          ← {actions.back}
        </a>
        <Step label={actions.previous} sign="↑" isThere={hasPrevious} onMove={() => onMove(-1)} />
        <Step label={actions.next} sign="↓" isThere={hasNext} onMove={() => onMove(1)} />
        <button
          type="button"
          class={isDone ? 'button button-quiet' : 'button'}
          aria-pressed={isDone}
          onClick={() => onStatus(isDone ? 'read' : 'done')}
        >
          {isDone ? `✓ ${actions.done}` : actions.done}
        </button>
        <button type="button" class="button button-quiet" onClick={() => onStatus(isNew ? 'read' : 'new')}>
          {isNew ? actions.read : actions.unread}
        </button>
        <CopyLink path={toSitePath(site, { section: 'responses', item: response.id })} />
      </div>
      <header class="response-head">
        <ScoreChip response={response} />
        <div>
          <h2 id={DETAIL_TITLE} tabIndex={-1}>
            {names.touchpoint(response.countedTouchpoint)}
          </h2>
          <p>
            {names.prompt(promptId)} <small>{detail.version(String(response.promptVersion))}</small>
          </p>
        </div>
      </header>
      {texts.map(([label, text]) =>
        text === null ? null : (
          <figure key={label} class="response-said">
            {label && <figcaption>{label}</figcaption>}
            <blockquote lang={response.locale}>
              <SaidText text={text} />
            </blockquote>
          </figure>
        ),
      )}
      {choices && choices.length > 0 && (
        <p>
          {detail.chose}: <strong>{choices.map((key) => names.option(promptId, key)).join(', ')}</strong>
        </p>
      )}
      {texts.every(([, text]) => text === null) && !choices?.length && (
        <p class="response-silent">{response.score === null ? words.row.onlyShown : words.row.noText}</p>
      )}
      <dl class="response-facts">
        <Fact name={detail.when}>
          <time dateTime={new Date(response.occurredAt).toISOString()}>{toMomentText(response.occurredAt, locale, names.timeZone)}</time>
        </Fact>
        <Fact name={detail.touchpoint}>
          {isOnMap ? (
            <a class="link" href={toSitePath(site, { section: 'touchpoints', item: response.countedTouchpoint })}>
              {names.touchpoint(response.countedTouchpoint)}
            </a>
          ) : (
            <code>{response.touchpoint}</code>
          )}
        </Fact>
        {sentiment?.label && (
          <Fact name={detail.feels}>
            {words.filters.sentiments[sentiment.label]}
            {sentiment.emotion && ` (${shell.comments.emotions[sentiment.emotion]})`}
          </Fact>
        )}
        <Fact name={detail.language}>{toLanguageName(response.locale, language)}</Fact>
        <Fact name={detail.segment}>{response.segment === '' ? detail.noSegment : response.segment}</Fact>
        <Fact name={detail.who}>{detail.people[who]}</Fact>
        <Fact name={detail.source}>{detail.sources[response.source]}</Fact>
        <Fact name={detail.id}>
          <code>{response.id}</code>
        </Fact>
      </dl>
      {children}
    </article>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Step({ label, sign, isThere, onMove }: { label: string; sign: string; isThere: boolean; onMove: () => void }) {
  return (
    <button type="button" class="response-step" aria-label={label} title={label} disabled={!isThere} onClick={onMove}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}

const SAY_SO_FOR_MS = 3_000

/** The way back to this response, without the filter of the moment: for a ticket, a chat, a colleague. */
function CopyLink({ path }: { path: string }) {
  const { actions } = useWords(responsesWords)
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'copyFailed'>('copy')
  useEffect(() => {
    if (outcome === 'copy') return
    const timer = setTimeout(() => setOutcome('copy'), SAY_SO_FOR_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = () =>
    navigator.clipboard.writeText(new URL(path, location.href).href).then(
      () => setOutcome('copied'),
      // No permission, or a page that is not secure.
      () => setOutcome('copyFailed'),
    )
  return (
    <button type="button" class="button button-quiet" onClick={() => void copy()}>
      <span aria-live="polite">{actions[outcome]}</span>
    </button>
  )
}
