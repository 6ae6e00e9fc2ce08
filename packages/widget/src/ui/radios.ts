import type { CreateElement, QuestionProps } from '../core/parts.ts'

/** The name of one point in the visitor's language and digits, with what the end of the scale means. */
export function toPointName({ prompt, wording, texts, locale }: QuestionProps, score: number, lowest: number): string {
  const digits = new Intl.NumberFormat(locale)
  const end = score === lowest ? wording.low : score === prompt.scaleMax ? wording.high : ''
  const name = texts.point.replace('{score}', digits.format(score)).replace('{highest}', digits.format(prompt.scaleMax))
  return name + (end && `, ${end}`)
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
  toPoint: (score: number) => unknown,
  toName = (score: number) => toPointName(props, score, lowest),
) {
  const { prompt, wording, conversation } = props
  const scores = Array.from({ length: prompt.scaleMax - lowest + 1 }, (_, index) => lowest + index)
  return h(
    'div',
    null,
    h(
      'div',
      { role: 'radiogroup', 'aria-labelledby': 'question', class: 'scale', part: 'scale' },
      scores.map((score) =>
        h(
          'label',
          { key: score },
          h('input', {
            type: 'radio',
            name: 'score',
            value: score,
            'aria-label': toName(score),
            checked: score === conversation.state.score,
            onClick: () => conversation.choose(score),
          }),
          h('span', { class: 'point', part: 'point' }, toPoint(score) as string),
        ),
      ),
    ),
    wording.low && h('div', { class: 'ends', 'aria-hidden': 'true' }, h('span', null, wording.low), h('span', null, wording.high)),
  )
}
