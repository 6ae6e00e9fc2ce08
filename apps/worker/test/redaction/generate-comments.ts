import { REDACTIONS, type Redaction } from '@pulso/protocol'
import { createDice, fill } from './dice.ts'
import { type Forms, toPersonalValue } from './generate-values.ts'
import { type Labelled, readLabelled } from './read-corpus.ts'
import templates from './templates.json'

export type Part = 'tuned' | 'heldOut'

/** Sentences around a value, where … stands, and sentences with numbers that are nobody's. */
interface Templates extends Forms {
  sentences: Record<Redaction, readonly string[]>
  nobodys: readonly string[]
}

/**
 * Comments from a seed: in half of them something personal, in all of them
 * something that looks like it. The part that is held out has other sentences,
 * other numbers that are nobody's and other ways of writing, in part.
 */
export function generateComments(language: 'es' | 'en', part: Part, count: number, seed: number): Labelled[] {
  const dice = createDice(seed)
  const own: Templates = templates[language][part]
  const toNobodys = () => fill(dice, dice.pick(own.nobodys))
  return Array.from({ length: count }, () => {
    if (dice.below(2) === 0) return readLabelled(`${toNobodys()} ${toNobodys()}`)
    const what = dice.pick(REDACTIONS)
    const value = toPersonalValue(dice, what, own, language === 'es' ? 'punto' : 'dot')
    const sentence = dice.pick(own.sentences[what]).replace('…', `{${what}|${value}}`)
    const order = dice.below(2) === 0 ? [sentence, toNobodys()] : [toNobodys(), sentence]
    return readLabelled(order.join(dice.pick(['. ', '\n', ' - '])))
  })
}
