/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of time, then 72 of chance from 9
 * random bytes. Made by hand because http origins have no `crypto.randomUUID`,
 * which makes no v7 anyway.
 */
export function toUuidV7(atMs: number, random: Uint8Array): string {
  const time = atMs.toString(16).padStart(12, '0')
  const chance = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6)}`
}
