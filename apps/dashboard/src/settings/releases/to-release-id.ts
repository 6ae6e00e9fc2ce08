import { LIMITS } from '@pulso/protocol/constants'

/** An id for a release that a person marks: its name as far as ids can carry it, and a number where that is taken. */
export function toReleaseId(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._+-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, LIMITS.keyLength - 6)
  const base = plain === '' ? 'release' : plain
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}
