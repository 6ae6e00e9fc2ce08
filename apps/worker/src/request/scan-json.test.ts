import { LIMITS } from '@pulso/protocol'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanJson } from './scan-json.ts'

const nest = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

/** How many keys and levels a parsed value has: written with recursion, as the scan must not be. */
function measure(value: unknown): { keys: number; depth: number } {
  if (typeof value !== 'object' || value === null) return { keys: 0, depth: 0 }
  const parts = Object.values(value).map(measure)
  const own = Array.isArray(value) ? 0 : parts.length
  return {
    keys: parts.reduce((sum, part) => sum + part.keys, own),
    depth: 1 + Math.max(0, ...parts.map((part) => part.depth)),
  }
}

test('counts keys and levels of any JSON as a parser would', () => {
  const json = fc.tuple(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), fc.constantFrom(undefined, 1, '\t'), fc.nat(20))
  fc.assert(
    fc.property(json, ([inner, space, levels]) => {
      const text = JSON.stringify(
        Array.from({ length: levels }).reduce<unknown>((value) => ({ '"[{:': value }), inner),
        null,
        space,
      )
      if (/__proto__|constructor|prototype/.test(text)) return
      const { keys, depth } = measure(JSON.parse(text))
      const scan = (maxKeys: number) => () => scanJson(text, maxKeys)
      if (depth > LIMITS.jsonDepth) {
        expect(scan(keys)).toThrow('levels deep')
      } else {
        expect(scan(keys)).not.toThrow()
        if (keys > 0) expect(scan(keys - 1)).toThrow(`at most ${keys - 1} keys`)
      }
    }),
    { numRuns: 300, seed: 4 },
  )
}, 30_000)

test('takes nesting at the limit and refuses it one past, in objects too', () => {
  expect(() => scanJson(nest(LIMITS.jsonDepth), 0)).not.toThrow()
  expect(() => scanJson(nest(LIMITS.jsonDepth + 1), 0)).toThrow('Nest at most 16 levels deep.')
  expect(() => scanJson('{"a":'.repeat(LIMITS.jsonDepth + 1), 100)).toThrow('levels deep')
})

test('is not misled by brackets, quotes and colons inside of strings', () => {
  expect(() => scanJson(JSON.stringify([nest(100), '"a":', '\\', '\\"', '\\\\"x":']), 0)).not.toThrow()
  expect(() => scanJson('{"a\\\\":1}', 0)).toThrow('keys')
  expect(() => scanJson('{"a\\":1', 0)).not.toThrow()
})

test.for([
  '{"__proto__":{"isAdmin":true}}',
  '{"a":[{"constructor":{"prototype":{}}}]}',
  '{"\\u005f_proto__":1}',
  '{"prot\\u006ftype" \n:1}',
])('refuses names that every object has: %s', (text) => {
  expect(() => scanJson(text, 10)).toThrow(/No object here has a key "(__proto__|constructor|prototype)"/)
})

test('lets them be what somebody says', () => {
  expect(() => scanJson('{"comment":"constructor","other":"__proto__: \\"prototype\\":"}', 2)).not.toThrow()
})

test.for([
  ['brackets', '['.repeat(1_048_576)],
  ['quotes that never close', '"\\'.repeat(524_288)],
  ['strings and white space', `["${'" '.repeat(524_000)}`],
  ['spaces after a string', `["a"${' '.repeat(1_048_000)}]`],
  ['one string of escapes', `["${'\\"'.repeat(524_000)}"]`],
] as const)('looks over a megabyte of %s in one pass', ([, text]) => {
  // The clock of a worker stands still while it computes. It needs none: what looked twice at every character would be here for minutes.
  const scan = () => scanJson(text, LIMITS.managementKeys)
  if (text.startsWith('[[')) expect(scan).toThrow('levels deep')
  else expect(scan).not.toThrow()
})
