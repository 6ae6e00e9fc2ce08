import { PATHS } from '@pulso/protocol/constants'
import type { Response, Site } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { ErrorNote } from '../controls/error-note.tsx'
import { toCountText } from '../format/numbers.ts'
import { type Outcome, request } from '../request.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { ArrivedAnswer } from './arrived-answer.tsx'
import { isBatchResult } from './guards.ts'
import { findPrompt } from './moment-chooser.tsx'
import { toTestAnswer, toTestKey } from './test-answer.ts'
import { installWords } from './words.ts'

type Sent =
  | { is: 'sending' }
  | { is: 'stored'; answer: Response; tookMs: number }
  | { is: 'refused'; outcome: Extract<Outcome<unknown>, { ok: false }> }
type Props = { site: Site; touchpoint: string; onStored: () => void }

/** Sends a real answer as a test, by the door that visitors' answers come through. */
export function SendTest({ site, touchpoint, onStored }: Props) {
  const words = useWords(installWords).send
  const { locale, language } = useSpeech()
  const [sent, setSent] = useState<Sent | null>(null)
  const prompt = findPrompt(site, touchpoint)

  async function send(): Promise<void> {
    if (!prompt || sent?.is === 'sending') return
    setSent({ is: 'sending' })
    const startedAt = performance.now()
    const answer = toTestAnswer(prompt, touchpoint, language, words.comment, Date.now())
    const batch = { siteKey: toTestKey(site.siteKey), sentAt: Date.now(), responses: [answer] }
    const outcome = await request(PATHS.responses, isBatchResult, { method: 'POST', body: batch })
    const tookMs = performance.now() - startedAt
    setSent(outcome.ok ? { is: 'stored', answer, tookMs } : { is: 'refused', outcome })
    if (outcome.ok) onStored()
  }

  return (
    <section class="install-send" aria-labelledby="install-send-title">
      <h2 id="install-send-title">{words.title}</h2>
      <p class="install-note">{prompt ? words.text : words.nothing}</p>
      {prompt && (
        <button type="button" class="button button-quiet" aria-disabled={sent?.is === 'sending'} onClick={() => void send()}>
          {sent?.is === 'sending' ? words.sending : words.button}
        </button>
      )}
      <div role="status">
        {sent?.is === 'stored' && (
          <>
            <p class="install-stored">{words.stored(toCountText(Math.round(sent.tookMs), locale))}</p>
            <ArrivedAnswer
              key={sent.answer.id}
              site={site}
              answer={{
                ...sent.answer,
                score: sent.answer.score ?? null,
                comment: sent.answer.comment ?? null,
                occurredAt: sent.answer.shownAt,
              }}
            />
          </>
        )}
      </div>
      {sent?.is === 'refused' && <ErrorNote failure={sent.outcome.failure} problem={sent.outcome.problem} />}
    </section>
  )
}
