import type { Page } from '@playwright/test'
import { expect, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { createPageSite, openPage, stopTheClock, theCard, thePoint, toHtml } from './open-page.ts'

/** How many listeners the page's lasting objects have. */
async function countListeners(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  let count = 0
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'visualViewport']) {
    const { result } = await session.send('Runtime.evaluate', { expression })
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' })
    count += listeners.length
  }
  await session.detach()
  return count
}

test('leaves nothing behind when it is destroyed', async ({ page, servePage }) => {
  const site = await createPageSite()
  // Counts the timers that are running, from before any script.
  await page.addInitScript(() => {
    const running = new Set<unknown>()
    Object.assign(window, { running })
    const { setTimeout: start, clearTimeout: stop } = window
    window.setTimeout = ((then: () => void, delayMs?: number) => {
      const timer = start(() => {
        running.delete(timer)
        then()
      }, delayMs)
      running.add(timer)
      return timer
    }) as typeof setTimeout
    window.clearTimeout = ((timer?: number) => {
      running.delete(timer)
      stop(timer)
    }) as typeof clearTimeout
  })
  await openPage(page, servePage, { site })
  await page.waitForFunction(() => 'touchpoint' in ((window as unknown as { pulso?: object }).pulso ?? {}))
  const before = { listeners: await countListeners(page), html: await page.evaluate(() => document.documentElement.outerHTML) }

  await page.evaluate(() => (window as unknown as { pulso: { touchpoint(key: string): void } }).pulso.touchpoint('csat'))
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('textbox').fill('Half a')
  expect(await countListeners(page)).toBeGreaterThan(before.listeners)
  await page.evaluate(() => {
    const { pulso } = window as unknown as { pulso: { touchpoint(key: string): void; destroy(): void } }
    pulso.touchpoint('nps')
    pulso.destroy()
    pulso.touchpoint('emoji')
  })
  // All of the card's, and the three that the loader itself had.
  await expect.poll(() => countListeners(page)).toBe(before.listeners - 3)
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before.html)
  await expect.poll(() => page.evaluate(() => (window as unknown as { running: Set<unknown> }).running.size)).toBe(0)
})

test('asks the browser for one idle moment, however much happens at once, and for none once it is destroyed', async ({
  page,
  servePage,
}) => {
  const site = await createPageSite()
  await page.addInitScript(() => {
    const waiting = new Set<number>()
    const made: number[] = []
    Object.assign(window, { waiting, made })
    const { requestIdleCallback: ask, cancelIdleCallback: cancel } = window
    window.requestIdleCallback = (then, options) => {
      const request = ask((deadline) => {
        waiting.delete(request)
        then(deadline)
      }, options)
      waiting.add(request)
      made.push(request)
      return request
    }
    window.cancelIdleCallback = (request) => {
      waiting.delete(request)
      cancel(request)
    }
  })
  const calls = "['touchpoint', 'nowhere'], ['touchpoint', 'elsewhere'], ['event', 'basket'], ['touchpoint', 'nowhere']"
  await openPage(page, servePage, { site, head: `<script>(window.pulso ||= []).push(${calls})</script>` })
  const read = (name: 'waiting' | 'made') =>
    page.evaluate((name) => [...((window as unknown as Record<string, Iterable<number>>)[name] ?? [])], name)
  await expect.poll(async () => [(await read('made')).length, (await read('waiting')).length]).toEqual([1, 0])

  await page.evaluate(() => {
    const { pulso } = window as unknown as { pulso: { touchpoint(key: string): void; destroy(): void } }
    pulso.touchpoint('nps')
    pulso.destroy()
  })
  expect(await read('made')).toHaveLength(2)
  expect(await read('waiting')).toEqual([])
})

test('adds one global, no cookie, no error and no word to the console', async ({ page, context, servePage }) => {
  const site = await createPageSite()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => complaints.push(message.text()))
  await page.addInitScript(() => Object.assign(window, { globalsBefore: new Set(Object.getOwnPropertyNames(window)) }))
  await openPage(page, servePage, { site, reaches: 'nps' })
  await thePoint(page, '10 out of 10').click()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(theCard(page)).toContainText('Thank you!')
  const added = await page.evaluate(() => {
    const { globalsBefore } = window as unknown as { globalsBefore: Set<string> }
    return Object.getOwnPropertyNames(window).filter((name) => name !== 'globalsBefore' && !globalsBefore.has(name))
  })
  expect(added).toEqual(['pulso'])
  expect(await context.cookies()).toEqual([])
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
})

test('works under the strictest content security policy, with Trusted Types, without a violation', async ({ page, servePage }) => {
  const site = await createPageSite()
  const policy = [
    "default-src 'none'",
    "script-src 'nonce-shop'",
    "style-src 'none'",
    `connect-src ${PULSO_URL}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const violations: string[] = []
  await page.exposeFunction('report', (directive: string) => violations.push(directive))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { report(directive: string): void }).report(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  const html = toHtml({ site, reaches: 'emoji' }).replaceAll('<script', '<script nonce="shop"')
  const { origin } = await servePage(html, { 'content-security-policy': policy })
  await page.goto(origin)
  await thePoint(page, '5 out of 5').click()
  await page.getByRole('textbox').fill('Even here')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(theCard(page)).toContainText('Thank you!')
  expect(violations.filter((violation) => !violation.includes('favicon'))).toEqual([])
})

const HOSTILE_STYLES = [
  '* { all: unset !important }',
  '* { display: none !important } html, body { display: block !important }',
  ':root { font-size: 40px; --pu-paper: red; --pu-ink: red; --pu-gap: 50vw } pulso-card, div { position: static !important; visibility: hidden !important; z-index: -1 !important; width: 1px !important; transform: scale(0) !important; opacity: 0 !important }',
  'body { zoom: 2; filter: blur(3px); transform: rotate(9deg); color: red; letter-spacing: 1em; word-spacing: 2em; line-height: 5; text-transform: uppercase }',
  'body { direction: rtl; writing-mode: vertical-rl; user-select: none; cursor: none }',
  // Each of them makes the document what is fixed in it is fixed to.
  'html { translate: 40px }',
  'html { rotate: 3deg }',
  'html { scale: 0.9 }',
  'html { contain: layout }',
  'html { perspective: 300px }',
  // A registration holds in shadow trees too, and for everybody who uses that name.
  ['paper', 'ink', 'accent', 'on-accent', 'line', 'tint', 'gap', 'lift', 'radius', 'font', 'dense']
    .map((name) => `@property --${name} { syntax: '<angle>'; inherits: false; initial-value: 1deg }`)
    .join(' '),
]

for (const style of HOSTILE_STYLES) {
  test(`looks the same on a page with ${style.slice(0, 48)}…`, async ({ page, servePage }) => {
    const site = await createPageSite()
    const shoot = async (head: string) => {
      // Told to ask, because the prompt has been shown to this visitor already.
      const ask = "<script>(window.pulso ||= []).push(['ask', 'nps', { touchpoint: 'nps' }])</script>"
      await openPage(page, servePage, { site, head: head + ask })
      await expect(theCard(page)).toBeVisible()
      await page.evaluate(() =>
        Promise.all([...(document.querySelector('pulso-card')?.shadowRoot?.getAnimations() ?? [])].map((animation) => animation.finished)),
      )
      // The card alone: without the page that shines through at its round corners.
      const box = await theCard(page).boundingBox()
      if (!box) throw new Error('the card has no box')
      return {
        box,
        image: await page.screenshot({ clip: { x: box.x + 20, y: box.y + 20, width: box.width - 40, height: box.height - 40 } }),
      }
    }
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const plain = await shoot('')
    const hostile = await shoot(`<style>${style}</style>`)
    expect(hostile.box).toEqual(plain.box)
    expect(hostile.image.equals(plain.image)).toBe(true)
  })
}

test('draws nothing of what the page has added to every object', async ({ page, servePage }) => {
  const site = await createPageSite()
  const head = "<script>Object.prototype.hello = 'there'; Object.prototype.bye = function () {}</script>"
  await openPage(page, servePage, { site, reaches: 'nps', head })
  await expect(thePoint(page, '10 out of 10')).toBeVisible()
  const drawn = await page.locator('pulso-card').evaluate((card) => {
    const parts = [card, ...(card.shadowRoot?.querySelectorAll('*') ?? [])]
    return [parts.length > 10, parts.filter((part) => part.hasAttribute('hello')).length]
  })
  expect(drawn).toEqual([true, 0])
})

test('does not move the page and does not cover it while it is only prepared', async ({ page, servePage }) => {
  const site = await createPageSite({ prompts: [{ id: 'later', kind: 'csat', touchpoints: ['csat'], delayMs: 60_000 }] })
  const pass = await stopTheClock(page)
  await openPage(page, servePage, { site, reaches: 'csat' })
  await pass(59_000)
  await expect(page.locator('pulso-card')).toBeAttached()
  const found = await page.evaluate(() => document.elementFromPoint(innerWidth - 60, innerHeight - 60)?.localName)
  expect(found).not.toBe('pulso-card')
})

test('can be typed into on a page that keeps the mouse from text, or a dialog of which holds the focus', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'emoji' })
  await page.evaluate(() => {
    const main = document.querySelector('main')
    // As scripts against copying do, and Bootstrap's dialogs.
    document.addEventListener('mousedown', (event) => {
      if ((event.target as Element).localName !== 'textarea') event.preventDefault()
    })
    document.addEventListener('focusin', (event) => {
      if (!main?.contains(event.target as Node)) main?.querySelector('button')?.focus()
    })
  })
  await thePoint(page, '5 out of 5').click()
  const comment = page.getByRole('textbox')
  await comment.click()
  await page.keyboard.type('Even here')
  await expect(comment).toHaveValue('Even here')
})

test('keeps keys typed into the card from the page’s shortcuts, and takes no key that the page took', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await page.evaluate(() => {
    const pressed: string[] = []
    Object.assign(window, { pressed })
    for (const type of ['keydown', 'keyup', 'keypress'])
      document.addEventListener(type, (event) => pressed.push((event as KeyboardEvent).key))
  })
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('textbox').pressSequentially('jk/')
  expect(await page.evaluate(() => (window as unknown as { pressed: string[] }).pressed)).toEqual([])
  await page.evaluate(() => document.body.addEventListener('keydown', (event) => event.preventDefault()))
  await page.getByRole('button', { name: 'Add to basket' }).focus()
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: 'Add to basket' })).toBeFocused()
})
