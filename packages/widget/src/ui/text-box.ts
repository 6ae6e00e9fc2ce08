import type { LIMITS } from '@pulso/protocol/constants'
import type { CreateElement } from '../core/parts.ts'

const TEXT_LENGTH: typeof LIMITS.commentLength = 2000

/** A box to write in, with what was written before. */
export function drawTextBox(
  h: CreateElement,
  text: string,
  onText: (text: string) => void,
  attributes: Parameters<CreateElement>[1],
): HTMLTextAreaElement {
  const box = h('textarea', {
    part: 'comment',
    maxlength: TEXT_LENGTH,
    input: () => onText(box.value),
    ...attributes,
  }) as HTMLTextAreaElement
  box.value = text
  return box
}

/**
 * The button that leads on, also by Enter from elsewhere in its form. The form is
 * never submitted: in a sandboxed frame the browser would refuse that, aloud.
 */
export function drawSend(h: CreateElement, name: string, next: () => void): HTMLButtonElement {
  const click = (event: Event) => {
    event.preventDefault()
    next()
  }
  return h('button', { type: 'submit', class: 'send', part: 'send', click }, name) as HTMLButtonElement
}
