import type { CreateElement, QuestionProps } from '../core/parts.ts'
import { toDigits } from './to-digits.ts'

/** The name of one point in the visitor's language and digits, with what the end of the scale means. */
export function toPointName({ prompt, wording, texts, locale }: QuestionProps, score: number, lowest: number): string {
  const end = score === lowest ? wording.low : score === prompt.scaleMax ? wording.high : ''
  const name = texts.point.replace('{score}', toDigits(score, locale)).replace('{highest}', toDigits(prompt.scaleMax, locale))
  return name + (end && ', ' + end)
}

/**
 * The scale as native radios. A click chooses, also the one that a screen
 * reader sends. Keys are the card's: browsers turn arrows into clicks that
 * cannot be told from chosen ones, and Space does nothing on a checked radio.
 */
export function drawRadios(
  h: CreateElement,
  props: QuestionProps,
  lowest: number,
  drawPoint: (score: number) => Element | string,
  toName = (score: number) => toPointName(props, score, lowest),
): Element {
  const { prompt, wording, conversation } = props
  const scores = Array.from({ length: prompt.scaleMax - lowest + 1 }, (_, index) => lowest + index)
  return h(
    'div',
    {},
    h(
      'div',
      { role: 'radiogroup', 'aria-labelledby': 'question', class: 'scale', part: 'scale' },
      scores.map((score) =>
        h(
          'label',
          {},
          h('input', {
            type: 'radio',
            name: 'score',
            value: score,
            'aria-label': toName(score),
            checked: score === conversation.state.score,
            click: () => conversation.choose(score),
          }),
          h('span', { class: 'point', part: 'point' }, drawPoint(score)),
        ),
      ),
    ),
    wording.low && h('div', { class: 'ends', 'aria-hidden': 'true' }, h('span', {}, wording.low), h('span', {}, wording.high)),
  )
}

/** What was chosen, small, as a picture with its name. */
export function drawChosenPoint(h: CreateElement, name: string, children: Element | string, more = ''): Element {
  return h('span', { role: 'img', 'aria-label': name, class: 'point chosen ' + more }, children)
}
