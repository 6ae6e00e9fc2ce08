import type { Report } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { toLocalized } from '../format/localized.ts'
import type { SiteWatch } from '../live/site-watch.ts'
import { useNearness } from '../live/use-nearness.ts'
import { toTouchpoints } from '../live/watch-state.ts'
import { useSpeech } from '../words/speech.tsx'
import { CommentItem } from './comment-item.tsx'
import './comment-stream.css'

const CLOCK_EVERY_MS = 30_000

/** What people wrote, the newest first, as it comes. */
export function CommentStream({ watch, report }: { watch: SiteWatch; report: Report }) {
  const { words, language } = useSpeech()
  const nowMs = useNow()
  const { comments, olderComments, fresh } = watch.state.value
  const isRead = watch.areCommentsRead.value
  const [ref, isNear] = useNearness<HTMLElement>()
  useEffect(() => {
    if (isNear) void watch.readComments()
  }, [watch, isNear])
  const names = new Map(toTouchpoints(report).map(({ key, name }) => [key, toLocalized(name, language)]))
  return (
    <section class="comments" aria-labelledby="comments-title" ref={ref}>
      <h2 id="comments-title">{words.comments.title}</h2>
      {isRead && comments.length === 0 ? (
        <div class="comments-empty">
          <p>
            <strong>{words.comments.empty.title}</strong>
          </p>
          <p>{words.comments.empty.text}</p>
        </div>
      ) : (
        <ol class="comments-list">
          {comments.map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              touchpointName={names.get(comment.touchpoint) ?? comment.touchpoint}
              timeZone={report.site.timeZone}
              nowMs={nowMs}
              isFresh={fresh.has(comment.id)}
            />
          ))}
        </ol>
      )}
      {olderComments !== null && (
        <button type="button" class="button button-quiet" onClick={() => void watch.loadOlderComments()}>
          {words.comments.older}
        </button>
      )}
    </section>
  )
}

/** The time, often enough for "3 minutes ago". */
function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), CLOCK_EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
