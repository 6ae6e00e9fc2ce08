/** A source of chance that gives the same for the same seed, on every machine: mulberry32 (T. Ettinger, 2017, public domain). */
export class SeededRandom {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0, up to and not 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.int(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** So many things, each made anew. */
  many<Item>(count: number, make: (index: number) => Item): Item[] {
    return Array.from({ length: count }, (_, index) => make(index))
  }

  hex(digits: number): string {
    return this.many(digits, () => this.int(0, 15).toString(16)).join('')
  }

  bytes(count: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.many(count, () => this.int(0, 255)))
  }
}
