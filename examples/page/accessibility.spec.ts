import { KINDS, type SiteDefinitionInput } from '@pulso/protocol'
import { createSite, expect, test } from '../product.ts'
import { createPageSite, focusedName, openPage, stopTheClock, theCard } from './open-page.ts'
import { withPulso } from './page-pulso.ts'

type PromptInput = SiteDefinitionInput['prompts'][number]

const OPTIONS = { options: [{ key: 'price' }, { key: 'taste' }], multiple: true, other: true } as const
const LOCALES = ['en', 'es', 'es-419', 'pt-BR', 'fr', 'de', 'it', 'nl', 'ca', 'ja', 'zh-Hans', 'ar']

/** A site that asks one thing at once, in any of the languages. */
const createAsking = (prompt: Partial<PromptInput> & { kind: PromptInput['kind'] }) => {
  const choice = prompt.kind === 'choice' ? OPTIONS : {}
  const whole = { id: 'ask', touchpoints: ['checkout'], delayMs: 0, ...choice, ...prompt } as PromptInput
  return createSite({ locales: LOCALES, prompts: [whole] })
}

test('takes the text spacing of who needs more of it, at any step of any kind (WCAG 1.4.12)', async ({ page, servePage }) => {
  const site = await createSite({
    locales: LOCALES,
    prompts: KINDS.map((kind) => ({ id: kind, kind, touchpoints: [], ...(kind === 'choice' && OPTIONS) })) as unknown as PromptInput[],
  })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, servePage, { site, lang: 'de' })
  const expectFits = async (step: string) => {
    const cut = await page.locator('pulso-card .card').evaluate((card) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
      )
      const root = card.getRootNode() as ShadowRoot
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
      const parts = [card, ...card.querySelectorAll('*')]
      return parts.filter((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1).map((part) => part.outerHTML)
    })
    expect(cut, step).toEqual([])
  }
  for (const kind of KINDS) {
    await withPulso(page, (pulso, prompt) => pulso.ask(prompt, { touchpoint: 'checkout' }), kind)
    await expectFits(kind)
    await page.keyboard.press('F6')
    await page.keyboard.press('Space')
    if (kind === 'text') await page.keyboard.type('Eine Bank')
    if (kind === 'choice' || kind === 'text') await page.keyboard.press('Control+Enter')
    if (kind !== 'text') {
      await expect(page.locator('pulso-card #comment')).toBeVisible()
      await expectFits(`${kind}, following`)
      await page.keyboard.press('Control+Enter')
    }
    await expect(page.locator('pulso-card .thanks')).toBeVisible()
    await expectFits(`${kind}, thanking`)
    await page.keyboard.press('Escape')
  }
})

test('can be read and closed on a page zoomed to 400 %', async ({ page, servePage }) => {
  const site = await createAsking({ kind: 'choice' })
  // 1280 × 1024 at 400 %. Where it has come to rest, not on its way there.
  await page.emulateMedia({ reducedMotion: 'reduce' })
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

test('shows what is chosen in forced colours, for every kind', async ({ page, servePage }) => {
  const site = await createSite({
    locales: LOCALES,
    prompts: KINDS.map((kind) => ({ id: kind, kind, touchpoints: [], ...(kind === 'choice' && OPTIONS) })) as unknown as PromptInput[],
  })
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await openPage(page, servePage, { site })
  for (const kind of KINDS.filter((one) => one !== 'text')) {
    await withPulso(page, (pulso, prompt) => pulso.ask(prompt, { touchpoint: 'checkout' }), kind)
    const scale = page.locator('pulso-card [part=scale]')
    const plain = await scale.screenshot()
    await page.keyboard.press('F6')
    await page.keyboard.press(kind === 'choice' ? 'Space' : 'ArrowRight')
    const focused = await scale.screenshot()
    // Without the focus it is the choice alone that can be seen.
    await page.keyboard.press('F6')
    const chosen = await scale.screenshot()
    expect([focused.equals(plain), chosen.equals(plain), chosen.equals(focused)], kind).toEqual([false, false, false])
    await page.getByRole('button', { name: 'Close' }).click()
  }
})

test('does not move for who asked for less motion', async ({ page, servePage }) => {
  const site = await createPageSite()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, servePage, { site, reaches: 'csat' })
  await expect(theCard(page)).toBeVisible()
  expect(await theCard(page).evaluate((card) => getComputedStyle(card).animationName)).toBe('none')
})
