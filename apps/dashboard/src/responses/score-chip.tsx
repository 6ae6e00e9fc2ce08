import type { InboxResponse } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { toTone } from '../format/segments.ts'
import { useSpeech } from '../words/speech.tsx'
import '../comments/comment-item.css'

type Props = { response: Pick<InboxResponse, 'score' | 'kind' | 'scaleMax'> }

/** The answer on its scale; a dash where there is none, so that texts stand in line. */
export function ScoreChip({ response: { score, kind, scaleMax } }: Props) {
  const { words, locale } = useSpeech()
  if (score === null) {
    return (
      <span class="chip" data-tone="none" aria-hidden="true">
        –
      </span>
    )
  }
  const isThumb = kind === 'thumbs'
  const said = isThumb
    ? words.thumbs[score === 1 ? 'up' : 'down']
    : words.comments.scored(toCountText(score, locale), toCountText(scaleMax, locale))
  return (
    <span class="chip" data-tone={toTone(kind, scaleMax, score)}>
      <span class="for-the-ear">{said}</span>
      {isThumb ? (
        <span aria-hidden="true">{score === 1 ? '✓' : '✕'}</span>
      ) : (
        <span aria-hidden="true">
          {score}
          <small>/{scaleMax}</small>
        </span>
      )}
    </span>
  )
}
