/**
 * Rounds of PBKDF2-SHA-256. Few for a password alone: a request of the free plan may
 * compute for 10 ms, and these take about 4 (see docs/security.md). The salt makes up
 * for it: it is the code of the link, 256 random bits that the database does not hold,
 * so a copy of the database cannot be guessed at, however fast; and who has the link
 * guesses where wrong ones are counted, and nowhere else: see `GivenPassword`.
 */
const ROUNDS = 40_000

/** What a password is made into: it stands in the token of who gave it, and as SHA-256 in the database. */
export async function toPasswordProof(password: string, code: string): Promise<string> {
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', encoder.encode(password.normalize('NFKC')), 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(code), iterations: ROUNDS }, key, 256)
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
