import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { KINDS, MODES, type SiteDefinitionInput } from '@pulso/protocol'
import { createSite, expect, test } from '../product.ts'
import { createPageSite, focusedName, openPage, stopTheClock, theCard, toHtml } from './open-page.ts'

type PromptInput = SiteDefinitionInput['prompts'][number]

const OPTIONS = { options: [{ key: 'price' }, { key: 'taste' }], multiple: true, other: true } as const
const LOCALES = ['en', 'es', 'es-419', 'pt-BR', 'fr', 'de', 'it', 'nl', 'ca', 'ja', 'zh-Hans', 'ar']

/** A site that asks one thing at once, in any of the languages. */
const createAsking = (prompt: Partial<PromptInput> & { kind: PromptInput['kind'] }) => {
  const choice = prompt.kind === 'choice' ? OPTIONS : {}
  const whole = { id: 'ask', touchpoints: ['checkout'], delayMs: 0, ...choice, ...prompt } as PromptInput
  return createSite({ locales: LOCALES, prompts: [whole] })
}

/** A page with a dark look of its own, as axe can see it. */
const DARK_PAGE = '<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } a { color: #9cf } }</style>'

const expectAxeSilent = async (page: Page, step: string) => expect((await new AxeBuilder({ page }).analyze()).violations, step).toEqual([])

/** Answers by keyboard, whatever the kind, from the first step to the thanks, calling at each. */
async function walk(page: Page, kind: PromptInput['kind'], at: (step: string) => Promise<void>): Promise<void> {
  const card = page.locator('pulso-card .card')
  await expect(card).toBeVisible()
  await at('asking')
  await page.keyboard.press('F6')
  if (kind === 'text') await page.keyboard.type('A bench')
  else if (kind === 'choice') {
    await page.keyboard.press('Space')
    await page.getByRole('checkbox').last().press('Space')
    await at('choosing')
    await page.keyboard.press('Control+Enter')
  } else {
    await page.keyboard.press('ArrowDown')
    await at('moving on the scale')
    await page.keyboard.press('Enter')
  }
  if (kind !== 'text') {
    await expect(page.locator('pulso-card #comment')).toBeFocused()
    await at('following')
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('pulso-card .thanks')).toBeVisible()
  await at('thanking')
}

for (const kind of KINDS) {
  for (const [colorScheme, lang] of [
    ['light', 'es'],
    ['dark', 'ar'],
  ] as const) {
    test(`gives axe nothing to say at any step: ${kind}, ${colorScheme}, ${lang}`, async ({ page, servePage }) => {
      const site = await createAsking({ kind, links: { mid: 'https://shop.example/', low: 'https://shop.example/' } })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await openPage(page, servePage, { site, reaches: 'checkout', lang, head: DARK_PAGE })
      await walk(page, kind, (step) => expectAxeSilent(page, step))
    })
  }
}

for (const mode of MODES.filter((one) => one !== 'popover' && one !== 'tab')) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`gives axe nothing to say at any step: ${mode}, ${colorScheme}`, async ({ page, servePage }) => {
      const site = await createAsking({ kind: 'csat', mode, target: 'main' })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { origin } = await servePage(toHtml({ site, reaches: 'checkout', head: DARK_PAGE }))
      await page.goto(origin)
      await walk(page, 'csat', (step) => expectAxeSilent(page, step))
    })
  }
}

test('gives axe nothing to say about the tab, folded and open', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'text', mode: 'tab' })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, servePage, { site, reaches: 'checkout' })
  const tab = page.getByRole('button', { name: 'Feedback' })
  await expect(tab).toBeVisible()
  await expectAxeSilent(page, 'folded')
  await tab.click()
  await expect(page.getByRole('textbox')).toBeVisible()
  await expectAxeSilent(page, 'open')
})

for (const lang of LOCALES) {
  test(`gives axe nothing to say in ${lang}, and cuts no word at 320 pixels`, async ({ page, servePage }) => {
    const site = await createAsking({ kind: 'nps' })
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openPage(page, servePage, { site, reaches: 'checkout', lang })
    await expect(theCard(page)).toBeVisible()
    await expectAxeSilent(page, 'asking')
    const cut = await page
      .locator('pulso-card .card, pulso-card .card *')
      .evaluateAll((parts) =>
        parts.filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0).map((part) => part.outerHTML),
      )
    expect(cut).toEqual([])
  })
}

for (const kind of KINDS) {
  test(`has no target under 24 pixels at 320, and every control a name: ${kind}`, async ({ page, servePage }) => {
    const site = await createAsking({ kind })
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openPage(page, servePage, { site, reaches: 'checkout', lang: 'de' })
    await expect(theCard(page)).toBeVisible()
    const controls = page.locator('pulso-card').locator('input, button, textarea').filter({ visible: true })
    const boxes = await controls.evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()))
    expect(boxes.length).toBeGreaterThan(1)
    for (const { width, height } of boxes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
    for (const control of await controls.all()) await expect(control).toHaveAccessibleName(/\S/)
  })
}

test('takes the text spacing of who needs more of it (WCAG 1.4.12)', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'nps' })
  await page.setViewportSize({ width: 320, height: 640 })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'es' })
  await expect(theCard(page)).toBeVisible()
  const fits = await theCard(page).evaluate((card) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
    )
    const root = card.getRootNode() as ShadowRoot
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    return card.scrollWidth <= card.clientWidth
  })
  expect(fits).toBe(true)
})

test('can be read and closed on a page zoomed to 400 %', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'choice' })
  // 1280 × 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 })
  await openPage(page, servePage, { site, reaches: 'checkout', lang: 'de' })
  await expect(theCard(page)).toBeVisible()
  const box = await theCard(page).evaluate((card) => ({
    ...card.getBoundingClientRect().toJSON(),
    wide: card.scrollWidth > card.clientWidth,
  }))
  expect([box.top >= 0, box.bottom <= 256, box.wide]).toEqual([true, true, false])
  await page.getByRole('checkbox').last().click()
  await page.getByRole('button', { name: 'Schließen' }).click()
  await expect(theCard(page)).toHaveCount(0)
})

test('announces itself in a region that was there before, and leaves the focus alone', async ({ page, servePage }) => {
  const site = await createPageSite({ prompts: [{ id: 'later', kind: 'csat', touchpoints: ['csat'], delayMs: 10_000 }] })
  const pass = await stopTheClock(page)
  await openPage(page, servePage, { site, reaches: 'csat' })
  await page.getByRole('button', { name: 'Add to basket' }).focus()
  await pass(9000)
  await expect(page.getByRole('status')).toBeAttached()
  await expect(page.getByRole('status')).toHaveText('')
  await pass(2000)
  await expect(page.getByRole('status')).toHaveText('How was your experience with Corner Shop? Press F6 to answer.')
  await expect(page.getByRole('button', { name: 'Add to basket' })).toBeFocused()
})

test('moves between page and card with F6, and closes with Escape from where nothing else wants it', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await expect(theCard(page)).toBeVisible()
  const basket = page.getByRole('button', { name: 'Add to basket' })
  await basket.focus()
  await page.keyboard.press('F6')
  expect(await focusedName(page)).toBe('1 out of 5, Very bad')
  await page.keyboard.press('F6')
  await expect(basket).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(theCard(page)).toBeVisible()
  await basket.blur()
  await page.keyboard.press('Escape')
  await expect(theCard(page)).toHaveCount(0)
})

test('names the scale by its question and its points in words', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'nps', lang: 'es' })
  await expect(
    page.getByRole('radiogroup', { name: '¿Con qué probabilidad recomendarías Corner Shop a un amigo o compañero?' }),
  ).toBeVisible()
  const names = await page.getByRole('radio').evaluateAll((points) => points.map((point) => point.getAttribute('aria-label')))
  expect(names).toHaveLength(11)
  expect([names[0], names[7], names[10]]).toEqual(['0 de 10, Nada probable', '7 de 10', '10 de 10, Extremadamente probable'])
  expect(await page.locator('pulso-card').getAttribute('lang')).toBe('es')
})

test('stays whole with text twice as large, at 320 pixels', async ({ page, servePage }) => {
  const site = await createPageSite()
  await page.setViewportSize({ width: 320, height: 640 })
  // A visitor's own default size, which the card follows and a page's style cannot change.
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await openPage(page, servePage, { site, reaches: 'nps', lang: 'es' })
  await expect(theCard(page)).toBeVisible()
  const fits = await theCard(page).evaluate((card) => card.scrollWidth <= card.clientWidth && card.getBoundingClientRect().top >= 0)
  expect(fits).toBe(true)
  expect(await theCard(page).evaluate((card) => getComputedStyle(card).fontSize)).toBe('32px')
})

test('shows the chosen point in forced colours', async ({ page, servePage }) => {
  const site = await createPageSite()
  await page.emulateMedia({ forcedColors: 'active' })
  await openPage(page, servePage, { site, reaches: 'csat' })
  await expect(theCard(page)).toBeVisible()
  await page.keyboard.press('F6')
  await page.keyboard.press('ArrowRight')
  const outlines = await page
    .getByRole('radio')
    .evaluateAll((points) => points.map((point) => point.nextElementSibling && getComputedStyle(point.nextElementSibling).outlineStyle))
  expect(outlines).toEqual(['none', 'solid', 'none', 'none', 'none'])
})

test('does not move for who asked for less motion', async ({ page, servePage }) => {
  const site = await createPageSite()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, servePage, { site, reaches: 'csat' })
  await expect(theCard(page)).toBeVisible()
  expect(await theCard(page).evaluate((card) => getComputedStyle(card).animationName)).toBe('none')
})
