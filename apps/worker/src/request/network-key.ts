const DAY_MS = 86_400_000

/** For deployments without the operator's secret: each instance of the worker counts for itself. Made by the first request, since nothing is random before. */
let ownSecret: string | undefined
let salt: { name: string; key: Promise<CryptoKey> } | null = null

/**
 * What stands for a network in a rate limiter: an HMAC with a salt of the day. The
 * salt comes from the operator's token, which is a secret of the worker and in no
 * database, so that keys cannot be turned back into addresses by trying all of
 * them, nor be followed from one day to the next.
 */
export async function toNetworkKey(network: string, secret: string | undefined, now: number): Promise<string> {
  const day = Math.floor(now / DAY_MS)
  ownSecret ??= crypto.randomUUID()
  const known = secret ?? ownSecret
  const name = `${day} ${known}`
  if (salt?.name !== name) salt = { name, key: createSalt(known, day) }
  return toHex(await sign(await salt.key, network))
}

async function createSalt(secret: string, day: number): Promise<CryptoKey> {
  return toKey(await sign(await toKey(new TextEncoder().encode(secret)), `pulso network of day ${day}`))
}

function toKey(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

function sign(key: CryptoKey, text: string): Promise<ArrayBuffer> {
  return crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))
}

function toHex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
