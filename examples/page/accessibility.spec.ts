import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../product.ts'
import { createPageSite, focusedName, openPage, stopTheClock, theCard } from './open-page.ts'

/** A page with a dark look of its own, as axe can see it. */
const DARK_PAGE = '<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } a { color: #9cf } }</style>'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const touchpoint of ['nps', 'csat', 'emoji', 'three-faces'] as const) {
    test(`gives axe nothing to say at any step: ${touchpoint}, ${colorScheme}`, async ({ page, servePage }) => {
      const site = await createPageSite()
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const lang = colorScheme === 'light' ? 'es' : 'en'
      await openPage(page, servePage, { site, reaches: touchpoint, lang, head: DARK_PAGE })
      const check = async (step: string) => expect((await new AxeBuilder({ page }).analyze()).violations, step).toEqual([])
      await expect(theCard(page)).toBeVisible()
      await check('asking')
      await page.keyboard.press('F6')
      await page.keyboard.press('ArrowRight')
      await check('moving on the scale')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('textbox')).toBeFocused()
      await check('following')
      await page.keyboard.press('Control+Enter')
      await expect(theCard(page)).toContainText(/Thank you|Gracias/)
      await check('thanking')
    })
  }
}

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
