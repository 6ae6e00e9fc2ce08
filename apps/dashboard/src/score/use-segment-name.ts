import type { Score } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import type { Segment } from '../format/segments.ts'
import { useSpeech } from '../words/speech.tsx'

/** How a piece of a distribution is called: `Promoters (9–10)`, `5 (very happy)`, `Thumbs up`. */
export function useSegmentName(score: Score): (segment: Segment) => string {
  const { words, locale } = useSpeech()
  return ({ tone, from, to }) => {
    if (score.kind === 'thumbs') return from === 0 ? words.thumbs.down : words.thumbs.up
    const lowest = toCountText(from, locale)
    const isGroup = score.kind === 'nps' && (tone === 'worst' || tone === 'middle' || tone === 'best')
    return isGroup ? `${words.npsGroups[tone]} (${lowest}–${toCountText(to, locale)})` : `${lowest} (${words.tones[tone]})`
  }
}
