import { DurableObject } from 'cloudflare:workers'
import type { Bindings } from '../bindings.ts'
import { AnswerWindow, type CountedAnswer } from './answer-window.ts'

/**
 * Watches the answers of one site for many from one network. Networks stay in the
 * memory of this object, for an hour, and are written nowhere: an object without
 * requests for a minute or two is put away and forgets them, but who sends more
 * than the limit in an hour never leaves it that long without one.
 */
export class BallotWatch extends DurableObject<Bindings> {
  readonly #window = new AnswerWindow()

  /** Counts answers that have been stored. @returns ids that belong into quarantine now */
  count(answers: CountedAnswer[], limit: number): string[] {
    return this.#window.add(answers, limit, Date.now())
  }
}
