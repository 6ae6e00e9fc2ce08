import type { LIMITS } from '@pulso/protocol/constants'
import type { CreateElement } from '../core/parts.ts'

const TEXT_LENGTH: typeof LIMITS.commentLength = 2000

/** A box to write in, with what was written before. */
export function drawTextBox(
  h: CreateElement,
  text: string,
  onText: (text: string) => void,
  attributes: Parameters<CreateElement>[1],
): Element {
  const box = h('textarea', {
    part: 'comment',
    maxlength: TEXT_LENGTH,
    input: () => onText(box.value),
    ...attributes,
  }) as HTMLTextAreaElement
  box.value = text
  return box
}
