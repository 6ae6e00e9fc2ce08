/** SHA-256 in hexadecimal: all that the database ever holds of a secret. The secrets are random, so no salt is missing. */
export async function toHash(secret: string): Promise<string> {
  return toHex(new Uint8Array(await toDigest(secret)))
}

/** Compares two secrets in a time that says nothing about where they differ. Hashing first gives both the same length. */
export async function isSameSecret(given: string, wanted: string): Promise<boolean> {
  const [left, right] = await Promise.all([toDigest(given), toDigest(wanted)])
  return crypto.subtle.timingSafeEqual(left, right)
}

/** 256 random bits in hexadecimal. */
export function createSecret(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(32)))
}

function toDigest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
