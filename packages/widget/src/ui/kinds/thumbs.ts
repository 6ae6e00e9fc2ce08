import type { CreateElement, KindModule } from '../../core/parts.ts'
import { drawChosenPoint, drawRadios } from '../radios.ts'
import { css } from './thumbs.css'

/** A thumb that points up; the other one is the same, turned. */
const drawThumb = (h: CreateElement) =>
  h(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    h('path', {
      d: 'M7.5 10.5v9h-4v-9zM7.5 10.5l4-7.5c1.8 0 2.6 1.3 2.3 2.8l-.7 3.2h5.4c1.5 0 2.4 1.2 2.1 2.6l-1.3 6c-.3 1.2-1.2 1.9-2.4 1.9h-9.4',
    }),
  )

const drawQuestion: KindModule['drawQuestion'] = (h, props) => {
  const { texts, wording } = props
  const toName = (score: number) => `${score ? texts.thumbsUp : texts.thumbsDown}, ${score ? wording.high : wording.low}`
  return drawRadios(h, props, 0, () => drawThumb(h), toName)
}

const drawChosen: KindModule['drawQuestion'] = (h, { texts, conversation: { state } }) =>
  drawChosenPoint(h, state.score ? texts.thumbsUp : texts.thumbsDown, drawThumb(h), state.score ? '' : 'down')

export { css, drawChosen, drawQuestion }
