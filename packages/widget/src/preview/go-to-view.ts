import { SCALES } from '@pulso/protocol/constants'
import type { PreviewView, SitePrompt } from '@pulso/protocol/types'
import { toBand } from '../asking/create-conversation.ts'
import type { Conversation } from '../conversation.ts'

type Asked = Pick<SitePrompt, 'kind' | 'scaleMax' | 'options'>

/** Answers as a visitor would, until the conversation is where somebody wants to look; as far as it goes, where that is never asked. */
export function goToView(conversation: Conversation, prompt: Asked, view: PreviewView): void {
  if (view === 'question') return
  const band = view === 'second' || view === 'thanks' ? 'high' : view
  const wanted = view === 'second' ? 'second' : view === 'thanks' ? 'thanking' : 'following'
  const option = prompt.options?.find(({ retired }) => !retired)?.key
  if (prompt.kind === 'text') conversation.write('…')
  else if (prompt.kind === 'choice') conversation.choose(option === undefined ? ['other'] : [option])
  else conversation.choose(toScore(prompt, band))
  // Of several options one is chosen, and a text is written: both wait to be sent.
  if (conversation.state.step === 'asking') conversation.next()
  while (conversation.state.step !== wanted && conversation.state.step !== 'thanking') {
    const { step } = conversation.state
    conversation.next()
    if (conversation.state.step === step) return
  }
}

/** A score of this band: the last one, where a whole run of them is in it. A scale without a middle gives its best. */
function toScore({ kind, scaleMax }: Asked, band: 'low' | 'mid' | 'high'): number {
  const { min } = SCALES[kind]
  const scores = Array.from({ length: scaleMax - min + 1 }, (_, step) => min + step)
  return scores.findLast((score) => toBand(kind, scaleMax, score) === band) ?? scaleMax
}
