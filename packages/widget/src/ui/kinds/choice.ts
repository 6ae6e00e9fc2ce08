import type { LIMITS } from '@pulso/protocol/constants'
import type { KindModule, QuestionProps } from '../../core/parts.ts'
import { css } from './choice.css'

const TEXT_LENGTH: typeof LIMITS.commentLength = 2000
const OTHER = 'other'

/** The order in which this visitor sees the options: drawn once, and kept while they go back and forth. */
const orders = new WeakMap<QuestionProps['conversation'], string[]>()

/** Fisher–Yates: every order is equally likely, which sorting by a random comparison is not. */
function shuffle(keys: string[]): string[] {
  for (let last = keys.length - 1; last > 0; last -= 1) {
    const drawn = Math.floor(Math.random() * (last + 1))
    const kept = keys[last] as string
    keys[last] = keys[drawn] as string
    keys[drawn] = kept
  }
  return keys
}

function toOrder({ prompt, conversation }: QuestionProps): string[] {
  const known = orders.get(conversation)
  if (known) return known
  const shown = (prompt.options ?? []).filter(({ retired }) => !retired)
  const keys = shown.filter(({ exclusive }) => !exclusive).map(({ key }) => key)
  // "None of these" and "something else" stay where people look for them: at the end.
  const order = [...(prompt.shuffle ? shuffle(keys) : keys), ...shown.filter(({ exclusive }) => exclusive).map(({ key }) => key)]
  if (prompt.other) order.push(OTHER)
  orders.set(conversation, order)
  return order
}

const Question: KindModule['Question'] = (h, props) => {
  const { prompt, wording, texts, conversation } = props
  const { choices, other } = conversation.state
  const isExclusive = (key: string) => prompt.options?.some((option) => option.key === key && option.exclusive)
  const choose = (key: string) => {
    if (!prompt.multiple) return conversation.choose([key], other)
    const rest = choices.filter((chosen) => chosen !== key && !isExclusive(chosen) && !isExclusive(key))
    conversation.choose(choices.includes(key) ? rest : [...rest, key], other)
  }
  const hasOther = choices.includes(OTHER)
  return h(
    'form',
    {
      class: 'step',
      onSubmit: (event: Event) => {
        event.preventDefault()
        conversation.next()
      },
    },
    h(
      'div',
      {
        role: prompt.multiple ? 'group' : 'radiogroup',
        'aria-labelledby': 'question',
        'aria-describedby': prompt.multiple ? 'several' : undefined,
        class: 'options',
        part: 'scale',
      },
      toOrder(props).map((key, index) =>
        h(
          'label',
          { key, class: 'option', part: 'point' },
          h('input', {
            type: prompt.multiple ? 'checkbox' : 'radio',
            name: 'choice',
            value: index + 1,
            checked: choices.includes(key),
            onClick: () => choose(key),
          }),
          h('span', { class: 'box' }),
          h('span', null, key === OTHER ? wording.other : (wording.options[key] ?? key)),
        ),
      ),
    ),
    prompt.multiple && h('p', { id: 'several', class: 'ends' }, texts.chooseAny),
    hasOther &&
      h('textarea', {
        part: 'comment',
        rows: 2,
        maxLength: TEXT_LENGTH,
        'aria-label': wording.other,
        placeholder: texts.optional,
        defaultValue: other,
        onInput: (event: Event) => conversation.choose(choices, (event.currentTarget as HTMLTextAreaElement).value),
      }),
    (prompt.multiple || hasOther) &&
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'submit', class: 'send', part: 'send', disabled: !choices[0] }, wording.followUp.mid ? texts.next : texts.send),
      ),
  )
}

export { css, Question }
