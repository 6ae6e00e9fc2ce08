import type { Page } from '@playwright/test'
import type { CreatedShare, Site, SiteDefinitionInput } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { createSite, expect, signIn, test } from '../product.ts'
import { ADMIN_TOKEN, PULSO_URL } from '../product-address.ts'
import { collectTrouble, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

const TWO_STAGES: Partial<SiteDefinitionInput> = {
  name: 'Flower Stall',
  stages: [
    { key: 'purchase', name: { en: 'Purchase', es: 'Compra' }, phase: 'during' },
    { key: 'support', name: { en: 'Support', es: 'Ayuda' }, phase: 'after' },
  ],
  touchpoints: [
    { key: 'checkout', stage: 'purchase', name: { en: 'Checkout', es: 'Pago' }, targetScore: 80 },
    { key: 'helpdesk', stage: 'support', name: { en: 'Help desk', es: 'Mostrador' } },
  ],
}

async function share(site: Pick<Site, 'id'>, definition: object = {}): Promise<CreatedShare> {
  const answer = await fetch(`${PULSO_URL}/v1/sites/${site.id}/shares`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'For the board', ...definition }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as CreatedShare
}

const toWall = (link: string) => {
  const url = new URL(link)
  url.searchParams.set('view', 'wallboard')
  return url.href
}

test('shares a part of a site with a password, live, until it is ended', async ({ browser, page }) => {
  const site = await createSite(TWO_STAGES)
  for (const score of [5, 5, 2]) await giveAnswer(site, { score, comment: 'Paid in a wink' })
  await giveAnswer(site, { touchpoint: 'helpdesk', score: 1, comment: 'Nobody at the desk' })
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/settings/share`)
  await page.getByRole('button', { name: 'Make a share link' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Suppliers')
  await dialog.getByText('Stages').click()
  await dialog.getByRole('checkbox', { name: 'Purchase' }).check()
  await dialog.getByRole('checkbox', { name: 'Show comments' }).check()
  await dialog.locator('input[type=password]').fill('short')
  await dialog.getByRole('button', { name: 'Make a share link' }).click()
  await expect(dialog.getByText('Use at least 8 characters, or none.')).toBeVisible()
  await dialog.locator('input[type=password]').fill('correct horse')
  await page.keyboard.press('Enter')
  const link = await dialog.getByRole('textbox', { name: 'Suppliers' }).inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Suppliers' })).toContainText('Purchase')

  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const asked: string[] = []
  theirs.on('request', (request) => asked.push(request.url()))
  await theirs.goto(link)
  await theirs.locator('input[type=password]').fill('battery staple')
  await theirs.keyboard.press('Enter')
  await expect(theirs.getByText('That is not the password of this link.')).toBeVisible()
  await theirs.locator('input[type=password]').fill('correct horse')
  await theirs.keyboard.press('Enter')
  const checkout = theirs.locator('[data-touchpoint=checkout]')
  await expect(checkout).toContainText('67%')
  await expect(theirs.getByRole('complementary')).toContainText('Shared view of Flower Stall · Suppliers · until')
  await expect(theirs.getByRole('complementary')).toContainText('only Purchase')
  await expect(theirs.getByText('Paid in a wink').first()).toBeVisible()
  await expect(theirs.locator('[data-connection=live]')).toBeVisible()
  expect(await theirs.content()).not.toMatch(/Help desk|Nobody at the desk|Support/)

  await giveAnswer(site, { score: 4 })
  await expect(checkout).toContainText('75%', { timeout: 2000 })
  // A reload of the same tab is let in; no address ever held what opens it.
  await theirs.reload()
  await expect(checkout).toContainText('75%')
  expect(asked.filter((url) => url.includes('shared_') || url.includes(new URL(link).hash.slice(1)))).toEqual([])

  await page.getByRole('button', { name: 'End: Suppliers' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click()
  await expect(page.getByText('“Suppliers” has ended.')).toBeVisible()
  await giveAnswer(site)
  await expect(theirs.getByRole('heading', { name: 'This share link has ended' })).toBeVisible()
})

test('leaves who is signed in as they are, and keeps tabs apart', async ({ page, context }) => {
  const [first, second] = [await createSite({ name: 'First Stall' }), await createSite({ name: 'Second Stall' })]
  for (const site of [first, second]) await giveAnswer(site)
  await signIn(page)
  const tabs = [await context.newPage(), await context.newPage()] as const
  await tabs[0].goto((await share(first)).url)
  await tabs[1].goto((await share(second)).url)
  await tabs[0].reload()
  await expect(tabs[0].getByRole('heading', { level: 1, name: 'First Stall' })).toBeVisible()
  await expect(tabs[1].getByRole('heading', { level: 1, name: 'Second Stall' })).toBeVisible()
  expect((await page.request.get(`${PULSO_URL}/v1/tokens`)).status()).toBe(200)
})

test('puts the numbers on a wall, where they move, and the cursor does not', async ({ browser }) => {
  const site = await createSite(TWO_STAGES)
  for (const score of [5, 5, 2]) await giveAnswer(site, { score })
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(toWall((await share(site, { expiresAt: null })).url))
  const checkout = page.locator('[data-touchpoint=checkout]')
  await expect(checkout).toContainText('67%')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(page.getByText('1 touchpoint without answers')).toBeVisible()
  const height = await checkout.locator('.score-value').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  expect(height).toBeGreaterThan(100)
  await giveAnswer(site, { score: 4 })
  await expect(checkout).toContainText('75%', { timeout: 2000 })
  await page.clock.runFor(5000)
  await expect(page.locator('.wall')).toHaveCSS('cursor', 'none')
  await expect(page.locator('.wall-controls')).toHaveCSS('opacity', '0')
  await page.mouse.move(200, 200)
  await expect(page.locator('.wall')).not.toHaveCSS('cursor', 'none')
  await page.getByRole('button', { name: 'Back to the journey' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Flower Stall' })).toBeVisible()
})

test('goes calmly through a journey that is too long for one wall', async ({ page }) => {
  const stages = [1, 2, 3].map((number) => ({ key: `stage-${number}`, name: { en: `Stage ${number}` }, phase: 'during' as const }))
  const touchpoints = Array.from({ length: 12 }, (_, place) => ({
    key: `place-${place}`,
    stage: `stage-${Math.floor(place / 4) + 1}`,
    name: { en: `Place ${place}` },
  }))
  const prompts = [{ id: 'checkout', kind: 'csat' as const, touchpoints: touchpoints.map(({ key }) => key) }]
  const site = await createSite({ stages, touchpoints, prompts })
  await Promise.all(touchpoints.map(({ key }) => giveAnswer(site, { touchpoint: key })))
  await page.clock.install()
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/wallboard`)
  const wall = page.getByRole('dialog')
  await expect(wall.getByRole('heading', { name: 'Place 0' })).toBeVisible()
  await expect(wall.getByRole('heading', { level: 2 })).toHaveCount(8)
  await page.clock.runFor(15_500)
  await expect(page.locator('.wall-controls')).toHaveCSS('opacity', '0')
  await expect(wall.getByRole('heading', { name: 'Place 11' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(wall.getByRole('heading', { name: 'Place 0' })).toBeVisible()
  await wall.getByRole('button', { name: 'Stay on this part' }).press('Enter')
  await page.clock.runFor(40_000)
  await expect(wall.getByRole('heading', { name: 'Place 0' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/sites/${site.id}\\?days=30$`))
})

async function expectNothing(page: Page) {
  expect(await findViolations(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
}

for (const { locale, colorScheme, width } of [
  { locale: 'en-GB', colorScheme: 'dark', width: 1280 },
  { locale: 'es-ES', colorScheme: 'light', width: 320 },
] as const) {
  test(`has nothing for axe to find in what is shared, in ${locale}, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 720 } })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    const site = await createSite(TWO_STAGES)
    for (const score of [5, 2]) await giveAnswer(site, { score, comment: 'So so' })
    const link = await share(site, { comments: true, filter: { channel: ['digital'] } })
    await page.goto(link.url)
    await expect(page.getByRole('blockquote').first()).toBeVisible()
    await expectNothing(page)
    await page.goto(toWall(link.url))
    await expect(page.locator('.wall-cell')).toHaveCount(1)
    await expectNothing(page)
    await page.goto((await share(site, { password: 'correct horse' })).url)
    await expect(page.locator('input[type=password]')).toBeVisible()
    await expectNothing(page)
    await signIn(page)
    await page.goto(`${PULSO_URL}/sites/${site.id}/settings/share`)
    await expect(page.getByRole('listitem').filter({ hasText: 'For the board' }).first()).toBeVisible()
    await expectNothing(page)
    await page.getByRole('button', { name: /Make a share link|Crear un enlace/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNothing(page)
    await page.goto(`${PULSO_URL}/shared#${'0'.repeat(64)}`)
    await expect(page.getByRole('heading', { name: /has ended|ya no sirve/ })).toBeVisible()
    await expectNothing(page)
    expect(trouble).toEqual([])
  })
}
