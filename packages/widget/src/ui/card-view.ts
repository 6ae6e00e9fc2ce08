import type { KindModule, QuestionProps } from '../core/parts.ts'
import { h } from './create-element.ts'
import { drawSend, drawTextBox } from './text-box.ts'

/** What the card says and asks at one step of the conversation. */
export function drawStep(props: QuestionProps, kind: KindModule): Element {
  const { prompt, wording, texts, conversation } = props
  const { step, band, comment, second } = conversation.state
  if (step === 'asking') {
    return h(
      'div',
      { class: 'step' },
      h('p', { id: 'question', class: 'question', part: 'question' }, wording.question),
      kind.drawQuestion(h, props),
    )
  }
  if (step === 'thanking') {
    const href = prompt.links?.[band]
    return h(
      'div',
      { class: 'step thanks', part: 'thanks' },
      h('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, h('path', { d: 'm5.5 12.5 4.5 4.5 8.5-9.5' })),
      h('p', { class: 'question' }, wording.thanks),
      href && h('a', { href, target: '_blank', rel: 'noreferrer', class: 'send', part: 'link' }, wording.links[band]),
    )
  }
  const isFollowing = step === 'following'
  return h(
    'form',
    { class: 'step' },
    h('label', { class: 'question', for: 'comment', part: 'question' }, isFollowing ? wording.followUp[band] : wording.second),
    drawTextBox(h, isFollowing ? comment : second, conversation.write, { id: 'comment', rows: 3, placeholder: texts.optional }),
    h(
      'div',
      { class: 'actions' },
      isFollowing ? kind.drawChosen?.(h, props) : undefined,
      h('button', { type: 'button', class: 'back', part: 'back', click: conversation.back }, texts.back),
      drawSend(h, isFollowing && wording.second ? texts.next : texts.send, conversation.next),
    ),
  )
}
