import { PATHS } from '@pulso/protocol/constants'
import type { StoredResponse } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { CommentItem } from '../comments/comment-item.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { useReading } from '../live/use-reading.ts'
import { request } from '../request.ts'
import { toSitePath } from '../route.ts'
import { isResponsePage } from '../wire-guards.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { type PageQuery, setLane } from './page-query.ts'
import { touchpointWords } from './words.ts'
import '../site/panel.css'

type Props = {
  site: string
  touchpoint: string
  name: string
  page: PageQuery
  range: { from: string; to: string }
  timeZone: string
  /** Other when something has been answered here. */
  news: string
  /** False while nobody has come to look. */
  isWanted: boolean
}

type Seen = { path: string; comments: readonly StoredResponse[]; older: string | null; known: ReadonlySet<string> }

const PER_PAGE = 10
/** A page that stays open for weeks is no archive. */
const MOST_COMMENTS = 200

/** What people wrote here, of the same answers as everything else on the page, the newest first, as it comes. */
export function CommentsPanel({ site, touchpoint, name, page, range, timeZone, news, isWanted }: Props) {
  const { words: common } = useSpeech()
  const words = useWords(touchpointWords)
  const query = new URLSearchParams({ ...range, ...page.filters, touchpoint })
  setLane(query, page.lane)
  const list = toSitePath(site, { section: 'responses', query })
  query.set('comments', 'only')
  query.set('limit', String(PER_PAGE))
  const path = `${PATHS.siteResponses(site)}?${query}`
  const reading = useReading(isWanted ? path : null, isResponsePage, news)
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => {
    const { value, isOfNow } = reading
    if (value === null || !isOfNow) return
    setSeen((before) => {
      const isSame = before?.path === path
      return {
        path,
        comments: merge(value.responses, isSame ? before.comments : []),
        older: isSame ? before.older : value.next,
        known: isSame ? before.known : new Set(value.responses.map(({ id }) => id)),
      }
    })
  }, [reading.value, reading.isOfNow])
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => setNowMs(Date.now()), [seen])

  const readOlder = async () => {
    if (seen?.older == null) return
    const outcome = await request(`${seen.path}&cursor=${encodeURIComponent(seen.older)}`, isResponsePage)
    if (!outcome.ok) return
    const { responses, next } = outcome.value
    const known = new Set([...seen.known, ...responses.map(({ id }) => id)])
    setSeen((before) =>
      before?.path === seen.path ? { ...before, comments: merge(before.comments, responses), older: next, known } : before,
    )
  }
  return (
    <section class="panel" aria-labelledby="comments-title" aria-busy={!reading.isOfNow}>
      <header>
        <h2 id="comments-title">{common.comments.title}</h2>
        <a class="panel-link" href={list}>
          {words.comments.all}
        </a>
      </header>
      {reading.failure !== null && reading.failure !== 'signed-out' && <ErrorNote failure={reading.failure} onTryAgain={reading.again} />}
      {seen !== null && seen.comments.length === 0 && <p class="panel-note">{words.comments.empty}</p>}
      {seen !== null && seen.comments.length > 0 && (
        <ol class="comments-list">
          {seen.comments.map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              touchpointName={name}
              timeZone={timeZone}
              nowMs={nowMs}
              isFresh={!seen.known.has(comment.id)}
            />
          ))}
        </ol>
      )}
      {seen?.older != null && seen.comments.length < MOST_COMMENTS && (
        <button type="button" class="button button-quiet" onClick={() => void readOlder()}>
          {common.comments.older}
        </button>
      )}
    </section>
  )
}

/** One per id, the first mention wins; the newest first. */
function merge(newer: readonly StoredResponse[], older: readonly StoredResponse[]): StoredResponse[] {
  const byId = new Map<string, StoredResponse>()
  for (const response of [...newer, ...older]) if (!byId.has(response.id)) byId.set(response.id, response)
  return [...byId.values()].sort((left, right) => right.occurredAt - left.occurredAt).slice(0, MOST_COMMENTS)
}
