/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of time, then 72 of chance from 9
 * random bytes. Made by hand because http origins have no `crypto.randomUUID`,
 * which makes no v7 anyway.
 */
export function toUuidV7(atMs: number, random: Uint8Array): string {
  const chance = Array.from(random, (byte) => (byte + 256).toString(16).slice(1)).join('')
  const digits = `${atMs.toString(16).padStart(12, '0')}7${chance.slice(0, 3)}8${chance.slice(3)}`
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
