import type { SCALES } from '@pulso/protocol/constants'
import type { KindModule } from '../core/parts.ts'
import { drawChosenPoint, drawRadios, toPointName } from './radios.ts'
import { toDigits } from './to-digits.ts'

/** NPS alone begins at zero. */
const LOWEST_NPS: (typeof SCALES)['nps']['min'] = 0

const toLowest = (kind: string) => (kind === 'nps' ? LOWEST_NPS : 1)

/** A scale of numbers, in the visitor's digits: NPS, satisfaction and effort. */
export const numbers: KindModule = {
  css: '',
  drawQuestion: (h, props) => drawRadios(h, props, toLowest(props.prompt.kind), (score) => toDigits(score, props.locale)),
  drawChosen(h, props) {
    const { score } = props.conversation.state
    return drawChosenPoint(h, toPointName(props, score, toLowest(props.prompt.kind)), toDigits(score, props.locale))
  },
}
