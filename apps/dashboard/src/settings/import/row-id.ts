/** SHA-256 in hexadecimal digits. */
export async function toHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * A UUIDv7 (RFC 9562) that is the same whenever the same row is read: its time is
 * when the answer was given, and what is random in others is a hash of the row. So
 * sending a row again changes nothing.
 */
export async function toRowId(identity: string, at: number): Promise<string> {
  const time = at.toString(16).padStart(12, '0')
  const hash = await toHash(identity)
  const variant = '89ab'[Number.parseInt(hash[3] ?? '0', 16) % 4]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}
