/**
 * Why a change cannot be made to the journey as it is now: somebody else
 * changed it since (`gone`, `changed`), or it would leave something without a
 * place. `name` is of what stands in the way.
 */
export type RefusalReason = 'gone' | 'changed' | 'key-taken' | 'last-stage' | 'only-place' | 'merged-with-itself' | 'journey-changed'

/** Thrown by a change when it is applied to the newest definition, so that nothing is written. */
export class EditRefused extends Error {
  readonly reason: RefusalReason
  readonly subject: string

  constructor(reason: RefusalReason, subject = '') {
    super(`${reason}: ${subject}`)
    this.reason = reason
    this.subject = subject
  }
}
