import { useSpeech } from '../words/speech.tsx'
import './skeleton.css'

const STAGES = [0, 1, 2, 3, 4, 5]

/** The shape of the page before its first numbers, so that nothing jumps when they come. */
export function Skeleton() {
  const { words } = useSpeech()
  return (
    <div class="skeleton">
      <p role="status" class="for-the-ear">
        {words.loading}
      </p>
      <div class="skeleton-overview" aria-hidden="true" />
      <div class="skeleton-journey" aria-hidden="true">
        {STAGES.map((stage) => (
          <div key={stage} />
        ))}
      </div>
    </div>
  )
}
