import { Random } from '@pulso/stats/simulation'

/** The simulations' source of chance, with what tests make of it. */
export class SeededRandom extends Random {
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
