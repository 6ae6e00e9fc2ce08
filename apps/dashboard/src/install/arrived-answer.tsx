import type { Site, StoredResponse } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import { toMomentText } from '../format/times.ts'
import { useSpeech } from '../words/speech.tsx'

type Answer = Pick<StoredResponse, 'touchpoint' | 'kind' | 'score' | 'scaleMax' | 'comment' | 'occurredAt'>

/** One answer as it came in. */
export function ArrivedAnswer({ answer, site }: { answer: Answer; site: Site }) {
  const { words, language, locale } = useSpeech()
  const { touchpoint, kind, score, scaleMax, comment, occurredAt } = answer
  const place = site.touchpoints.find(({ key }) => key === touchpoint)
  const thumbs = score === 1 ? words.thumbs.up : words.thumbs.down
  return (
    <figure class="arrived">
      <figcaption>
        <strong>{place ? toLocalized(place.name, language) : touchpoint}</strong>
        <time dateTime={new Date(occurredAt).toISOString()}>{toMomentText(occurredAt, locale, site.timeZone)}</time>
      </figcaption>
      {score !== null && (
        <p class="arrived-score">
          {kind === 'thumbs' ? thumbs : words.comments.scored(toCountText(score, locale), toCountText(scaleMax, locale))}
        </p>
      )}
      {comment && <blockquote>{comment}</blockquote>}
    </figure>
  )
}
