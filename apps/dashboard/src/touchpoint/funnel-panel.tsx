import type { FunnelStep, TouchpointReport } from '@pulso/protocol/types'
import { toFunnel } from '@pulso/stats'
import { toCountText, toShareText } from '../format/numbers.ts'
import { HeldBack } from '../journey/held-back.tsx'
import { type Speech, useSpeech, useWords } from '../words/speech.tsx'
import { touchpointWords } from './words.ts'
import './funnel-panel.css'
import '../site/panel.css'

const toName = (step: FunnelStep['step'], { words }: Speech) => words.touchpoint[step]

/** From coming by to finishing: how many each step kept, and what share of the one before. It is a table that is drawn. */
export function FunnelPanel({ touchpoint }: { touchpoint: TouchpointReport }) {
  const speech = useSpeech()
  const { words: common, locale } = speech
  const words = useWords(touchpointWords)
  const { steps, isReachPartial } = toFunnel(touchpoint)
  const most = Math.max(1, ...steps.map(({ count }) => count))
  const toPercent = (percent: number) => toShareText(percent / 100, locale)
  return (
    <section class="panel" aria-labelledby="funnel-title">
      <h2 id="funnel-title">{words.funnel.title}</h2>
      <table class="funnel-table">
        <thead>
          <tr>
            <th scope="col">{words.funnel.step}</th>
            <th scope="col">{words.funnel.times}</th>
            <th scope="col">{words.funnel.share}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, count, ofPrevious }) => (
            <tr key={step} style={{ '--reach': `${(count / most) * 100}%` }}>
              <th scope="row">{toName(step, speech)}</th>
              <td>{toCountText(count, locale)}</td>
              <td>
                {ofPrevious && words.funnel.ofPrevious(toPercent(ofPrevious.value), toPercent(ofPrevious.low), toPercent(ofPrevious.high))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isReachPartial && <p class="panel-note">{common.touchpoint.reachInPart}</p>}
      <HeldBack heldBack={touchpoint.heldBack} />
      {touchpoint.dropped > 0 && (
        <p class="panel-note">{common.touchpoint.dropped(touchpoint.dropped, toCountText(touchpoint.dropped, locale))}</p>
      )}
    </section>
  )
}
