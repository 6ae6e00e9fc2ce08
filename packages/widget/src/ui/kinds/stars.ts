import type { CreateElement, KindModule } from '../../core/parts.ts'
import { drawRadios } from '../radios.ts'
import { toDigits } from '../to-digits.ts'
import { css } from './stars.css'

const drawStar = (h: CreateElement) =>
  h(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    h('path', { d: 'm12 2.6 2.9 6.1 6.6.8-4.9 4.6 1.3 6.6-5.9-3.3-5.9 3.3 1.3-6.6L2.5 9.5l6.6-.8z' }),
  )

/** "1 estrella", "4 estrellas": as many forms as the language has. */
const toStars = ({ texts, locale }: Parameters<KindModule['drawQuestion']>[1], score: number) =>
  (texts.stars[new Intl.PluralRules(locale).select(score)] ?? texts.stars.other ?? '{n}').replace('{n}', toDigits(score, locale))

const drawQuestion: KindModule['drawQuestion'] = (h, props) => {
  const { wording, prompt } = props
  const toEnd = (score: number) => (score === 1 ? wording.low : score === prompt.scaleMax ? wording.high : '')
  const toName = (score: number) => toStars(props, score) + (toEnd(score) && `, ${toEnd(score)}`)
  return drawRadios(h, props, 1, () => drawStar(h), toName)
}

const drawChosen: KindModule['drawQuestion'] = (h, props) => {
  const { score } = props.conversation.state
  const stars = Array.from({ length: score }, () => drawStar(h))
  return h('span', { role: 'img', 'aria-label': toStars(props, score), class: 'stars-chosen' }, stars)
}

export { css, drawChosen, drawQuestion }
