import type { Reason, TouchpointReport } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { useSpeech } from '../words/speech.tsx'

/** Why people who came by were not asked, the most frequent reason first. */
export function HeldBack({ heldBack }: { heldBack: TouchpointReport['heldBack'] }) {
  const { words, locale } = useSpeech()
  const reasons = Object.entries(heldBack).sort(([, left], [, right]) => right - left) as [Reason, number][]
  if (reasons.length === 0) return null
  return (
    <details class="score-details">
      <summary>{words.touchpoint.heldBack}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.touchpoint.heldBackColumn}</th>
            <th scope="col">{words.touchpoint.timesColumn}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(([reason, count]) => (
            <tr key={reason}>
              {/* A worker that was upgraded before this tab may know a reason more. */}
              <th scope="row">{words.reasons[reason] ?? reason}</th>
              <td>{toCountText(count, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
