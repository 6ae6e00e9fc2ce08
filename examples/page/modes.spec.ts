import type { Page } from '@playwright/test'
import { POSITIONS, type SiteDefinitionInput } from '@pulso/protocol'
import { createSite, expect, storedResponses, test } from '../product.ts'
import { expectAnswer, openPage, theCard, thePoint, toHtml } from './open-page.ts'

type PromptInput = SiteDefinitionInput['prompts'][number]

const createAsking = (prompt: Partial<PromptInput>, more: Partial<SiteDefinitionInput> = {}) =>
  createSite({ prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, ...prompt } as PromptInput], ...more })

const boxOf = async (page: Page) => {
  const card = page.locator('pulso-card .card')
  await expect(card).toBeVisible()
  await page.evaluate(() =>
    Promise.all([...(document.querySelector('pulso-card')?.shadowRoot?.getAnimations() ?? [])].map(({ finished }) => finished)),
  )
  const box = await card.boundingBox()
  if (!box) throw new Error('the card has no box')
  return box
}

for (const position of POSITIONS) {
  for (const lang of ['en', 'ar']) {
    test(`popover at ${position}, in ${lang}`, async ({ page, servePage }) => {
      const site = await createAsking({ position }, { locales: ['en', 'ar'] })
      await page.setViewportSize({ width: 1280, height: 800 })
      await openPage(page, servePage, { site, reaches: 'checkout', lang })
      const { x, y, width, height } = await boxOf(page)
      const isTop = position.startsWith('top')
      expect(isTop ? y : 800 - y - height).toBeCloseTo(20, 0)
      const atRight = position.endsWith('end') === (lang === 'en')
      if (position.endsWith('center')) expect(Math.abs(x + width / 2 - 640)).toBeLessThan(1)
      else expect(atRight ? 1280 - x - width : x).toBeCloseTo(20, 0)
    })
  }
}

test('bar: along the lower edge, as wide as the page', async ({ page, servePage }) => {
  const site = await createAsking({ mode: 'bar' })
  await openPage(page, servePage, { site, reaches: 'checkout' })
  const { x, y, width, height } = await boxOf(page)
  const { width: pageWidth, height: pageHeight } = page.viewportSize() ?? { width: 0, height: 0 }
  expect([x, width, y + height]).toEqual([0, pageWidth, pageHeight])
  await thePoint(page, '4 out of 5').click()
  await expectAnswer(site, { score: 4 })
})

test('bar: what is answered begins and ends where the question does', async ({ page, servePage }) => {
  const options = [{ key: 'price' }, { key: 'speed' }]
  const site = await createSite({
    prompts: [
      { id: 'say', kind: 'text', touchpoints: [], mode: 'bar' },
      { id: 'why', kind: 'choice', touchpoints: [], mode: 'bar', options, multiple: true },
    ],
  })
  for (const [id, control] of [
    ['say', 'textarea'],
    ['why', '.options'],
  ]) {
    await openPage(page, servePage, {
      site,
      head: `<script>(window.pulso ||= []).push(['ask', '${id}', { touchpoint: 'checkout' }])</script>`,
    })
    const edges = async (selector: string) => {
      const box = await page.locator(`pulso-card ${selector}`).boundingBox()
      return box && [box.x, box.x + box.width]
    }
    await boxOf(page)
    expect(await edges(control ?? '')).toEqual(await edges('.question'))
  }
})

for (const lang of ['en', 'ar']) {
  test(`bar: goes to the upper edge when what the visitor works with is beneath it, in ${lang}`, async ({ page, servePage }) => {
    const site = await createAsking({ mode: 'bar' }, { locales: ['en', 'ar'] })
    const field = '<input id="mine" aria-label="Mine" style="position:fixed;left:60px;bottom:20px">'
    const { origin } = await servePage(toHtml({ site, lang }).replace('</h1>', `</h1>${field}`))
    await page.goto(origin)
    await page.locator('#mine').focus()
    await page.evaluate(() => (window as unknown as { pulso: { push(call: unknown): void } }).pulso.push(['touchpoint', 'checkout']))
    const { x, y, width } = await boxOf(page)
    expect([x, y, width]).toEqual([0, 0, page.viewportSize()?.width])
    await expect(page.locator('#mine')).toBeFocused()
  })

  test(`modal: fits into 320 pixels, in ${lang}`, async ({ page, servePage }) => {
    const site = await createAsking({ mode: 'modal', kind: 'text' }, { locales: ['en', 'ar'] })
    await page.setViewportSize({ width: 320, height: 480 })
    await openPage(page, servePage, { site, reaches: 'checkout', lang })
    const { x, y, width, height } = await boxOf(page)
    expect([x >= 0, y >= 0, x + width <= 320, y + height <= 480]).toEqual([true, true, true, true])
  })
}

test('modal: the page behind it is inert, Escape ends it, the focus goes back, nothing is locked', async ({ page, servePage }) => {
  const site = await createAsking({ mode: 'modal' })
  await openPage(page, servePage, { site })
  const add = page.getByRole('button', { name: 'Add to basket' })
  await add.focus()
  await page.evaluate(() => (window as unknown as { pulso: { touchpoint(key: string): void } }).pulso.touchpoint('checkout'))
  await expect(theCard(page)).toBeVisible()
  expect(await page.evaluate(() => document.querySelector('pulso-card')?.shadowRoot?.querySelector('dialog')?.matches(':modal'))).toBe(true)
  // The focus is in it, and Tab does not lead into the page.
  for (let tabs = 0; tabs < 8; tabs += 1) {
    expect(await page.evaluate(() => ['pulso-card', 'body'].includes(document.activeElement?.localName ?? ''))).toBe(true)
    await page.keyboard.press('Tab')
  }
  expect(await page.evaluate(() => [document.body.style.overflow, document.documentElement.style.overflow])).toEqual(['', ''])
  await page.keyboard.press('Escape')
  await expect(page.locator('pulso-card')).toHaveCount(0)
  await expect(add).toBeFocused()
  await expectAnswer(site, { state: 'dismissed' })
})

test('modal: says its thanks aloud', async ({ page, servePage }) => {
  const site = await createAsking({ mode: 'modal' })
  await openPage(page, servePage, { site, reaches: 'checkout' })
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('status')).toHaveText('Thank you! Every answer is read.')
})

test('inline: in the element it was given, in its flow, from 280 pixels on', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'nps', mode: 'inline', target: '#here' })
  const html = toHtml({ site, reaches: 'checkout' }).replace(
    '</h1>',
    '</h1><div id="here" style="width:280px"></div><p id="after">After</p>',
  )
  const { origin } = await servePage(html)
  await page.goto(origin)
  const card = page.getByRole('region', { name: 'Your opinion' })
  await expect(card).toBeVisible()
  const box = await boxOf(page)
  const after = await page.locator('#after').boundingBox()
  expect(box.width).toBeLessThanOrEqual(280)
  expect(after?.y).toBeGreaterThanOrEqual(box.y + box.height)
  expect(await card.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
  await thePoint(page, '10 out of 10').click()
  await page.getByRole('button', { name: 'Send' }).click()
  // It stays where it is read: nothing jumps away under the reader.
  await expect(card).toContainText('Thank you!')
  await expectAnswer(site, { score: 10, state: 'completed' })
})

test('inline: moves nothing in the eyes of the browser when it follows a click', async ({ page, servePage }) => {
  const site = await createAsking({ mode: 'inline', target: '#here' })
  const { origin } = await servePage(toHtml({ site }).replace('</h1>', '</h1><div id="here"></div><p>After</p>'))
  await page.goto(origin)
  // What the chunks cost in time is paid before: the visitor's act shows it at once.
  await page.evaluate(() => {
    const { pulso } = window as unknown as { pulso: { ask(what: string, where: object): void } }
    const shifts: unknown[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!(entry as unknown as { hadRecentInput: boolean }).hadRecentInput) shifts.push(entry)
    }).observe({ type: 'layout-shift', buffered: true })
    document.querySelector('button')?.addEventListener('click', () => pulso.ask('csat', { touchpoint: 'checkout' }))
  })
  await page.waitForFunction(() => 'ask' in ((window as unknown as { pulso?: object }).pulso ?? {}))
  await page.getByRole('button', { name: 'Add to basket' }).click()
  await expect(page.getByRole('region')).toBeVisible()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)).toEqual([])
})

test('inline: two at once, and a popover beside them', async ({ page, servePage }) => {
  const site = await createSite({
    touchpoints: ['one', 'two', 'three'].map((key) => ({ key, stage: 'purchase', name: { en: key } })),
    prompts: ['one', 'two', 'three'].map((key) => ({ id: key, kind: 'thumbs' as const, touchpoints: [key], delayMs: 0 })),
  })
  const html = toHtml({ site }).replace('</h1>', '</h1><div id="a"></div><div id="b"></div>')
  const { origin } = await servePage(html)
  await page.goto(origin)
  await page.waitForFunction(() => 'touchpoint' in ((window as unknown as { pulso?: object }).pulso ?? {}))
  await page.evaluate(() => {
    const { pulso } = window as unknown as { pulso: { touchpoint(key: string, where?: object): void } }
    pulso.touchpoint('one', { container: document.querySelector('#a') })
    pulso.touchpoint('two', { container: document.querySelector('#b') })
    pulso.touchpoint('three')
  })
  await expect(page.getByRole('region')).toHaveCount(2)
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('tab: opens a suggestion box, folds away, counts only when it was opened, and covers no control', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'text', mode: 'tab' })
  const controls = '<button id="mine" style="position:fixed;right:0;top:45%;width:60px;height:80px">Mine</button>'
  const { origin } = await servePage(toHtml({ site, reaches: 'checkout' }).replace('</h1>', `</h1>${controls}`))
  await page.goto(origin)
  const tab = page.getByRole('button', { name: 'Feedback' })
  await expect(tab).toBeVisible()
  const overlap = await page.evaluate(() => {
    const mine = document.querySelector('#mine')?.getBoundingClientRect()
    const tab = document.querySelector('pulso-card')?.shadowRoot?.querySelector('.tab')?.getBoundingClientRect()
    return mine && tab && mine.bottom > tab.top && mine.top < tab.bottom
  })
  expect(overlap).toBe(false)
  expect(await storedResponses(site)).toEqual([])
  await tab.click()
  await expect(page.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(tab).toBeFocused()
  await tab.click()
  await page.getByRole('textbox').fill('Más sombra')
  await page.getByRole('button', { name: 'Send' }).click()
  await expectAnswer(site, { comment: 'Más sombra', state: 'completed' })
})

/** What covers a stretch of the edge, and must not be covered. */
const OTHERS = {
  'a control of the smallest size':
    '<button style="position:fixed;right:2px;top:calc(50% + 14px);width:24px;height:24px;padding:0">+</button>',
  'something that only its pointer gives away':
    '<div style="position:fixed;right:0;top:45%;width:50px;height:60px;cursor:pointer">Mine</div>',
  'a control in a component of the page': `<x-part></x-part><script>customElements.define('x-part', class extends HTMLElement {
    constructor() {
      super()
      const button = document.createElement('button')
      button.textContent = 'Mine'
      Object.assign(button.style, { position: 'fixed', right: '0', top: '45%', width: '40px', height: '60px' })
      this.attachShadow({ mode: 'open' }).append(button)
    }
  })</script>`,
}
for (const [name, html] of Object.entries(OTHERS)) {
  test(`tab: does not cover ${name}`, async ({ page, servePage }) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    const site = await createAsking({ kind: 'text', mode: 'tab' })
    const { origin } = await servePage(toHtml({ site, reaches: 'checkout' }).replace('</h1>', `</h1>${html}`))
    await page.goto(origin)
    await expect(page.getByRole('button', { name: 'Feedback' })).toBeVisible()
    const overlaps = () =>
      page.evaluate(() => {
        const part = document.querySelector('x-part')?.shadowRoot ?? document.querySelector('main')
        const mine = part?.querySelector('button[style],div[style]')?.getBoundingClientRect()
        const tab = document.querySelector('pulso-card')?.shadowRoot?.querySelector('.tab')?.getBoundingClientRect()
        return mine && tab && mine.bottom > tab.top && mine.top < tab.bottom
      })
    await expect.poll(overlaps).toBe(false)
    // Moved beneath it: it looks again when the page changes, and then it is itself in the way.
    await page.evaluate(() => {
      const part = document.querySelector('x-part')?.shadowRoot ?? document.querySelector('main')
      const tab = document.querySelector('pulso-card')?.shadowRoot?.querySelector('.tab')?.getBoundingClientRect()
      const mine = part?.querySelector<HTMLElement>('button[style],div[style]')
      if (mine && tab) mine.style.top = `${tab.top + 20}px`
      dispatchEvent(new Event('resize'))
    })
    expect(await overlaps()).toBe(true)
    await expect.poll(overlaps).toBe(false)
    expect(complaints).toEqual([])
  })
}

test('tab: leaves Escape to the page while it is folded', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'text', mode: 'tab' })
  await openPage(page, servePage, { site, reaches: 'checkout' })
  await expect(page.getByRole('button', { name: 'Feedback' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
})

test('tab: steps aside where the whole edge is taken', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'text', mode: 'tab' })
  const controls = '<button style="position:fixed;right:0;top:0;width:60px;height:100vh">All mine</button>'
  const { origin } = await servePage(toHtml({ site, reaches: 'checkout' }).replace('</h1>', `</h1>${controls}`))
  await page.goto(origin)
  await expect(page.locator('pulso-card .tab.aside')).toBeAttached()
  await page.locator('body').evaluate((body) => body.querySelector('button[style]')?.remove())
  await page.evaluate(() => dispatchEvent(new Event('resize')))
  await expect(page.getByRole('button', { name: 'Feedback' })).toBeVisible()
})

test('moves to the other edge when what the visitor works with is beneath it', async ({ page, servePage }) => {
  const site = await createAsking({})
  const field = '<input id="mine" aria-label="Mine" style="position:fixed;right:60px;bottom:60px">'
  const { origin } = await servePage(toHtml({ site, reaches: 'checkout' }).replace('</h1>', `</h1>${field}`))
  await page.goto(origin)
  const before = await boxOf(page)
  await page.evaluate(() => document.querySelector<HTMLElement>('#mine')?.focus())
  const after = await boxOf(page)
  expect(after.y).toBeLessThan(before.y)
  await expect(page.locator('#mine')).toBeFocused()
})

test('<pulso-prompt>: shows what is asked there, also when it comes later or changes', async ({ page, servePage }) => {
  const site = await createSite({
    touchpoints: ['one', 'two'].map((key) => ({ key, stage: 'purchase', name: { en: key } })),
    prompts: [
      { id: 'one', kind: 'thumbs', touchpoints: ['one'], delayMs: 0 },
      { id: 'two', kind: 'stars', touchpoints: ['two'], delayMs: 0 },
    ],
  })
  const { origin } = await servePage(toHtml({ site }).replace('</h1>', '</h1><pulso-prompt touchpoint="one"></pulso-prompt>'))
  await page.goto(origin)
  await expect(page.getByRole('radio', { name: /^Thumbs up/ })).toBeAttached()
  await page.evaluate(() => document.querySelector('pulso-prompt')?.setAttribute('touchpoint', 'two'))
  await expect(page.getByRole('radio', { name: /^5 stars/ })).toBeAttached()
  await expect(page.getByRole('region')).toHaveCount(1)
  await page.getByRole('radio', { name: /^5 stars/ }).click()
  await expect.poll(async () => (await storedResponses(site)).filter(({ score }) => score === 5).length).toBe(1)
})
