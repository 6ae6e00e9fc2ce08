/** Chance from a seed: the same every time. */
export interface Dice {
  below: (limit: number) => number
  pick: <Item>(items: readonly Item[]) => Item
}

/** Mulberry32 (Tommy Ettinger, 2017, public domain). */
export function createDice(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
  }
}

/** Puts digits into a pattern: `#` is any, `*` is 2 to 9, `~` is 6 or 7. */
export function fill(dice: Dice, pattern: string): string {
  return pattern.replaceAll(/[#*~]/g, (place) => dice.pick([...(place === '#' ? '0123456789' : place === '*' ? '23456789' : '67')]))
}
