import type { TouchpointReport } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { useSpeech } from '../words/speech.tsx'
import './funnel.css'

/** From coming by, where pages count it, to finished: how many each step kept. */
export function Funnel({ touchpoint }: { touchpoint: TouchpointReport }) {
  const { words, locale } = useSpeech()
  const { reached, eligible, shown, answered, completed } = touchpoint
  const before = [
    { name: words.touchpoint.reached, count: reached },
    { name: words.touchpoint.eligible, count: eligible },
  ]
  // Imported answers, and those from before pages told who came by, have nobody in these: a funnel does not widen.
  const isWhole = Math.min(reached, eligible) >= shown
  const steps = [
    ...(reached + eligible > 0 && isWhole ? before : []),
    { name: words.touchpoint.shown, count: shown },
    { name: words.touchpoint.answered, count: answered },
    { name: words.touchpoint.completed, count: completed },
  ]
  const most = Math.max(1, ...steps.map(({ count }) => count))
  return (
    <>
      <dl class="funnel" data-steps={steps.length}>
        {steps.map(({ name, count }) => (
          <div key={name} style={{ '--reach': `${(count / most) * 100}%` }}>
            <dt>{name}</dt>
            <dd>{toCountText(count, locale)}</dd>
          </div>
        ))}
      </dl>
      {reached + eligible > 0 && !isWhole && <p class="card-note">{words.touchpoint.reachInPart}</p>}
    </>
  )
}
