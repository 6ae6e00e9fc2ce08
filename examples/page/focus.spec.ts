import type { Page } from '@playwright/test'
import { KINDS, MODES, type SiteDefinitionInput } from '@pulso/protocol'
import { createSite, expect, test } from '../product.ts'
import { focusedName, openPage, theCard, toHtml } from './open-page.ts'
import { withPulso } from './page-pulso.ts'

type PromptInput = SiteDefinitionInput['prompts'][number]

const OPTIONS = { options: [{ key: 'price' }, { key: 'taste' }], multiple: true, other: true } as const
const LINK = 'https://shop.example/'

/** A site that asks every kind when it is told to. */
const createAsking = (more: Partial<PromptInput> = {}) =>
  createSite({
    locales: ['en', 'ar'],
    prompts: KINDS.map((kind) => ({
      id: kind,
      kind,
      touchpoints: [],
      ...(kind === 'choice' && OPTIONS),
      ...more,
    })) as unknown as PromptInput[],
  })
async function ask(page: Page, prompt: string): Promise<void> {
  await withPulso(page, (pulso, what) => pulso.ask(what, { touchpoint: 'checkout' }), prompt)
  await expect(page.locator('pulso-card').locator('.card, .tab').filter({ visible: true })).toHaveCount(1)
}

/** How what has the focus in the card shows it, and whether it can be seen. */
const readFocus = (page: Page) =>
  page.evaluate(() => {
    const shadow = document.querySelector('pulso-card')?.shadowRoot
    const focused = shadow?.activeElement
    if (!shadow || !focused || focused.matches('.card')) return null
    const toParts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
    const toLuminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = toParts(colour).map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const paper = getComputedStyle(shadow.querySelector('.card') ?? focused).backgroundColor
    // A radio is invisible itself: what is drawn beside or around it shows that it is there.
    const drawn = [focused.nextElementSibling, focused.closest('label'), focused]
    const ringed = drawn.find((part) => part && getComputedStyle(part).outlineStyle !== 'none')
    const { outlineWidth, outlineColor } = getComputedStyle(ringed ?? focused)
    const [one, other] = [toLuminance(outlineColor), toLuminance(paper)].sort((left, right) => right - left) as [number, number]
    const { top, bottom, left, right } = (ringed ?? focused).getBoundingClientRect()
    return {
      name: focused.outerHTML.slice(0, 100),
      widthPx: ringed ? Number.parseFloat(outlineWidth) : 0,
      contrast: (one + 0.05) / (other + 0.05),
      isSeen: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
    }
  })

/** Goes through all controls of this step by Tab. */
async function expectRings(page: Page, step: string): Promise<void> {
  const seen = new Set<string>()
  for (let tabs = 0; tabs < 12; tabs += 1) {
    const focus = await readFocus(page)
    if (focus) {
      seen.add(focus.name)
      expect(focus.widthPx, `${step}: ${focus.name}`).toBeGreaterThanOrEqual(2)
      expect(focus.contrast, `${step}: ${focus.name}`).toBeGreaterThanOrEqual(3)
      expect(focus.isSeen, `${step}: ${focus.name} is in the window`).toBe(true)
    } else if (seen.size > 0) break
    await page.keyboard.press('Tab')
  }
  expect(seen.size, step).toBeGreaterThan(0)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a ring of 2 pixels and 3:1 around every control, in the window of a page at 400 %, ${colorScheme}`, async ({ page, servePage }) => {
    const site = await createAsking({ links: { low: LINK, mid: LINK, high: LINK } })
    // 1280 × 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openPage(page, servePage, { site })
    for (const kind of KINDS) {
      await ask(page, kind)
      await expect(theCard(page)).toBeVisible()
      await page.keyboard.press('F6')
      await expectRings(page, kind)
      await page.locator('pulso-card').locator('input, textarea').first().focus()
      if (kind === 'text') await page.keyboard.type('A bench')
      else await page.keyboard.press('Space')
      if (kind === 'text' || kind === 'choice') await page.keyboard.press('Control+Enter')
      if (kind !== 'text') {
        await expect(page.locator('pulso-card #comment')).toBeVisible()
        await expectRings(page, `${kind}, following`)
        await page.locator('pulso-card #comment').focus()
        await page.keyboard.press('Control+Enter')
      }
      await expect(page.locator('pulso-card .thanks')).toBeVisible()
      await page.locator('pulso-card .thanks a').focus()
      await expectRings(page, `${kind}, thanking`)
      await page.locator('pulso-card .close').focus()
      await page.keyboard.press('Enter')
      await expect(page.locator('pulso-card')).toHaveCount(0)
    }
  })
}

for (const [lang, forward, last] of [
  ['en', 'ArrowRight', /^2 out of 5/],
  ['ar', 'ArrowLeft', /^(2|٢) من/],
] as const) {
  test(`arrow keys go the way one writes: ${lang}`, async ({ page, servePage }) => {
    const site = await createAsking()
    await openPage(page, servePage, { site, lang })
    await ask(page, 'csat')
    await page.keyboard.press('F6')
    await page.keyboard.press(forward)
    expect(await focusedName(page)).toMatch(last)
    // Up and down do not turn with the writing.
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    expect(await focusedName(page)).toMatch(last)
    await page.keyboard.press('Enter')
    await expect(page.locator('pulso-card #comment')).toBeFocused()
  })
}

test('number keys, Enter and Space choose, for every kind with a scale', async ({ page, servePage }) => {
  const site = await createAsking()
  await openPage(page, servePage, { site })
  for (const [kind, key, name] of [
    ['nps', '8', /^8 out of 10/],
    ['csat', '4', /^4 out of 5/],
    ['ces', '7', /^7 out of 7/],
    ['emoji', '2', /^2 out of 5/],
    ['thumbs', '1', /^Thumbs up/],
    ['thumbs', '0', /^Thumbs down/],
    ['stars', '3', /^3 stars/],
    ['csat', 'Enter', /^1 out of 5/],
    ['stars', 'Space', /^1 star/],
  ] as const) {
    await ask(page, kind)
    await page.keyboard.press('F6')
    await page.keyboard.press(key)
    await expect(page.getByRole('img', { name }), `${kind}, ${key}`).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('pulso-card')).toHaveCount(0)
  }
})

for (const mode of MODES.filter((one) => one !== 'inline')) {
  test(`${mode}: the focus goes back to where it came from, however the prompt ends`, async ({ page, servePage }) => {
    const site = await createAsking({ mode })
    await openPage(page, servePage, { site })
    const basket = page.getByRole('button', { name: 'Add to basket' })
    const start = async () => {
      await basket.focus()
      await ask(page, 'csat')
      if (mode === 'tab') {
        await page.getByRole('button', { name: 'Feedback' }).focus()
        await page.keyboard.press('Enter')
      } else if (mode !== 'modal') await page.keyboard.press('F6')
      await expect(page.locator('pulso-card .card :focus')).toHaveCount(1)
    }
    const endings: Record<string, () => Promise<void>> = {
      'by Escape': () => page.keyboard.press('Escape'),
      'by its button': async () => {
        await page.locator('pulso-card .close').focus()
        await page.keyboard.press('Enter')
      },
      'after the thanks': async () => {
        await page.keyboard.press('Enter')
        await page.keyboard.press('Control+Enter')
        await expect(page.locator('pulso-card .thanks')).toBeVisible()
        await page.keyboard.press('Escape')
      },
    }
    for (const [how, end] of Object.entries(endings)) {
      await start()
      await end()
      const isFolded = mode === 'tab' && how !== 'after the thanks'
      if (isFolded) {
        // A tab only folds away: the focus is where it was opened.
        await expect(page.getByRole('button', { name: 'Feedback' })).toBeFocused()
        await page.evaluate(() => document.querySelector('pulso-card')?.remove())
      } else {
        await expect(page.locator('pulso-card')).toHaveCount(0)
        if (mode !== 'tab') await expect(basket, how).toBeFocused()
      }
    }
    await start()
    await withPulso(page, (pulso) => pulso.destroy())
    if (mode !== 'tab') await expect(basket, 'when Pulso is destroyed').toBeFocused()
  })
}

for (const mode of MODES) {
  test(`${mode}: the region that speaks was there, and silent, before it had something to say`, async ({ page, servePage }) => {
    const site = await createAsking({ mode, target: 'main' })
    await page.addInitScript(() => {
      const said: { text: string; silentMs: number }[] = []
      Object.assign(window, { said })
      const { attachShadow } = Element.prototype
      Element.prototype.attachShadow = function (init) {
        const shadow = attachShadow.call(this, init)
        let bornAt = 0
        const look = () => {
          const status = this.isConnected ? shadow.querySelector('[role=status]') : null
          const text = status?.textContent ?? ''
          if (status) bornAt ||= performance.now()
          if (text && said.at(-1)?.text !== text) said.push({ text, silentMs: performance.now() - bornAt })
        }
        new MutationObserver(look).observe(shadow, { childList: true, subtree: true, characterData: true })
        new MutationObserver(look).observe(document, { childList: true, subtree: true })
        return shadow
      }
    })
    const { origin } = await servePage(toHtml({ site }))
    await page.goto(origin)
    await ask(page, 'csat')
    if (mode === 'tab') await page.getByRole('button', { name: 'Feedback' }).click()
    await expect(page.locator('pulso-card .card')).toBeVisible()
    if (mode !== 'tab') await expect(page.getByRole('status')).toHaveText(/^How was your experience/)
    if (!(await page.locator('pulso-card .card :focus').count())) await page.keyboard.press('F6')
    await page.keyboard.press('4')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('status')).toHaveText(/^Thank you!/)
    const said = await page.evaluate(() => (window as unknown as { said: { text: string; silentMs: number }[] }).said)
    expect(said.map(({ text }) => text.slice(0, 7))).toEqual(mode === 'tab' ? ['Thank y'] : ['How was', 'Thank y'])
    for (const { silentMs } of said) expect(silentMs).toBeGreaterThanOrEqual(100)
  })
}
