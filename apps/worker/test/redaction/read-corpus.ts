import { REDACTIONS, type Redaction } from '@pulso/protocol'
import type { Finding } from '../../src/privacy/redact.ts'

/** A comment and the personal data that was planted in it. */
export interface Labelled {
  text: string
  planted: Finding[]
}

const MARK = new RegExp(`\\{(${REDACTIONS.join('|')})\\|([^}]*)\\}`, 'g')

/** A comment with what is personal in it written as `{email|ana@example.com}`. */
export function readLabelled(line: string): Labelled {
  const planted: Finding[] = []
  let text = ''
  let last = 0
  for (const { 0: mark, 1: what, 2: value = '', index } of line.matchAll(MARK)) {
    text += line.slice(last, index)
    planted.push({ what: what as Redaction, start: text.length, end: text.length + value.length })
    text += value
    last = index + mark.length
  }
  return { text: text + line.slice(last), planted }
}
