import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { PromptDefinition, toCardTexts, toPrompt, type Voice, type WordingPack } from '@pulso/protocol'

const BROWSER = join(import.meta.dirname, 'dist/browser')

/** What a visit downloads, and what it may. */
export interface Size {
  name: string
  bytes: number
  limitBytes: number
}

/** Brotli 11, as a content delivery network stores a file that never changes. */
function toBrotliBytes(content: string): number {
  const bytes = Buffer.from(content)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return brotliCompressSync(bytes, { params }).length
}

/** The Spanish words of a site that asks one NPS question. */
function toSpanishPack(): string {
  const voice: Voice = { name: 'Acme', defaultLocale: 'es', locales: ['es'], tone: 'informal' }
  const prompt = toPrompt(PromptDefinition.parse({ id: 'nps', kind: 'nps', touchpoints: ['checkout'] }), voice)
  const wording = prompt.wording['es']
  if (!wording) throw new Error('there is no Spanish wording to measure')
  const pack: WordingPack = { locale: 'es', texts: toCardTexts('es', voice), prompts: { nps: wording } }
  return JSON.stringify(pack)
}

/**
 * Measures the built widget. The prompts of a site, which the worker writes into
 * the loader, are not counted, but the words of the first prompt are.
 */
export function measureSizes(): Size[] {
  // Not whichever there is: a build that came from a cache leaves the one before beside it.
  const folder = /\/([0-9a-f]{8})\//.exec(readFileSync(join(BROWSER, 'integrity.json'), 'utf8'))?.[1]
  if (!folder) throw new Error('the widget is not built')
  const read = (file: string) => readFileSync(join(BROWSER, file), 'utf8')
  const chunk = (name: string) => toBrotliBytes(read(`${folder}/${name}.js`))
  const loader = read('loader.js')
  const pieces = JSON.parse(read('pieces.json')) as { arm: string; rules: Record<string, string>; triggers: Record<string, string> }
  const toTable = (part: Record<string, string>) =>
    `{${Object.entries(part)
      .map(([name, code]) => `${name}:${code}`)
      .join()}}`
  // A site that uses no rule and no trigger; its prompts are not counted.
  const plain = loader.replace('__PULSO_SITE__', '0').replace('__PULSO_RULES__', '{}').replace('__PULSO_TRIGGERS__', 'null')
  const everything = loader
    .replace('__PULSO_SITE__', '0')
    .replace('__PULSO_RULES__', () => toTable(pieces.rules))
    .replace('__PULSO_TRIGGERS__', () => `(${pieces.arm})(${toTable(pieces.triggers)})`)
  const first = toBrotliBytes(plain) + chunk('asking') + chunk('ui') + toBrotliBytes(toSpanishPack())
  const lazy = readdirSync(join(BROWSER, folder))
    .map((file) => file.replace('.js', ''))
    .filter((name) => !['asking', 'ui', 'pulso'].includes(name))
  return [
    { name: 'page view (loader)', bytes: toBrotliBytes(plain), limitBytes: 1536 },
    { name: 'page view with every rule and trigger', bytes: toBrotliBytes(everything), limitBytes: 3000 },
    { name: 'until the first prompt is shown and sent', bytes: first, limitBytes: 11_264 },
    ...lazy.sort().map((name) => ({ name: `${name}, when used`, bytes: chunk(name), limitBytes: 1536 })),
  ]
}
