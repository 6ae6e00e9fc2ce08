import type { InboxResponse, Verdict } from '@pulso/protocol/types'
import { useId, useRef } from 'preact/hooks'
import { useWords } from '../words/speech.tsx'
import { responsesWords } from './words.ts'

type Props = { response: InboxResponse; mayJudge: boolean; onJudge: (verdict: Verdict) => void }

/** What is odd about a response, whether it counts, and the team's word on it. */
export function QualityNote({ response, mayJudge, onJudge }: Props) {
  const { quality } = useWords(responsesWords)
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const judge = (verdict: Verdict) => {
    // The buttons are others once it is judged.
    title.current?.focus({ preventScroll: true })
    onJudge(verdict)
  }
  const { lane, quarantined, verdict, flags } = response
  const isOut = lane === 'quarantine'
  if (!isOut && flags.length === 0 && quarantined === null && lane !== 'test' && !mayJudge) return null
  return (
    <section class="response-part" aria-labelledby={id}>
      <h3 id={id} ref={title} tabIndex={-1}>
        {quality.title}
      </h3>
      {isOut && quarantined && <p>{quality.inQuarantine[quarantined]}</p>}
      {verdict === 'released' && <p>{quality.released}</p>}
      {verdict === 'confirmed' && isOut && <p>{quality.confirmed}</p>}
      {lane === 'test' && <p>{quality.test}</p>}
      {flags.length > 0 && (
        <ul class="response-flags">
          {flags.map((flag) => (
            <li key={flag}>{quality.flags[flag]}</li>
          ))}
        </ul>
      )}
      {mayJudge && lane !== 'test' && (
        <div class="response-buttons">
          {isOut && (
            <button type="button" class="button button-quiet" onClick={() => judge('released')}>
              {quality.release}
            </button>
          )}
          {!(isOut && verdict === 'confirmed') && (
            <button type="button" class="button button-quiet" onClick={() => judge('confirmed')}>
              {isOut ? quality.confirm : quality.put}
            </button>
          )}
        </div>
      )}
      {isOut && !mayJudge && <p class="field-hint">{quality.needsRight}</p>}
    </section>
  )
}
