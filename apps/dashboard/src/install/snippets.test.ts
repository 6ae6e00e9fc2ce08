import { Response, ResponseBatch } from '@pulso/protocol'
import { KINDS, SCALES } from '@pulso/protocol/constants'
import { expect, test } from 'vitest'
import { type Moment, toNpmSnippet, toPinnedTag, toPolicyLines, toReactSnippet, toScriptSnippet, toTagManagerSnippet } from './snippets.ts'
import { toTestAnswer, toTestKey } from './test-answer.ts'

const address = { host: 'https://pulso.example', siteKey: 'pk_abcd' }
const reach: Moment = { touchpoint: 'checkout', promptId: 'pay', way: 'reach' }
const ask: Moment = { ...reach, way: 'ask' }

/** What the inline parts of a snippet leave for the widget, as a page runs them. */
function runScripts(snippet: string): { calls: unknown; loads: string[] } {
  const loads: string[] = []
  const page = { pulso: undefined as unknown }
  const document = {
    createElement: () => ({ src: '' }),
    head: { appendChild: ({ src }: { src: string }) => loads.push(src) },
  }
  for (const [, code = ''] of snippet.matchAll(/<script>([\s\S]*?)<\/script>/g)) new Function('window', 'document', code)(page, document)
  return { calls: page.pulso, loads }
}

test('leaves the call of the touchpoint, or of its prompt, for the script to find', () => {
  const snippet = toScriptSnippet(address, reach)
  expect(snippet).toContain('<script async src="https://pulso.example/w/pk_abcd.js"></script>')
  expect(runScripts(snippet).calls).toEqual([['touchpoint', 'checkout']])
  expect(runScripts(toScriptSnippet(address, ask)).calls).toEqual([['ask', 'pay', { touchpoint: 'checkout' }]])
  expect(runScripts(toScriptSnippet(address, { ...ask, promptId: null })).calls).toEqual([['touchpoint', 'checkout']])
})

test('does the same by a tag manager, in words that an old parser knows', () => {
  const snippet = toTagManagerSnippet(address, ask)
  expect(runScripts(snippet)).toEqual({
    calls: [['ask', 'pay', { touchpoint: 'checkout' }]],
    loads: ['https://pulso.example/w/pk_abcd.js'],
  })
  expect(snippet).not.toMatch(/=>|\blet\b|\bconst\b|`|\|\|=/)
})

test('does the same as a module and in React', () => {
  for (const snippet of [toNpmSnippet(address, reach), toReactSnippet(address, reach)]) {
    expect(snippet).toContain("touchpoint('checkout')")
    expect(snippet).toContain("siteKey: 'pk_abcd'")
    expect(snippet).toContain("host: 'https://pulso.example'")
  }
  expect(toNpmSnippet(address, ask)).toContain("pulso.ask('pay', { touchpoint: 'checkout' })")
  expect(toReactSnippet(address, ask)).toContain("pulso?.ask('pay', { touchpoint: 'checkout' })")
})

test('names the host alone in a policy, and the hash in the tag of the pinned copy', () => {
  expect(toPolicyLines(address.host)).toBe('script-src https://pulso.example;\nconnect-src https://pulso.example;')
  const tag = toPinnedTag(address, { path: '/widget/1234/pulso.js', integrity: 'sha384-abc' })
  expect(tag).toContain('integrity="sha384-abc"')
  expect(tag).toContain('src="https://pulso.example/widget/1234/pulso.js?site=pk_abcd"')
})

test('makes a test answer to every kind of prompt that the worker takes', () => {
  for (const kind of KINDS) {
    for (const scaleMax of SCALES[kind].max) {
      const options = kind === 'choice' ? [{ key: 'old', retired: true as const }, { key: 'price' }] : undefined
      const prompt = { id: 'one', version: 2, kind, scaleMax, options }
      const answer = toTestAnswer(prompt, 'checkout', 'es', 'Una prueba', Date.now())
      expect(Response.parse(answer)).toMatchObject({ kind, comment: 'Una prueba', ...(kind === 'choice' && { choices: ['price'] }) })
      expect(ResponseBatch.safeParse({ siteKey: toTestKey('pk_abcd'), sentAt: Date.now(), responses: [answer] }).success).toBe(true)
    }
  }
  expect(toTestKey('pk_abcd')).toBe('pk_test_abcd')
})
