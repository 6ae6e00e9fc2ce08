import type { StoredResponse } from '@pulso/protocol/types'
import { toLanguageName } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import { toTone } from '../format/segments.ts'
import { toAgoText, toMomentText } from '../format/times.ts'
import { useSpeech } from '../words/speech.tsx'
import { CommentText } from './comment-text.tsx'
import { SentimentMark } from './sentiment-mark.tsx'
import './comment-item.css'

type Props = { comment: StoredResponse; touchpointName: string; timeZone: string; nowMs: number; isFresh: boolean }

/** One comment with the score it explains. */
export function CommentItem({ comment, touchpointName, timeZone, nowMs, isFresh }: Props) {
  const { words, language, locale } = useSpeech()
  const { score, kind, scaleMax, occurredAt, choices } = comment
  // A tab that was open over an upgrade may still hold answers without the newer parts.
  const texts = [comment.comment, comment.other, comment.second].filter((text) => !!text)
  return (
    <li class="comment" data-fresh={isFresh}>
      {score !== null && (
        <span class="chip" data-tone={toTone(kind, scaleMax, score)}>
          <span class="for-the-ear">
            {kind === 'thumbs'
              ? score === 1
                ? words.thumbs.up
                : words.thumbs.down
              : words.comments.scored(toCountText(score, locale), toCountText(scaleMax, locale))}
          </span>
          {kind === 'thumbs' ? (
            <span aria-hidden="true">{score === 1 ? '✓' : '✕'}</span>
          ) : (
            <span aria-hidden="true">
              {score}
              <small>/{scaleMax}</small>
            </span>
          )}
        </span>
      )}
      <div>
        {texts.map((text, index) => (
          <CommentText key={index} text={text ?? ''} locale={comment.locale} />
        ))}
        <p class="comment-meta">
          <span class="comment-touchpoint">{touchpointName}</span>
          <time dateTime={new Date(occurredAt).toISOString()} title={toMomentText(occurredAt, locale, timeZone)}>
            {toAgoText(occurredAt, nowMs, locale, timeZone)}
          </time>
          <SentimentMark sentiment={comment.sentiment} />
          {choices && choices.length > 0 && <span>{words.comments.chose(choices.join(', '))}</span>}
          <span>{toLanguageName(comment.locale, language)}</span>
          {comment.source === 'demo' && <span>{words.comments.demo}</span>}
        </p>
      </div>
    </li>
  )
}
