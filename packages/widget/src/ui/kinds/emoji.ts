import type { CreateElement, KindModule } from '../../core/parts.ts'
import { drawChosenPoint, drawRadios, toPointName } from '../radios.ts'
import { css } from './emoji.css'

/**
 * What each face does with its mouth, the worst also with its brows, in a
 * 24 × 24 box. Line and shape alone tell them apart: without colour, and
 * without an emoji font.
 */
const EXPRESSIONS = [
  'M7.5 17.5q4.5-5 9 0M6.8 7l3 1.4m4.4 0 3-1.4',
  'M8 16.6q4-2.6 8 0',
  'M8 15.8h8',
  'M7.8 14.8q4.2 3.4 8.4 0',
  'M7 13.8h10q-.6 4.7-5 4.7t-5-4.7z',
] as const

/** One face of a scale; a scale of three uses the second, the middle and the fourth. */
function drawFace(h: CreateElement, score: number, highest: number) {
  return h(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    h('circle', { cx: 12, cy: 12, r: 10.5, class: 'skin' }),
    h('circle', { cx: 8.6, cy: 10.6, r: 1.2, class: 'eye' }),
    h('circle', { cx: 15.4, cy: 10.6, r: 1.2, class: 'eye' }),
    h('path', { d: EXPRESSIONS[highest === 3 ? score : score - 1] ?? '' }),
  )
}

const drawQuestion: KindModule['drawQuestion'] = (h, props) => drawRadios(h, props, 1, (score) => drawFace(h, score, props.prompt.scaleMax))

const drawChosen: KindModule['drawQuestion'] = (h, props) => {
  const { score } = props.conversation.state
  return drawChosenPoint(h, toPointName(props, score, 1), drawFace(h, score, props.prompt.scaleMax))
}

export { css, drawChosen, drawQuestion }
