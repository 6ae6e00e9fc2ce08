import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The SQLite file that the local product keeps its database in. Opened while the product runs, by a second process, it can end the product. */
export function findLocalDatabase(stateFolder: string): string {
  const folder = join(stateFolder, 'worker', 'v3', 'd1', 'miniflare-D1DatabaseObject')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
  if (files.length !== 1) throw new Error(`expected one database in ${folder}, found ${files.join(', ')}`)
  return join(folder, String(files[0]))
}
