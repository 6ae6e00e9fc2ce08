const SIGN_IN_MS = 24 * 3_600_000
const SESSION_MS = 14 * 86_400_000

/** Makes a code that opens one session within 24 hours. */
export async function createSignInCode(database: D1Database, now: number): Promise<{ code: string; expiresAt: number }> {
  const code = toSecret()
  const expiresAt = now + SIGN_IN_MS
  await database
    .prepare('INSERT INTO sign_in_codes (code_hash, expires_at) VALUES (?1, ?2)')
    .bind(await toHash(code), expiresAt)
    .run()
  return { code, expiresAt }
}

/** Spends a code: the token of a new session, or null when the code is unknown, used or too old. */
export async function createSession(
  database: D1Database,
  code: string,
  now: number,
): Promise<{ token: string; maxAgeSeconds: number } | null> {
  const spent = await database
    .prepare('DELETE FROM sign_in_codes WHERE code_hash = ?1 AND expires_at > ?2 RETURNING code_hash')
    .bind(await toHash(code), now)
    .first()
  if (!spent) return null
  const token = toSecret()
  await database
    .prepare('INSERT INTO sessions (token_hash, expires_at) VALUES (?1, ?2)')
    .bind(await toHash(token), now + SESSION_MS)
    .run()
  return { token, maxAgeSeconds: SESSION_MS / 1000 }
}

export async function hasSession(database: D1Database, token: string, now: number): Promise<boolean> {
  const row = await database
    .prepare('SELECT 1 FROM sessions WHERE token_hash = ?1 AND expires_at > ?2')
    .bind(await toHash(token), now)
    .first()
  return row !== null
}

export async function endSession(database: D1Database, token: string): Promise<void> {
  await database
    .prepare('DELETE FROM sessions WHERE token_hash = ?1')
    .bind(await toHash(token))
    .run()
}

export async function removeExpired(database: D1Database, now: number): Promise<void> {
  await database.batch(
    ['sign_in_codes', 'sessions'].map((table) => database.prepare(`DELETE FROM ${table} WHERE expires_at <= ?1`).bind(now)),
  )
}

function toSecret(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(32)))
}

async function toHash(secret: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))))
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
