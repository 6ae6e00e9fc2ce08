import type { InboxResponse, Site } from '@pulso/protocol/types'
import { useEffect, useRef, useState } from 'preact/hooks'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { toCountText } from '../format/numbers.ts'
import { toSitePath } from '../route.ts'
import { PageHead } from '../site/page-head.tsx'
import type { PageProps } from '../site/page-props.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { BulkBar } from './bulk-bar.tsx'
import type { Inbox } from './create-inbox.ts'
import { FILTER_NAMES, withFilter, withoutFilters } from './filter.ts'
import { InboxSkeleton } from './inbox-skeleton.tsx'
import { findResponse } from './inbox-state.ts'
import { InboxToolbar } from './inbox-toolbar.tsx'
import { OpenResponse } from './open-response.tsx'
import { focusOnTitle } from './response-detail.tsx'
import { ResponseList } from './response-list.tsx'
import { toRowId } from './response-row.tsx'
import { SearchContext } from './said-text.tsx'
import type { Names } from './to-names.ts'
import { useArrivals } from './use-arrivals.ts'
import { useInboxActions } from './use-inbox-actions.ts'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useTags } from './use-tags.ts'
import { responsesWords } from './words.ts'
import './inbox-view.css'

type Props = PageProps & { inbox: Inbox; definedSite: Site; names: Names; mayWrite: boolean; member: string | null }

/** The list beside the response that is open; on a phone one after the other. */
export function InboxView({ site, item, query, days, watch, router, inbox, definedSite, names, mayWrite, member, preferences }: Props) {
  const words = useWords(responsesWords)
  const { locale, words: shell } = useSpeech()
  const state = inbox.state.value
  const [tags, readTags] = useTags(site)
  const actions = useInboxActions(inbox, readTags)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const searchField = useRef<HTMLInputElement>(null)
  const tagField = useRef<HTMLInputElement>(null)
  const noteField = useRef<HTMLTextAreaElement>(null)
  const results = useRef<HTMLElement>(null)
  useArrivals(watch, inbox, item !== null || selected.size > 0)
  useEffect(() => setSelected(new Set()), [inbox])

  const toPath = (id: string | null, search = query) => toSitePath(site, { section: 'responses', item: id, query: search })
  // What is typed leaves no step for every letter.
  const setQuery = (next: URLSearchParams) => router.go(toPath(item, next), { replace: next.get('q') !== query.get('q') })
  const open = (response: InboxResponse, focus: 'row' | 'title' | 'none') => {
    const before = scrollY
    const isWide = matchMedia('(min-width: 62rem)').matches
    router.go(toPath(response.id), { replace: item !== null })
    if (isWide) scrollTo(0, before)
    if (response.marks.status === 'new') void actions.setStatus([response.id], 'read', true)
    if (focus === 'title') requestAnimationFrame(focusOnTitle)
    // Beside the list the row is there already: whoever presses j and x means the same response by both.
    else if (focus === 'row' && isWide) focusOn(response.id)
    else if (focus === 'row' || !isWide) requestAnimationFrame(() => focusOn(response.id))
  }
  const place = state.responses.findIndex(({ id }) => id === item)
  const move = (step: 1 | -1) => {
    const next = state.responses[item === null ? 0 : place + step]
    if (next) open(next, 'row')
    // The end of what has been read is not the end of what there is.
    if (step === 1 && state.next !== null && place + step >= state.responses.length - 1) void inbox.read()
  }
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    setSelected(next)
  }
  const back = () => {
    if (selected.size > 0) return setSelected(new Set())
    if (item === null) return
    const before = scrollY
    router.go(toPath(null))
    scrollTo(0, before)
    requestAnimationFrame(() => (document.getElementById(toRowId(item)) ?? results.current)?.focus())
  }
  const gone = () => {
    router.go(toPath(null), { replace: true })
    requestAnimationFrame(() => {
      const left = inbox.state.value.responses
      const next = left[Math.min(Math.max(place, 0), left.length - 1)]
      if (next) focusOn(next.id)
      else results.current?.focus({ preventScroll: true })
    })
  }
  const current = findResponse(state, item)
  useInboxKeys({ current, searchField, tagField, noteField, move, toggle, back, actions })

  const chosen = [...selected]
  const isFiltered = FILTER_NAMES.some((name) => query.has(name))
  const quarantined = watch.state.value.report?.otherLanes.quarantine?.answered ?? 0
  return (
    <SearchContext.Provider value={query.get('q') ?? ''}>
      <div class="inbox" data-open={item !== null}>
        <PageHead
          title={words.title}
          actions={
            quarantined > 0 &&
            query.get('lane') !== 'quarantine' && (
              <a class="link" href={toPath(null, withFilter(query, { lane: 'quarantine', environment: null }))}>
                {words.filters.inQuarantine(quarantined, toCountText(quarantined, locale), shell.topBar.ranges[days].long)}
              </a>
            )
          }
        />
        <div class="inbox-side">
          <InboxToolbar
            site={definedSite}
            names={names}
            tags={tags}
            query={query}
            searchField={searchField}
            onQuery={setQuery}
            onResults={() => results.current?.focus({ preventScroll: true })}
            onOpenFilters={readTags}
          />
          {selected.size > 0 && (
            <BulkBar
              count={selected.size}
              tags={tags}
              mayJudge={mayWrite}
              isQuarantine={query.get('lane') === 'quarantine'}
              onStatus={(status) => void actions.setStatus(chosen, status)}
              onTag={(added) => actions.tag(chosen, added)}
              onJudge={(verdict) => void actions.judge(chosen, verdict)}
              onAll={() => setSelected(new Set(state.responses.slice(0, 100).map(({ id }) => id)))}
              onClear={() => setSelected(new Set())}
            />
          )}
          <section class="inbox-results" aria-label={words.list} ref={results} tabIndex={-1}>
            {!state.isRead && state.failure === null && <InboxSkeleton />}
            {state.failure !== null && <ErrorNote failure={state.failure} onTryAgain={() => void inbox.read()} />}
            <ResponseList
              state={state}
              names={names}
              current={item}
              selected={selected}
              toHref={toPath}
              hasKeys={preferences.shortcuts.value}
              onOpen={(response, byKey) => open(response, byKey ? 'title' : 'none')}
              onSelect={toggle}
              onLetIn={inbox.letIn}
              onFurther={() => void inbox.read()}
            />
            {state.isRead &&
              state.responses.length === 0 &&
              (isFiltered ? (
                <EmptyState title={words.noMatch.title} text={words.noMatch.text}>
                  <button type="button" class="button button-quiet" onClick={() => setQuery(withoutFilters(query))}>
                    {words.noMatch.clear}
                  </button>
                </EmptyState>
              ) : (
                <EmptyState title={words.none.title} text={words.none.text}>
                  <a class="button button-quiet" href={toSitePath(site, { section: 'install', days })}>
                    {words.none.install}
                  </a>
                </EmptyState>
              ))}
          </section>
        </div>
        <div class="inbox-detail">
          {item === null ? (
            <div class="inbox-choose">
              <h2>{words.detail.choose.title}</h2>
              <p>{words.detail.choose.text}</p>
              <p aria-hidden="true" class="inbox-keys">
                {(['next', 'previous', 'done', 'read', 'select', 'tag', 'note', 'search'] as const).map((key) => (
                  <span key={key}>
                    <kbd>{{ next: 'j', previous: 'k', done: 'e', read: 'r', select: 'x', tag: 't', note: 'n', search: '/' }[key]}</kbd>{' '}
                    {words.keys[key]}
                  </span>
                ))}
              </p>
            </div>
          ) : (
            <OpenResponse
              site={site}
              id={item}
              inbox={inbox}
              names={names}
              tags={tags}
              actions={actions}
              mayWrite={mayWrite}
              member={member}
              listHref={toPath(null)}
              hasPrevious={place > 0}
              hasNext={place >= 0 && place < state.responses.length - 1}
              tagField={tagField}
              noteField={noteField}
              onMove={move}
              onGone={gone}
            />
          )}
        </div>
      </div>
    </SearchContext.Provider>
  )
}

/** Whoever walks by keys stands on the row; where the list is out of sight, on the title of what is open. */
function focusOn(id: string): void {
  const row = document.getElementById(toRowId(id))
  const isSeen = row !== null && row.getClientRects().length > 0
  if (isSeen) {
    row.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  } else focusOnTitle()
}
