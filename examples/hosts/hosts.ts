import { type BrowserContextOptions, expect, type Page } from '@playwright/test'

/** How Pulso comes into a page. */
export const INSTALL_PATHS = ['script', 'npm', 'element', 'react'] as const
export type InstallPath = (typeof INSTALL_PATHS)[number]

/** A kind of page that a widget meets in the wild. */
export interface Host {
  name: string
  /** First in the head, before Pulso. `{nonce}` is the page's nonce. */
  head?: string
  /** Files of the page's own, by path: scripts from packages. */
  scripts?: readonly string[]
  /** Attributes of the document. */
  html?: string
  body?: string
  headers?: (pulsoOrigin: string) => Record<string, string>
  context?: BrowserContextOptions
  /** Paths that make no sense here, and why. */
  without?: Partial<Record<InstallPath, string>>
  /** What must still hold when it has been answered. */
  after?: (page: Page) => Promise<void>
  /** `application/xhtml+xml`, or no doctype at all. */
  form?: 'xhtml' | 'quirks'
}

const NO_MODULES = 'Chromium runs no module scripts in XML documents (crbug.com/717643)'

const script = (code: string) => `<script nonce="host">${code}</script>`
const style = (rules: string) => `<style nonce="host">${rules}</style>`

const STRICT_POLICY = (pulsoOrigin: string) => ({
  'content-security-policy': [
    "default-src 'none'",
    // The page's own icon.
    'img-src data:',
    "script-src 'nonce-host'",
    "style-src 'nonce-host'",
    `connect-src ${pulsoOrigin}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
})

const boxOfCard = (page: Page) =>
  page.evaluate(async () => {
    const shadow = document.querySelector('pulso-card')?.shadowRoot
    // As large as it is when it is in its place.
    await Promise.all((shadow?.getAnimations() ?? []).map(({ finished }) => finished))
    const { left, top, right, bottom, width } = shadow?.querySelector('.card')?.getBoundingClientRect() ?? new DOMRect()
    return { left, top, right, bottom, width }
  })
const isInline = async (page: Page) => (await page.locator('pulso-card').getAttribute('at')) === null
/** Where and as large as on a plain page: at the corner, as wide as its 33 em. */
async function expectAtCorner(page: Page): Promise<void> {
  if (await isInline(page)) return
  const { right, bottom, width } = await boxOfCard(page)
  expect([right, bottom, width].map(Math.round)).toEqual([980, 680, 528])
}
async function expectInWindow(page: Page): Promise<void> {
  if (await isInline(page)) return
  const { left, top, right, bottom } = await boxOfCard(page)
  expect([left >= 0, top >= 0, right <= 1000, bottom <= 700]).toEqual([true, true, true, true])
}

export const HOSTS: readonly Host[] = [
  { name: 'a plain page' },
  {
    name: 'Prototype.js 1.6: arrays and strings write their own JSON',
    // Written by hand after what that version does; the library itself is not in the registry.
    head: script(`
      Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']' }
      String.prototype.toJSON = function () { return this.valueOf() }
      Array.prototype.each = function (then) { for (var i = 0; i < this.length; i++) then(this[i], i) }
      Function.prototype.bind = Function.prototype.bind
      Element.prototype.show = function () { return this }
      window.$ = function (id) { return document.getElementById(id) }
    `),
  },
  {
    name: 'MooTools: enumerable additions to every prototype',
    // By hand as well, after how More and Core extend their natives.
    head: script(`
      for (const type of [Array, Function, String, Number, Event, Element]) type.prototype.$family = function () { return 'mootools' }
      Array.prototype.flatten = function () { return this }
      Array.prototype.include = function (item) { if (!this.includes(item)) this.push(item); return this }
      Function.prototype.overloadSetter = function () { return this }
    `),
  },
  { name: 'additions to Object.prototype', head: script('Object.prototype.hello = function () { return this }') },
  {
    name: 'jQuery',
    scripts: ['jquery/dist/jquery.min.js'],
    head: script('window.addEventListener("load", () => jQuery("h1").addClass("seen"))'),
  },
  { name: 'zone.js, which wraps promises, timers and listeners', scripts: ['zone.js/bundles/zone.umd.js'] },
  {
    name: 'frozen intrinsics (SES lockdown)',
    scripts: ['ses/dist/lockdown.umd.js'],
    // It has words of its own for what this browser has and it does not know.
    head: script(`lockdown({ reporting: 'none' })`),
    without: { react: 'React itself does not start' },
  },
  {
    name: 'analytics that wrap fetch and history',
    head: script(`
      const send = window.fetch
      window.seen = 0
      window.fetch = function (...args) { window.seen += 1; return send.apply(this, args).then((answer) => answer) }
      for (const method of ['pushState', 'replaceState']) { const own = history[method]; history[method] = function () { return own.apply(this, arguments) } }
    `),
  },
  { name: '* { all: unset !important }', head: style('* { all: unset !important } html, body, main, p { display: block !important }') },
  {
    name: 'a style sheet that hides, moves and shrinks everything it does not know',
    head: style(
      'body > :not(main), html > :not(head, body), main > div > * { display: none !important; visibility: hidden !important; width: 1px !important; opacity: 0 !important; transform: scale(0) !important }',
    ),
    without: { element: 'the page hides what is inside of it', react: 'the page hides what is inside of it' },
  },
  {
    name: 'a style sheet that unsets, hides and doubles everything',
    head: style(
      '* { all: unset !important; display: none !important; transform: scale(2) !important; opacity: .1 !important; pointer-events: none !important } html, body, main { display: block !important; opacity: 1 !important }',
    ),
    without: { element: 'the page hides what is inside of it', react: 'the page hides what is inside of it' },
    after: expectAtCorner,
  },
  {
    name: 'a document that is turned, moved and in a filter',
    head: style('html { transform: rotate(3deg) translateX(40px); filter: grayscale(1); perspective: 300px; will-change: transform }'),
    without: { element: 'it is turned with the page', react: 'it is turned with the page' },
    after: expectAtCorner,
  },
  { name: 'a document that is magnified', head: style('html { zoom: 2 }'), after: expectInWindow },
  { name: 'a root of 62.5 %', head: style('html { font-size: 62.5% } * { font-size: 1rem !important }'), after: expectAtCorner },
  {
    name: 'properties with our prefix',
    head: style(
      ':root { --pulso-radius: 400px; --pulso-font: url(x); --pulso-accent: #777; --pulso-on-accent: #777; --pulso-lift: 90vh; --pulso-gap: 90vw; --pulso-rise: 9em } * { --pulso-lift: 50vh !important; --pu-lift: 50vh !important; --pu-gap: 50vw !important; --pu-dense: 9 !important }',
    ),
    after: expectAtCorner,
  },
  { name: 'Bootstrap', head: '<link rel="stylesheet" href="/lib/bootstrap/dist/css/bootstrap.min.css">' },
  { name: 'Bulma', head: '<link rel="stylesheet" href="/lib/bulma/css/bulma.min.css">' },
  {
    name: 'a reset that touches every element',
    head: style(
      '*, ::before, ::after { box-sizing: content-box; border: 0 solid; margin: 0; padding: 0; font-size: 9px; line-height: 3; letter-spacing: 4px } button { appearance: none; all: revert }',
    ),
  },
  {
    name: 'a base address elsewhere',
    head: '<base href="https://elsewhere.example/deep/">',
    without: { npm: 'its own bundle would not load', react: 'its own bundle would not load' },
  },
  { name: 'the strictest content security policy, with Trusted Types', headers: STRICT_POLICY },
  {
    name: 'storage that throws when it is looked at',
    head: script(
      `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`,
    ),
  },
  {
    name: 'no locks, no random UUIDs: an http page',
    head: script(`Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }); delete Crypto.prototype.randomUUID`),
  },
  {
    name: 'an old library that put its own methods in the place of the newer ones of elements',
    head: script(`
      for (const method of ['append', 'prepend', 'replaceChildren', 'replaceWith', 'before', 'after', 'remove'])
        Element.prototype[method] = function (html) { if (typeof html === 'string') this.innerHTML += html; return this }
    `),
    without: { react: 'React itself does not start' },
  },
  {
    name: 'arrays with more in them than for-in expects',
    head: script(`
      Array.prototype.last = function () { return this[this.length - 1] }
      Array.prototype.remove = function () { throw new Error('not for you') }
      Array.prototype.contains = String.prototype.contains = function (what) { return this.indexOf(what) >= 0 }
      Object.prototype.extend = function () { return this }
      Object.prototype.keys = function () { return Object.keys(this) }
      NodeList.prototype.forEach = undefined
    `),
    without: { react: 'React itself does not start' },
  },
  {
    name: 'a tag manager that wraps listeners, timers and errors',
    head: script(`
      const { addEventListener } = EventTarget.prototype
      EventTarget.prototype.addEventListener = function (type, listener, options) { return addEventListener.apply(this, arguments) }
      const later = window.setTimeout
      window.setTimeout = function (act, ms) { return later.call(window, function () { return typeof act === 'function' ? act() : 0 }, ms) }
      Object.defineProperty(Error, 'stackTraceLimit', { value: 1 })
      window.requestIdleCallback = undefined
      window.cancelIdleCallback = undefined
    `),
  },
  {
    name: 'a guard that removes what it does not know from the body',
    head: script(`
      addEventListener('DOMContentLoaded', () => new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) if (node.id !== 'known' && node.localName !== 'script') node.remove()
      }).observe(document.body, { childList: true }))
    `),
  },
  {
    name: 'no IntersectionObserver, no ResizeObserver, no visualViewport, no structuredClone',
    head: script(
      `for (const name of ['IntersectionObserver', 'ResizeObserver', 'visualViewport', 'structuredClone', 'scheduler']) Object.defineProperty(window, name, { value: undefined })`,
    ),
    without: { react: 'React itself does not start' },
  },
  { name: 'an AMD loader', head: script('window.define = function () { throw new Error("not for you") }; window.define.amd = {}') },
  { name: 'written from the right', html: 'dir="rtl"' },
  { name: 'quirks mode', form: 'quirks' },
  { name: 'XHTML', form: 'xhtml', without: { npm: NO_MODULES, react: NO_MODULES } },
  {
    name: 'a body that cannot scroll, is turned and magnified',
    head: style('body { overflow: hidden; zoom: 1.5; transform: rotate(2deg); filter: blur(0) }'),
  },
  { name: 'less motion, forced colours', context: { reducedMotion: 'reduce', forcedColors: 'active' } },
  { name: 'a very long page', body: '<p>Texto.</p>'.repeat(5000) },
]
