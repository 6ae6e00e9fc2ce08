import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { expect, test } from 'vitest'
import { measureSizes } from './sizes.ts'

const DIST = join(import.meta.dirname, 'dist')

/** Every built file that ends so, by its path under `dist`. */
function readBuilt(ending: string): Map<string, string> {
  const names = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending))
  if (names.length === 0) throw new Error(`dist has no ${ending} file: build first`)
  return new Map(names.map((name) => [name, readFileSync(join(DIST, name), 'utf8')]))
}

test('carries no validator to visitors', () => {
  for (const [name, code] of readBuilt('.js')) expect(code, name).not.toMatch(/zod|ZodError|_zod|safeParse|superRefine/i)
})

test('leaves the worker one place each for the prompts, the rules and the triggers of a site', () => {
  const loader = readBuilt('loader.js').get('browser/loader.js')
  for (const token of ['__PULSO_SITE__', '__PULSO_RULES__', '__PULSO_TRIGGERS__']) expect(loader?.split(token), token).toHaveLength(2)
})

test('gives every rule and every trigger as an expression that is a function', () => {
  const { rules, triggers } = JSON.parse(readFileSync(join(DIST, 'browser/pieces.json'), 'utf8')) as Record<string, Record<string, string>>
  expect(Object.keys(rules ?? {}).sort()).toEqual([
    'budget',
    'device',
    'grace',
    'language',
    'repeat',
    'sample',
    'segment',
    'traits',
    'url',
    'visits',
  ])
  expect(Object.keys(triggers ?? {}).sort()).toEqual(['click', 'dwell', 'event', 'exit', 'route', 'scroll'])
  for (const [name, code] of Object.entries({ ...rules, ...triggers })) {
    expect(typeof new Function(`return ${code}`)(), name).toBe('function')
  }
})

test('names in the loader the folder that is there, and every chunk of it by its hash', () => {
  const loader = readBuilt('loader.js').get('browser/loader.js') ?? ''
  const { path, integrity, version } = JSON.parse(readFileSync(join(DIST, 'browser/integrity.json'), 'utf8')) as Record<string, string>
  // Not whichever there is: a build that came from a cache leaves the one before beside it.
  const folder = /\/([0-9a-f]{8})\//.exec(path ?? '')?.[1] ?? ''
  expect(loader).toContain(`widget/${folder}/`)
  expect([path, version]).toEqual([`/widget/${folder}/pulso.js`, '0.1.0'])
  const toIntegrity = (file: string) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`
  const pinned = join(DIST, 'browser', folder, 'pulso.js')
  expect(integrity).toBe(toIntegrity(pinned))
  const chunks = readdirSync(join(DIST, 'browser', folder)).filter((name) => name !== 'pulso.js')
  for (const name of chunks) expect(readFileSync(pinned, 'utf8'), name).toContain(toIntegrity(join(DIST, 'browser', folder, name)))
})

test('stays within its weight', () => {
  for (const { name, bytes, limitBytes } of measureSizes()) expect(bytes, name).toBeLessThanOrEqual(limitBytes)
})

test('publishes types that need nothing else', () => {
  const types = readBuilt('.d.ts')
  expect([...types.values()].join('\n')).toContain('export interface PulsoOptions')
  for (const [name, source] of types) {
    for (const [, from = ''] of source.matchAll(/from '([^']+)'/g)) {
      // Who uses the React entry has React.
      if (from === 'react') continue
      expect(types.has(join(name, '..', from).replace(/\.js$/, '.d.ts')), `${name} imports ${from}`).toBe(true)
    }
  }
})

test('is a well-formed package', async () => {
  const { messages, pkg } = await publint({ pkgDir: import.meta.dirname, strict: true, pack: false })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('is typed for everybody who can import it, as packed', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'pulso-pack-'))
  try {
    const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: import.meta.dirname, encoding: 'utf8' })
    const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
    // Modules alone: nobody who still requires can use a browser's import() either.
    const attw = join(import.meta.dirname, 'node_modules/.bin/attw')
    const report = execFileSync(attw, [join(folder, filename), '--profile', 'esm-only', '--no-color', '--no-emoji'], { encoding: 'utf8' })
    for (const entry of ['', '/react', '/element']) expect(report).toMatch(new RegExp(`"@pulso/widget${entry}" +│ OK \\(ESM\\) +│ OK `))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test("uses the page's own React, and no other", () => {
  const code = readFileSync(join(DIST, 'npm/react.js'), 'utf8')
  expect(code).toMatch(/from ['"]react['"]/)
  expect(code).not.toContain('__SECRET_INTERNALS')
  expect(code.length).toBeLessThan(4000)
})

test('keeps the mark that lets server components import the React entry', () => {
  expect(readFileSync(join(DIST, 'npm/react.js'), 'utf8').trimStart()).toMatch(/^['"]use client['"]/)
})

test('can be imported and called on a server, where it does nothing and keeps nothing running', () => {
  const script = `
    const { createPulso } = await import(${JSON.stringify(join(DIST, 'npm/index.js'))})
    globalThis.fetch = () => { throw new Error('a server fetches nothing') }
    const pulso = createPulso({ siteKey: 'pk_test', host: 'https://feedback.example.com' })
    pulso.touchpoint('checkout')
    pulso.ask('nps', { touchpoint: 'checkout' })
    pulso.event('order', { total: 3 })
    pulso.configure({ locale: 'es' })
    pulso.consent('granted')
    pulso.snooze(3)
    pulso.reset()
    pulso.on('shown', () => {})()
    const answers = [pulso.explain('checkout')[0].reason, await pulso.headless('nps', { touchpoint: 'checkout' }), pulso.loaded, pulso.version]
    pulso.destroy()
    console.log(JSON.stringify(answers))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 10_000 })
  expect(JSON.parse(said)).toEqual(['destroyed', null, false, '0.1.0'])
})
