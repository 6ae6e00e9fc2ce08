import type { TouchpointReport } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { useSpeech } from '../words/speech.tsx'
import './funnel.css'

/** From asked to finished: how many people each step kept. */
export function Funnel({ touchpoint }: { touchpoint: TouchpointReport }) {
  const { words, language } = useSpeech()
  const steps = [
    { name: words.touchpoint.shown, count: touchpoint.shown },
    { name: words.touchpoint.answered, count: touchpoint.answered },
    { name: words.touchpoint.completed, count: touchpoint.completed },
  ]
  const most = Math.max(1, ...steps.map(({ count }) => count))
  return (
    <dl class="funnel">
      {steps.map(({ name, count }) => (
        <div key={name} style={{ '--reach': `${(count / most) * 100}%` }}>
          <dt>{name}</dt>
          <dd>{toCountText(count, language)}</dd>
        </div>
      ))}
    </dl>
  )
}
