import type { SCALES } from '@pulso/protocol/constants'
import type { KindModule } from '../core/parts.ts'
import { drawRadios, toPointName } from './radios.ts'

/** NPS alone begins at zero. */
const LOWEST_NPS: (typeof SCALES)['nps']['min'] = 0

const toLowest = (kind: string) => (kind === 'nps' ? LOWEST_NPS : 1)

/** A scale of numbers, in the visitor's digits: NPS, satisfaction and effort. */
export const numbers: KindModule = {
  css: '',
  Question: (h, props) => {
    const digits = new Intl.NumberFormat(props.locale)
    return drawRadios(h, props, toLowest(props.prompt.kind), (score) => digits.format(score))
  },
  Chosen: (h, props) => {
    const { score } = props.conversation.state
    const name = toPointName(props, score, toLowest(props.prompt.kind))
    return h('span', { role: 'img', 'aria-label': name, class: 'point chosen' }, new Intl.NumberFormat(props.locale).format(score))
  },
}
