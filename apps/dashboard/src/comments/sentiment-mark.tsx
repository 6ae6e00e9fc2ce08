import type { Sentiment } from '@pulso/protocol/types'
import { useSpeech } from '../words/speech.tsx'
import './sentiment-mark.css'

/** How a comment sounds, in words; nothing where its words say nothing. A tab that was open over an upgrade may hold comments without it. */
export function SentimentMark({ sentiment }: { sentiment: Sentiment | null | undefined }) {
  const { words } = useSpeech()
  if (!sentiment?.label) return null
  const { label, emotion } = sentiment
  return (
    <span class="sentiment" data-label={label}>
      {words.comments.sounds[label]}
      {emotion && ` (${words.comments.emotions[emotion]})`}
    </span>
  )
}
