import type { SeededRandom } from './seeded-random.ts'

/** A UUIDv7 (RFC 9562, section 5.7) whose random bits come from the seed. */
export function toDemoId(shownAt: number, random: SeededRandom): string {
  const time = shownAt.toString(16).padStart(12, '0')
  const bits = (hexDigits: number) =>
    random
      .below(16 ** hexDigits)
      .toString(16)
      .padStart(hexDigits, '0')
  const variant = '89ab'.charAt(random.below(4))
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits(3)}-${variant}${bits(3)}-${bits(6)}${bits(6)}`
}
