import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const DIST = join(import.meta.dirname, 'dist')

/** What opening the dashboard downloads, and what it may. */
export interface DashboardSize {
  name: string
  bytes: number
  limitBytes: number
}

interface ManifestEntry {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
  assets?: string[]
}

/** The file whose page opens first: the journey. */
const HOME = 'src/journey/journey-page.tsx'
const FIRST_LOAD_BYTES = 90 * 1024
/** What any further page may add when it is opened. */
const PAGE_BYTES = 60 * 1024

/** Weighs the built dashboard: brotli 11, but for the font, which is compressed already. */
export function measureDashboard(): DashboardSize[] {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8')) as Record<string, ManifestEntry>
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry)
  if (entry === undefined || manifest[HOME] === undefined) throw new Error(`the built dashboard has no entry or no ${HOME}`)
  const filesOf = (name: string, seen = new Set<string>()): Set<string> => {
    const part = manifest[name]
    if (!part || seen.has(part.file)) return seen
    seen.add(part.file)
    for (const file of [...(part.css ?? []), ...(part.assets ?? [])]) seen.add(file)
    for (const imported of part.imports ?? []) filesOf(imported, seen)
    return seen
  }
  const shell = filesOf(entry)
  const first = new Set(['index.html', 'remembered-look.js', 'icon.svg', ...shell, ...filesOf(HOME)])
  const pages = Object.keys(manifest).filter((name) => /-page\.tsx$/.test(name) && name !== HOME && manifest[name]?.isEntry !== true)
  return [
    { name: 'dashboard, first load with its font', bytes: toBytes(first), limitBytes: FIRST_LOAD_BYTES },
    ...pages.map((name) => ({
      name: `dashboard, ${/([^/]+)-page\.tsx$/.exec(name)?.[1]} when opened`,
      bytes: toBytes([...filesOf(name)].filter((file) => !first.has(file))),
      limitBytes: PAGE_BYTES,
    })),
  ]
}

function toBytes(files: Iterable<string>): number {
  let sum = 0
  for (const file of files) {
    const content = readFileSync(join(DIST, file))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
    sum += file.endsWith('.woff2') ? content.length : brotliCompressSync(content, { params }).length
  }
  return sum
}
