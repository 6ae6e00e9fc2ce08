import type { Score } from '@pulso/protocol/types'
import { toShareText } from '../format/numbers.ts'
import { type Segment, toSegments } from '../format/segments.ts'
import { useSpeech } from '../words/speech.tsx'
import { useSegmentName } from './use-segment-name.ts'
import './distribution-bar.css'

/** How the answers are spread: a bar for the eye, a sentence for the ear, three shares for both. */
export function DistributionBar({ score }: { score: Score }) {
  const { locale } = useSpeech()
  const toName = useSegmentName(score)
  const segments = toSegments(score)
  const inWords = segments.map((segment) => `${toName(segment)} ${toShareText(segment.percent / 100, locale)}`).join(', ')
  return (
    <div class="distribution">
      <div class="distribution-bar" role="img" aria-label={inWords}>
        {segments.map((segment) => (
          <span key={segment.from} data-tone={segment.tone} style={{ flexGrow: segment.count }} hidden={segment.count === 0} />
        ))}
      </div>
      <div class="distribution-shares" aria-hidden="true">
        {toThirds(segments).map(([tone, share]) => (
          <span key={tone} data-tone={tone}>
            {toShareText(share, locale)}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Unhappy, in between and happy, whatever the scale; two thumbs have nothing in between. */
function toThirds(segments: readonly Segment[]): [Segment['tone'], number][] {
  const hasMiddle = segments.some(({ tone }) => tone === 'middle')
  const add = (...tones: Segment['tone'][]) => {
    const parts = segments.filter(({ tone }) => tones.includes(tone))
    // One piece is shown as it is everywhere; several are rounded together, as their score is.
    return parts.length === 1 ? (parts[0]?.percent ?? 0) / 100 : parts.reduce((sum, { share }) => sum + share, 0)
  }
  const middle: [Segment['tone'], number][] = hasMiddle ? [['middle', add('middle')]] : []
  return [['worst', add('worst', 'bad')], ...middle, ['best', add('good', 'best')]]
}
