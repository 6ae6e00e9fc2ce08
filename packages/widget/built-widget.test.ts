import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
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

test("leaves the worker one place for the site's prompts", () => {
  expect(
    readBuilt('loader.js')
      .get('browser/loader.js')
      ?.match(/__PULSO_SITE__/g),
  ).toHaveLength(1)
})

test('names chunks in the loader that are there', () => {
  const loader = readBuilt('loader.js').get('browser/loader.js') ?? ''
  const named = [...loader.matchAll(/(?:ui|delivery)-\w+\.js/g)].map(([name]) => name)
  expect(named.sort()).toEqual(readdirSync(join(DIST, 'browser')).filter((name) => name !== 'loader.js'))
})

test('stays within its weight', () => {
  for (const { name, bytes, limitBytes } of measureSizes()) expect(bytes, name).toBeLessThanOrEqual(limitBytes)
})

test('publishes types that need nothing else', () => {
  const types = readBuilt('.d.ts')
  expect([...types.values()].join('\n')).toContain('export interface PulsoOptions')
  for (const [name, source] of types) {
    for (const [, from = ''] of source.matchAll(/from '([^']+)'/g)) {
      expect(types.has(join(name, '..', from).replace(/\.js$/, '.d.ts')), `${name} imports ${from}`).toBe(true)
    }
  }
})

test('is a well-formed package', async () => {
  const { messages, pkg } = await publint({ pkgDir: import.meta.dirname, strict: true, pack: false })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('can be imported and called on a server, where it does nothing and keeps nothing running', () => {
  const script = `
    const { createPulso } = await import(${JSON.stringify(join(DIST, 'npm/index.js'))})
    globalThis.fetch = () => { throw new Error('a server fetches nothing') }
    const pulso = createPulso({ siteKey: 'pk_test', host: 'https://feedback.example.com' })
    pulso.touchpoint('checkout')
    pulso.ask('nps', { touchpoint: 'checkout' })
    pulso.configure({ locale: 'es' })
    pulso.destroy()
    console.log('done')`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 10_000 })).toBe('done\n')
})
