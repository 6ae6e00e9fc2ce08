const WINDOW_MS = 3_600_000
/** Over all networks and prompts: stops a flood from filling the memory of the object that counts it. */
const MOST_ANSWERS = 50_000
/** What is kept of that when it is full: with less room made, every further answer would walk over all of them. */
const ROOM_AFTER_SWEEP = 0.75

/** One answer, and where it came from. */
export interface CountedAnswer {
  id: string
  promptId: string
  network: string
}

/**
 * The answers of the last hour by prompt and network, in memory alone. Revisions
 * of an answer are that answer.
 */
export class AnswerWindow {
  /** Of each place the answers, oldest first, with the time they came and whether they were reported. */
  readonly #places = new Map<string, Map<string, { at: number; isReported: boolean }>>()
  #size = 0

  /**
   * Counts answers.
   *
   * @returns ids that look stuffed since: when a network goes over the limit, everything of it in this hour, then each further one
   */
  add(answers: readonly CountedAnswer[], limit: number, now: number): string[] {
    const stuffed: string[] = []
    for (const { id, promptId, network } of answers) {
      const place = `${promptId} ${network}`
      const counted = this.#places.get(place) ?? new Map<string, { at: number; isReported: boolean }>()
      this.#places.set(place, counted)
      this.#forget(counted, now - WINDOW_MS)
      if (!counted.has(id)) {
        counted.set(id, { at: now, isReported: false })
        this.#size += 1
      }
      if (counted.size <= limit) continue
      for (const [countedId, answer] of counted) {
        if (!answer.isReported) stuffed.push(countedId)
        answer.isReported = true
      }
    }
    if (this.#size > MOST_ANSWERS) this.#sweep(now - WINDOW_MS)
    return stuffed
  }

  #forget(counted: Map<string, { at: number }>, before: number): void {
    for (const [id, { at }] of counted) {
      if (at > before) return
      counted.delete(id)
      this.#size -= 1
    }
  }

  /** Forgets what is too old everywhere, and then whole places, the first first, until there is room. */
  #sweep(before: number): void {
    for (const [place, counted] of this.#places) {
      this.#forget(counted, before)
      if (counted.size === 0) this.#places.delete(place)
    }
    for (const [place, counted] of this.#places) {
      if (this.#size <= MOST_ANSWERS * ROOM_AFTER_SWEEP) return
      this.#size -= counted.size
      this.#places.delete(place)
    }
  }
}
