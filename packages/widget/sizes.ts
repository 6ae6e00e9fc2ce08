import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const BROWSER = join(import.meta.dirname, 'dist/browser')

/** What one visit downloads, and what it may. */
export interface Size {
  name: string
  bytes: number
  limitBytes: number
}

/** Brotli 11, as a content delivery network stores a file that never changes. The prompts of a site, which the worker writes into the loader, are not counted. */
function toBrotliBytes(file: string): number {
  const content = readFileSync(join(BROWSER, file))
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }).length
}

/** Measures the built widget. Every file beside the loader is counted for the first prompt, whether its kind needs it or not. */
export function measureSizes(): Size[] {
  const files = readdirSync(BROWSER).filter((name) => name.endsWith('.js'))
  const everything = files.reduce((bytes, file) => bytes + toBrotliBytes(file), 0)
  return [
    { name: 'page view (loader)', bytes: toBrotliBytes('loader.js'), limitBytes: 1536 },
    { name: 'until the first prompt is shown and sent', bytes: everything, limitBytes: 11_264 },
  ]
}
