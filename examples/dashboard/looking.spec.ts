import type { Page } from '@playwright/test'
import { findViolations } from '../axe.ts'
import { createSite, expect, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, comeToComments, openSite, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

const CAFE = { id: 'cafe' }

async function choose(page: Page, group: string, option: string) {
  await page.getByRole('button', { name: /Preferences|Preferencias/ }).click()
  await page.getByRole('group', { name: group }).getByRole('radio', { name: option, exact: true }).check()
  await page.keyboard.press('Escape')
}

test('keeps its state in the address: a range can be shared, and taken back', async ({ page }) => {
  await openSite(page, CAFE)
  await page.getByRole('radio', { name: 'last 90 days' }).check()
  await expect(page).toHaveURL(/\/sites\/cafe\?days=90$/)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'last 90 days' })).toBeChecked()
  await page.goBack()
  await expect(page).toHaveURL(/days=30$/)
  await expect(page.getByRole('radio', { name: 'last 30 days' })).toBeChecked()
  await page.goto(`${PULSO_URL}/?days=7`)
  await expect(page.getByRole('radio', { name: 'last 7 days' })).toBeChecked()
})

test('shows every touchpoint in the order of the journey, with what it takes to believe it', async ({ page }) => {
  await openSite(page, CAFE, 'days=90')
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Awareness', 'Consideration', 'Purchase', 'Use', 'Support', 'Advocacy'])
  const payment = page.locator('[data-touchpoint=checkout]')
  await expect(payment).toContainText('Moment of truth')
  await expect(payment).toContainText(/Satisfaction \d+%, (give or take \d+|between \d+% and \d+%)/)
  await expect(payment.getByRole('img', { name: /^1 \(very unhappy\) \d+%, .*5 \(very happy\) \d+%$/ })).toBeVisible()
  await payment.getByText('In detail').click()
  await expect(payment).toContainText('The percentage who answer 4 or 5, on a scale from 1 to 5.')
  await expect(payment.getByRole('row')).toHaveCount(6)
  await expect(page.getByText(/seeded demo responses, answered or only shown, mixed into these scores/)).toBeVisible()
})

test('says what to fix first and what has changed, in words and with how sure it is', async ({ page }) => {
  await openSite(page, CAFE, 'days=30')
  const first = page.getByRole('region', { name: 'What to fix first' }).getByRole('listitem').first()
  await expect(first).toContainText('Payment beyond doubt')
  await expect(first).toContainText(/Satisfaction is \d+%, its standard 80%\. Asked \d+ times\. >99% sure that it is below\./)
  await expect(
    page.getByText(/Satisfaction is lower than it was\. The difference is \d+ points; with 95% confidence between \d+ and \d+\./),
  ).toBeVisible()
  const site = await createSite()
  await giveAnswer(site)
  await openSite(page, site)
  await expect(page.getByText('No touchpoint has a standard yet.')).toBeVisible()
})

test('names the touchpoints that the journey does not know, so that they can be added to it', async ({ page }) => {
  const site = await createSite()
  for (const touchpoint of ['terrace', 'kiosk', 'terrace']) await giveAnswer(site, { touchpoint })
  await openSite(page, site)
  await expect(page.getByRole('heading', { name: 'Not on the map yet' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'The pages call them:' }).getByRole('listitem').locator('code')).toHaveText([
    'terrace',
    'kiosk',
  ])
})

test('speaks the chosen language and wears the chosen theme, also after a reload', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'en-GB', colorScheme: 'light' })
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await openSite(page, CAFE)
  const light = await background()

  await choose(page, 'Language', 'Español')
  await expect(page.getByRole('heading', { name: 'El recorrido' })).toBeVisible()
  await choose(page, 'Tema', 'Oscuro')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByRole('heading', { name: 'El recorrido' })).toBeVisible()
  const dark = await background()
  expect(dark).not.toBe(light)

  await choose(page, 'Tema', 'Como el sistema')
  await expect.poll(background).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(background).toBe(dark)
})

test('is worked by keyboard alone', async ({ page }) => {
  await openSite(page, CAFE)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Tab')
  if ((await page.getByRole('combobox', { name: 'Site' }).count()) > 0) await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'last 30 days' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/days=90$/)
  await expect(page.getByRole('radio', { name: 'last 90 days' })).toBeFocused()
  await expect(page.locator('[data-connection=live]')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Hold the numbers still' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-connection=paused]')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Language' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Language' })).toBeHidden()
})

/** Colours know no language, and names know no colours: one of each, or each with each with PULSO_AXE=all. */
const LOOKS = [
  { locale: 'en-GB', colorScheme: 'light', isQuick: true },
  { locale: 'es-ES', colorScheme: 'dark', isQuick: true },
  { locale: 'en-GB', colorScheme: 'dark', isQuick: false },
  { locale: 'es-ES', colorScheme: 'light', isQuick: false },
] as const

for (const { locale, colorScheme } of LOOKS.filter(({ isQuick }) => isQuick || process.env['PULSO_AXE'] === 'all')) {
  test(`has nothing for axe to find, in ${locale}, ${colorScheme}`, async ({ browser }) => {
    // Every element of four pages is looked at.
    test.slow()
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    const expectNothing = async () => expect(await findViolations(page)).toEqual([])
    await page.goto(`${PULSO_URL}/sign-in`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNothing()

    await openSite(page, CAFE)
    await comeToComments(page)
    await expect(page.getByRole('blockquote').first()).toBeVisible()
    await page.locator('summary').first().click()
    await expectNothing()
    await page.getByRole('button', { name: /Preferences|Preferencias/ }).click()
    await expectNothing()

    await page.goto(`${PULSO_URL}/sites/${(await createSite()).id}`)
    await expect(page.locator('.install')).toBeVisible()
    await expectNothing()
    expect(trouble).toEqual([])
  })
}

for (const locale of ['en-GB', 'es-ES']) {
  test(`fits a phone 320 pixels wide, in ${locale}`, async ({ browser }) => {
    const context = await browser.newContext({ locale, viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await openSite(page, CAFE)
    await comeToComments(page)
    await expect(page.getByRole('blockquote').first()).toBeVisible()
    for (const summary of await page.locator('summary').all()) await summary.click()
    expect(await sidewaysScroll(page)).toBe(0)
    await page.goto(`${PULSO_URL}/sites/${(await createSite()).id}`)
    await expect(page.locator('.install')).toBeVisible()
    expect(await sidewaysScroll(page)).toBe(0)
  })
}

test('says where one is, and where a score lies, also in the colours that a reader forces on every page', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await openSite(page, CAFE, 'days=90')
  const edges = await page
    .getByRole('navigation', { name: 'Parts of this site' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBottomWidth))
  expect(edges.filter((edge) => edge !== edges[0])).toHaveLength(edges.length - 1)
  const paper = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = 'Canvas'
    return getComputedStyle(probe).color
  })
  const payment = page.locator('[data-touchpoint=checkout]')
  for (const part of ['.strip-band', '.strip-value']) {
    await expect(payment.locator(part).first()).not.toHaveCSS('background-color', paper)
  }
})
