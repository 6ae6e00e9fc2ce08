import type { LIMITS } from '@pulso/protocol/constants'
import type { KindModule } from '../../core/parts.ts'

const TEXT_LENGTH: typeof LIMITS.commentLength = 2000

/** A suggestion box. */
const Question: KindModule['Question'] = (h, { wording, texts, conversation }) =>
  h(
    'form',
    {
      class: 'step',
      onSubmit: (event: Event) => {
        event.preventDefault()
        conversation.next()
      },
    },
    h('textarea', {
      part: 'comment',
      rows: 4,
      required: true,
      maxLength: TEXT_LENGTH,
      'aria-labelledby': 'question',
      defaultValue: conversation.state.comment,
      onInput: (event: Event) => conversation.write((event.currentTarget as HTMLTextAreaElement).value),
    }),
    h('div', { class: 'actions' }, h('button', { type: 'submit', class: 'send', part: 'send' }, wording.second ? texts.next : texts.send)),
  )

const css = ''

export { css, Question }
