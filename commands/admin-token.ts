import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The operator's local token: PULSO_ADMIN_TOKEN, or one made at the first start and kept in the state folder. */
export function readAdminToken(stateFolder: string): string {
  const given = process.env['PULSO_ADMIN_TOKEN']
  if (given) return given
  const file = join(stateFolder, 'admin-token')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const token = createAdminToken()
  mkdirSync(stateFolder, { recursive: true })
  writeFileSync(file, `${token}\n`, { mode: 0o600 })
  return token
}

export function createAdminToken(): string {
  return `pulso_${randomBytes(24).toString('hex')}`
}
