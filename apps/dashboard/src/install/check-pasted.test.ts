import { expect, test } from 'vitest'
import { checkPasted } from './check-pasted.ts'
import { type Moment, toNpmSnippet, toPinnedTag, toReactSnippet, toScriptSnippet, toScriptTag, toTagManagerSnippet } from './snippets.ts'

const address = { host: 'https://pulso.example', siteKey: 'pk_abcd' }
const moment: Moment = { touchpoint: 'checkout', promptId: 'pay', way: 'reach' }
const check = (text: string) => checkPasted(text, address)

test('finds nothing wrong with what the page itself gives, by whatever way', () => {
  const snippets = [toScriptSnippet, toNpmSnippet, toReactSnippet, toTagManagerSnippet].map((toSnippet) => toSnippet(address, moment))
  for (const snippet of snippets) expect(check(`<html><head>${snippet}</head>`), snippet).toEqual([{ is: 'fine' }])
  const pinned = toPinnedTag(address, { path: '/widget/12/pulso.js', integrity: 'sha384-a' })
  expect(check(`${pinned} pulso.push(['touchpoint', 'a'])`)).toEqual([{ is: 'fine' }])
  expect(check(toScriptSnippet({ ...address, siteKey: 'pk_test_abcd' }, moment))).toEqual([{ is: 'fine' }])
  expect(check(toScriptSnippet({ ...address, host: '' }, moment).replace('src="', 'src="//pulso.example'))).toEqual([{ is: 'fine' }])
})

test('names a key and a host that are not these', () => {
  expect(check(toScriptSnippet({ host: 'http://127.0.0.1:8787', siteKey: 'pk_demo_cafe' }, moment))).toEqual([
    { is: 'wrong-key', found: 'pk_demo_cafe' },
    { is: 'wrong-host', found: 'http://127.0.0.1:8787' },
  ])
  expect(check(toNpmSnippet({ ...address, host: 'https://pulso.exmaple' }, moment))).toEqual([
    { is: 'wrong-host', found: 'https://pulso.exmaple' },
  ])
  expect(check(toScriptSnippet({ ...address, siteKey: 'pk_abc' }, moment))).toEqual([{ is: 'wrong-key', found: 'pk_abc' }])
})

test('sees that there is no script, that it is in a comment or shown as text, and that nothing is told', () => {
  expect(check('<h1>My shop</h1>')).toEqual([{ is: 'no-script' }])
  expect(check(`<!-- ${toScriptTag(address)} -->`)).toEqual([{ is: 'asleep' }])
  expect(check(toScriptSnippet(address, moment).replaceAll('<', '&lt;').replaceAll('>', '&gt;'))).toEqual([{ is: 'asleep' }])
  expect(check(toScriptTag(address))).toEqual([{ is: 'no-call' }])
})
