import { REDACTIONS, type Redaction } from '@pulso/protocol'
import { hideDatesAndPrices, hideThousands } from './redact-amounts.ts'
import { findBankAccounts } from './redact-bank-account.ts'
import { findCards } from './redact-card.ts'
import { findEmails } from './redact-email.ts'
import { toFolded } from './redact-fold.ts'
import { findIdentityNumbers } from './redact-identity.ts'
import { hideSpans, type Span, toSpans } from './redact-number-runs.ts'
import { findPhones } from './redact-phone.ts'
import { findSecrets } from './redact-secret.ts'
import { findSpokenPhones } from './redact-spoken-phone.ts'

/** Personal data in a text: what it is, and its offsets there in UTF-16 units, `end` not included. */
export interface Finding extends Span {
  what: Redaction
}

/** What an earlier redaction left. */
const MARK = new RegExp(`\\[(?:${REDACTIONS.join('|')})\\]`, 'g')

/**
 * In this order, because what one has found the next ones do not see: the surest
 * form first, the telephone, which looks like anything, last. A step without a
 * name hides what is nobody's.
 */
const STEPS: readonly ({ what: Redaction; find: (text: string) => Span[] } | { hide: (text: string) => string })[] = [
  { hide: (text) => hideSpans(text, toSpans(text.matchAll(MARK))) },
  { what: 'secret', find: findSecrets },
  { what: 'email', find: findEmails },
  { what: 'iban', find: findBankAccounts },
  { hide: hideDatesAndPrices },
  { what: 'card', find: findCards },
  { what: 'id', find: findIdentityNumbers },
  { hide: hideThousands },
  { what: 'phone', find: findPhones },
  { what: 'phone', find: findSpokenPhones },
]

/** Personal data that a text gives away by its form, in the order of the text. Time grows with the length and nothing else. */
export function findPersonalData(text: string): Finding[] {
  const folded = toFolded(text)
  const found: Finding[] = []
  let rest = folded.text
  for (const step of STEPS) {
    if ('hide' in step) {
      rest = step.hide(rest)
      continue
    }
    const spans = step.find(rest)
    rest = hideSpans(rest, spans)
    for (const { start, end } of spans) found.push({ what: step.what, start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 })
  }
  return found.sort((left, right) => left.start - right.start)
}

/** A text with `[email]`, `[phone]`, `[card]`, `[iban]`, `[id]` and `[secret]` in place of what it gave away. */
export function redact(text: string): string {
  let redacted = ''
  let last = 0
  for (const { what, start, end } of findPersonalData(text)) {
    redacted += `${text.slice(last, start)}[${what}]`
    last = end
  }
  return redacted + text.slice(last)
}
