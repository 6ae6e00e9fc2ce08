import type { KindModule } from '../../core/parts.ts'
import { drawSend, drawTextBox } from '../text-box.ts'

/** A suggestion box. */
const drawQuestion: KindModule['drawQuestion'] = (h, { wording, texts, conversation }) => {
  const box = drawTextBox(h, conversation.state.comment, conversation.write, { rows: 4, required: true, 'aria-labelledby': 'question' })
  const next = () => {
    if (box.reportValidity()) conversation.next()
  }
  return h('form', { class: 'step' }, box, h('div', { class: 'actions' }, drawSend(h, wording.second ? texts.next : texts.send, next)))
}

const css = ''

export { css, drawQuestion }
