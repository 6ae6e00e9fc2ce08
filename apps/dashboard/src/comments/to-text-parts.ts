import { REDACTIONS } from '@pulso/protocol/constants'
import type { Redaction } from '@pulso/protocol/types'

const MARK = new RegExp(`\\[(${REDACTIONS.join('|')})\\]`)

/** A stored comment as what somebody wrote and, between that, what was taken out before it was stored. */
export function toTextParts(text: string): (string | { redacted: Redaction })[] {
  // With its one group, the pattern leaves text and marks in turn.
  return text
    .split(MARK)
    .map((part, place) => (place % 2 === 0 ? part : { redacted: part as Redaction }))
    .filter((part) => part !== '')
}
