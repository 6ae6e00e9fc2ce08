import { MARK_STATUSES, PATHS } from '@pulso/protocol/constants'
import type { Site, TagList } from '@pulso/protocol/types'
import type { RefObject } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { useWords } from '../words/speech.tsx'
import { toApiQuery, toValues, withFilter, withToggled } from './filter.ts'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { isEscape } from './is-escape.ts'
import { Pills } from './pills.tsx'
import type { Names } from './to-names.ts'
import { responsesWords } from './words.ts'
import './inbox-toolbar.css'

/** Long enough not to ask for every letter, short enough not to be waited for. */
const SEARCH_AFTER_MS = 250

type Props = {
  site: Site
  names: Names
  tags: TagList['tags']
  query: URLSearchParams
  searchField: RefObject<HTMLInputElement | null>
  onQuery: (query: URLSearchParams) => void
  /** To what was found. */
  onResults: () => void
  onOpenFilters: () => void
}

/** Search, filters and files: all of them are of the same list, and all of it stands in the address. */
export function InboxToolbar({ site, names, tags, query, searchField, onQuery, onResults, onOpenFilters }: Props) {
  const words = useWords(responsesWords)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <div class="inbox-toolbar">
      <div class="inbox-tools">
        <SearchField query={query} field={searchField} onQuery={onQuery} onResults={onResults} />
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            if (!isOpen) onOpenFilters()
            setOpen(!isOpen)
          }}
        >
          {words.filters.button}
        </button>
        <FileMenu site={site.id} query={query} />
      </div>
      <div class="inbox-quick">
        <Pills
          legend={words.filters.names.status}
          isLegendHidden
          options={MARK_STATUSES.map((status) => [status, words.filters.statuses[status]] as const)}
          chosen={toValues(query, 'status')}
          onToggle={(status) => onQuery(withToggled(query, 'status', status))}
        />
        <Pills
          legend={words.filters.names.comments}
          isLegendHidden
          options={[['only', words.filters.comments.only]]}
          chosen={toValues(query, 'comments')}
          onToggle={(value) => onQuery(withFilter(query, { comments: query.get('comments') === value ? null : value }))}
        />
      </div>
      <FilterChips query={query} names={names} onQuery={onQuery} />
      {isOpen && <FilterPanel id={id} site={site} names={names} tags={tags} query={query} onQuery={onQuery} />}
    </div>
  )
}

/** The list as a file; it closes as soon as the focus is elsewhere. */
function FileMenu({ site, query }: { site: string; query: URLSearchParams }) {
  const { files } = useWords(responsesWords)
  const menu = useRef<HTMLDetailsElement>(null)
  const filter = toApiQuery(query)
  const close = () => menu.current?.removeAttribute('open')
  return (
    <details
      ref={menu}
      class="inbox-files"
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return
        // It closes the menu, and no more.
        event.preventDefault()
        menu.current.querySelector('summary')?.focus()
        close()
      }}
    >
      <summary class="button button-quiet">{files.title}</summary>
      <ul>
        <li>
          {/* Excel takes UTF-8 without a byte order mark for something else. */}
          <a class="link" href={`${PATHS.exportCsv(site)}?${new URLSearchParams([...filter, ['bom', 'true']])}`} download>
            {files.csv}
          </a>
        </li>
        <li>
          <a class="link" href={`${PATHS.exportNdjson(site)}?${filter}`} download>
            {files.ndjson}
          </a>
        </li>
      </ul>
    </details>
  )
}

function SearchField({
  query,
  field,
  onQuery,
  onResults,
}: {
  query: URLSearchParams
  field: RefObject<HTMLInputElement | null>
  onQuery: (query: URLSearchParams) => void
  onResults: () => void
}) {
  const words = useWords(responsesWords)
  const asked = query.get('q') ?? ''
  const [text, setText] = useState(asked)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  // By the time it is asked for, another response may be open or another filter chosen.
  const newest = useRef({ query, onQuery })
  newest.current = { query, onQuery }
  useEffect(() => {
    // The address has moved by itself: back, forward, or a filter that was cleared.
    if (document.activeElement !== field.current) setText(asked)
  }, [asked, field])
  useEffect(() => () => clearTimeout(timer.current), [])
  const search = (value: string, afterMs: number) => {
    setText(value)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => newest.current.onQuery(withFilter(newest.current.query, { q: value.trim() })), afterMs)
  }
  return (
    <search>
      <form
        class="inbox-search"
        onSubmit={(event) => {
          event.preventDefault()
          search(field.current?.value ?? '', 0)
          onResults()
        }}
      >
        <input
          ref={field}
          class="input"
          type="search"
          aria-label={words.search.label}
          placeholder={words.search.placeholder}
          maxLength={100}
          value={text}
          onInput={(event) => search(event.currentTarget.value, SEARCH_AFTER_MS)}
          onKeyDown={(event) => {
            if (isEscape(event)) onResults()
          }}
        />
        <span class="inbox-slash" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  )
}
