import type { StoredResponse } from '@pulso/protocol/types'
import { toLanguageName } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import { toTone } from '../format/segments.ts'
import { toAgoText, toMomentText } from '../format/times.ts'
import { useSpeech } from '../words/speech.tsx'
import { CommentText } from './comment-text.tsx'
import './comment-item.css'

type Props = { comment: StoredResponse; touchpointName: string; timeZone: string; nowMs: number; isFresh: boolean }

/** One comment with the score it explains. */
export function CommentItem({ comment, touchpointName, timeZone, nowMs, isFresh }: Props) {
  const { words, language } = useSpeech()
  const { score, kind, scaleMax, locale, occurredAt } = comment
  return (
    <li class="comment" data-fresh={isFresh}>
      {score !== null && (
        <span class="chip" data-tone={toTone(kind, scaleMax, score)}>
          <span class="for-the-ear">{words.comments.scored(toCountText(score, language), toCountText(scaleMax, language))}</span>
          <span aria-hidden="true">
            {score}
            <small>/{scaleMax}</small>
          </span>
        </span>
      )}
      <div>
        <CommentText text={comment.comment ?? ''} locale={locale} />
        <p class="comment-meta">
          <span class="comment-touchpoint">{touchpointName}</span>
          <time dateTime={new Date(occurredAt).toISOString()} title={toMomentText(occurredAt, language, timeZone)}>
            {toAgoText(occurredAt, nowMs, language, timeZone)}
          </time>
          <span>{toLanguageName(locale, language)}</span>
          {comment.source === 'demo' && <span>{words.comments.demo}</span>}
        </p>
      </div>
    </li>
  )
}
