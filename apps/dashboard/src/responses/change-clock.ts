/** Tells whether what was read of a response is older than what was changed of it from here. */
type ChangeClock = {
  /** When something begins to be read. */
  now: () => number
  /** These are being changed. @returns which change it is */
  begin: (ids: readonly string[]) => number
  /** A change has been answered. @returns those of which it was the newest change: of the others a later one has the word */
  end: (change: number, ids: readonly string[]) => string[]
  /** Whether what was begun to be read at that time may tell of before a change. */
  isChangedSince: (id: string, readAt: number) => boolean
}

/** Live looks and presses of keys cross on the way: a look that was sent before a change and answered after it must not undo it on the screen. */
export function createChangeClock(): ChangeClock {
  let time = 0
  const changes = new Map<string, { newest: number; endedAt: number }>()
  return {
    now: () => time,
    begin: (ids) => {
      time += 1
      for (const id of ids) changes.set(id, { newest: time, endedAt: Number.POSITIVE_INFINITY })
      return time
    },
    end: (change, ids) => {
      time += 1
      const own = ids.filter((id) => changes.get(id)?.newest === change)
      for (const id of own) changes.set(id, { newest: change, endedAt: time })
      return own
    },
    isChangedSince: (id, readAt) => (changes.get(id)?.endedAt ?? 0) > readAt,
  }
}
