import type { KindModule } from '../../core/parts.ts'
import { drawTextBox } from '../text-box.ts'

/** A suggestion box. */
const drawQuestion: KindModule['drawQuestion'] = (h, { wording, texts, conversation }) =>
  h(
    'form',
    {
      class: 'step',
      submit(event: Event) {
        event.preventDefault()
        conversation.next()
      },
    },
    drawTextBox(h, conversation.state.comment, conversation.write, { rows: 4, required: true, 'aria-labelledby': 'question' }),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'send', part: 'send' }, wording.second ? texts.next : texts.send)),
  )

const css = ''

export { css, drawQuestion }
