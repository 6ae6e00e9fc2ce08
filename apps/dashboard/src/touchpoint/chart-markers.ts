/** Something that happened, with its place on the chart in pixels from its left edge. */
type Marked<Thing> = { thing: Thing; left: number }

/** One line down the chart: what happened there, its number in the list below, and whether its name fits beside it. */
type Marker<Thing> = { left: number; things: Thing[]; number: number; label: 'after' | 'before' | 'number' }

/** Closer than this, two lines are one. */
const APART = 18
/** What stands between a line and its name, and around the name. */
const AIR = 24

/**
 * Lines for what happened in a range. Those too close to be told apart share one line; a name is
 * written where it runs into no other line and not over the edge, else its number stands for it.
 *
 * @param width of the chart, in pixels
 * @param toTextWidth how wide the name of a thing is about to be
 */
export function toMarkers<Thing>(marked: readonly Marked<Thing>[], width: number, toTextWidth: (thing: Thing) => number): Marker<Thing>[] {
  const groups: Marked<Thing[]>[] = []
  for (const { thing, left } of marked.filter(({ left: place }) => place >= 0 && place <= width).toSorted((a, b) => a.left - b.left)) {
    const last = groups.at(-1)
    if (last && left - last.left < APART) last.thing.push(thing)
    else groups.push({ thing: [thing], left })
  }
  /** Up to where names that are already written reach. */
  let taken = 0
  let number = 1
  return groups.map(({ thing: things, left }, index) => {
    const first = number
    number += things.length
    const [only] = things
    const next = groups[index + 1]?.left ?? width
    const needed = things.length === 1 && only !== undefined ? toTextWidth(only) + AIR : Number.POSITIVE_INFINITY
    const isAfter = left + needed <= next
    const isBefore = !isAfter && left - needed >= taken
    taken = isAfter ? left + needed : left + APART / 2
    return { left, things, number: first, label: isAfter ? 'after' : isBefore ? 'before' : 'number' }
  })
}
