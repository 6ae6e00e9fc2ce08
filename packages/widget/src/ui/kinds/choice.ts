import type { KindModule, QuestionProps } from '../../core/parts.ts'
import { drawSend, drawTextBox } from '../text-box.ts'
import { css } from './choice.css'

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
  // "Something else" and "none of these" stay where people look for them: at the end.
  const order = [
    ...(prompt.shuffle ? shuffle(keys) : keys),
    ...(prompt.other ? [OTHER] : []),
    ...shown.filter(({ exclusive }) => exclusive).map(({ key }) => key),
  ]
  orders.set(conversation, order)
  return order
}

const drawQuestion: KindModule['drawQuestion'] = (h, props) => {
  const { prompt, wording, texts, conversation } = props
  const { multiple } = prompt
  const keys = toOrder(props)
  const isExclusive = (key: string) => prompt.options?.some((option) => option.key === key && option.exclusive)
  const choose = (key: string) => {
    const { choices, other } = conversation.state
    if (!multiple) return conversation.choose([key], other)
    const rest = choices.filter((chosen) => chosen !== key && !isExclusive(chosen) && !isExclusive(key))
    conversation.choose(choices.includes(key) ? rest : [...rest, key], other)
  }
  const controls = keys.map(
    (key, index) =>
      h('input', {
        type: multiple ? 'checkbox' : 'radio',
        name: 'choice',
        value: index + 1,
        click() {
          choose(key)
          show()
        },
      }) as HTMLInputElement,
  )
  const box = drawTextBox(h, conversation.state.other, (text) => conversation.choose(conversation.state.choices, text), {
    rows: 2,
    'aria-label': wording.other,
    placeholder: texts.optional,
  })
  const send = drawSend(h, wording.followUp.mid || wording.second ? texts.next : texts.send, conversation.next)
  const actions = h('div', { class: 'actions' }, multiple && h('span', { id: 'several' }, texts.chooseAny), send) as HTMLElement
  const show = () => {
    const { choices } = conversation.state
    controls.forEach((control, index) => {
      control.checked = choices.includes(keys[index] as string)
    })
    box.hidden = !choices.includes(OTHER)
    actions.hidden = !multiple && box.hidden
    send.disabled = !choices[0]
  }
  show()
  return h(
    'form',
    { class: 'step' },
    h(
      'div',
      {
        role: multiple ? 'group' : 'radiogroup',
        'aria-labelledby': 'question',
        'aria-describedby': multiple && 'several',
        class: 'options',
        part: 'scale',
      },
      controls.map((control, index) => {
        const key = keys[index] as string
        return h(
          'label',
          { class: 'option', part: 'point' },
          control,
          h('span', { class: 'box' }),
          h('span', {}, key === OTHER ? wording.other : (wording.options[key] ?? key)),
        )
      }),
    ),
    box,
    actions,
  )
}

export { css, drawQuestion }
