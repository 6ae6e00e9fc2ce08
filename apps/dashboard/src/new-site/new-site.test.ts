import { DEFAULT_LOCALES, SiteDefinition, toPrompt } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { SPOKEN_LOCALES, toLikelyLocale, toTimeZones } from './languages.ts'
import { BUSINESSES, STARTERS } from './starters.ts'
import { toNewSite } from './to-new-site.ts'
import { toOrigins } from './to-origins.ts'
import { isSiteId, toSiteId, toSiteKey } from './to-site-id.ts'

test.each(BUSINESSES)('begins a site for %s that the worker takes, in every language it can be in', (business) => {
  for (const locale of SPOKEN_LOCALES) {
    const site = { name: 'Ñandú', origins: ['https://nandu.example'], timeZone: 'Europe/Madrid', locale, business, siteKey: toSiteKey() }
    const definition = SiteDefinition.parse(toNewSite(site))
    for (const prompt of definition.prompts) expect(toPrompt(prompt, definition).wording[locale]?.question, locale).toBeTruthy()
  }
})

test.each(BUSINESSES)('gives %s a touchpoint at every stage, a question at most of them, and something that must go right', (business) => {
  const { stages, touchpoints, prompts } = STARTERS[business]
  expect(stages.filter(({ key }) => !touchpoints.some(({ stage }) => stage === key))).toEqual([])
  expect(prompts.length).toBeGreaterThanOrEqual(4)
  expect(touchpoints.filter(({ momentOfTruth }) => momentOfTruth)).toHaveLength(2)
  expect(prompts.every(({ wording }) => wording.en.question !== wording.es.question)).toBe(true)
})

test('speaks its own Spanish in the Americas too', () => {
  const { prompts } = toNewSite({
    name: 'A',
    origins: [],
    timeZone: 'America/Lima',
    locale: 'es-419',
    business: 'shop',
    siteKey: 'pk_abcd',
  })
  expect(prompts[0]?.wording?.['es-419']).toEqual(prompts[0]?.wording?.['es'])
})

test('offers the languages that Pulso speaks', () => {
  expect([...SPOKEN_LOCALES]).toEqual(DEFAULT_LOCALES)
})

test('guesses the language of the visitors from that of the browser', () => {
  const guesses = ['es', 'es-ES', 'es-MX', 'pt', 'zh-CN', 'en-GB', 'fr-CA'].map((tag) => toLikelyLocale([tag]))
  expect(guesses).toEqual(['es', 'es', 'es-419', 'pt-BR', 'zh-Hans', 'en', 'fr'])
  expect(toLikelyLocale(['sv', 'de-AT'])).toBe('de')
  expect(toLikelyLocale(['sv'])).toBe('en')
})

test('offers every time zone once, also one that the browser calls otherwise', () => {
  const zones = toTimeZones('Mars/Olympus')
  expect(zones).toContain('Mars/Olympus')
  expect(zones).toContain('UTC')
  expect(new Set(zones).size).toBe(zones.length)
})

test('makes an id of a name', () => {
  expect(toSiteId('Café Ñandú & Co.')).toBe('cafe-nandu-co')
  expect(toSiteId('日本')).toBe('site')
  expect(toSiteId('Shop', ['shop', 'shop-2'])).toBe('shop-3')
  expect(isSiteId(toSiteId('x'.repeat(200), ['x'.repeat(60)]))).toBe(true)
  expect(['Shop', '-a', 'a b', ''].some(isSiteId)).toBe(false)
})

test('understands an address as people write it', () => {
  expect(toOrigins('  ')).toEqual([])
  expect(toOrigins('shop.example/basket?x=1')).toEqual(['https://shop.example', 'https://www.shop.example'])
  expect(toOrigins('https://WWW.Shop.example')).toEqual(['https://www.shop.example', 'https://shop.example'])
  expect(toOrigins('https://shop.co.example')).toEqual(['https://shop.co.example'])
  expect(toOrigins('localhost:5500')).toEqual(['http://localhost:5500', 'http://127.0.0.1:5500'])
  expect(toOrigins('http://192.168.0.7:8080/index.html')).toEqual(['http://192.168.0.7:8080'])
  expect(toOrigins('https://ñandú.example')?.[0]).toBe('https://xn--and-6ma2c.example')
})

test('does not take for an address what is none', () => {
  for (const text of [
    'shop',
    'my shop',
    'my shop.example/hello world',
    'my%20shop.example',
    'shop!.example',
    '*.shop.example',
    'shop..example',
    'ftp://shop.example',
    'file:///home/me/index.html',
    'https://me:secret@shop.example',
    'javascript:alert(1)',
  ]) {
    expect(toOrigins(text), text).toBeNull()
  }
})
