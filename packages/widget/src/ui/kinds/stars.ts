import type { CreateElement, KindModule } from '../../core/parts.ts'
import { drawRadios } from '../radios.ts'
import { css } from './stars.css'

const drawStar = (h: CreateElement) =>
  h(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    h('path', { d: 'm12 2.6 2.9 6.1 6.6.8-4.9 4.6 1.3 6.6-5.9-3.3-5.9 3.3 1.3-6.6L2.500 9.500l6.600-.8z' }),
  )

/** "1 estrella", "4 estrellas": as many forms as the language has. */
const toStars = ({ texts, locale }: Parameters<KindModule['Question']>[1], score: number) =>
  (texts.stars[new Intl.PluralRules(locale).select(score)] ?? texts.stars.other ?? '{n}').replace(
    '{n}',
    new Intl.NumberFormat(locale).format(score),
  )

const Question: KindModule['Question'] = (h, props) => {
  const { wording, prompt } = props
  const toEnd = (score: number) => (score === 1 ? wording.low : score === prompt.scaleMax ? wording.high : '')
  return drawRadios(
    h,
    props,
    1,
    () => drawStar(h),
    (score) => toStars(props, score) + (toEnd(score) && `, ${toEnd(score)}`),
  )
}

const Chosen: KindModule['Question'] = (h, props) => {
  const { score } = props.conversation.state
  return h(
    'span',
    { role: 'img', 'aria-label': toStars(props, score), class: 'stars-chosen' },
    Array.from({ length: score }, () => drawStar(h)),
  )
}

export { Chosen, css, Question }
