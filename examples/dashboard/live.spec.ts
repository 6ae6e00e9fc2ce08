import { createSite, expect, goOffline, goOnline, readReport, signIn, test, toSnippet } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { comeToComments, openSite } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

test('moves within two seconds of an answer, without a reload, and says so to those who listen', async ({ page }) => {
  const site = await createSite()
  for (const score of [5, 5, 2]) await giveAnswer(site, { score })
  await openSite(page, site)
  const checkout = page.locator('[data-touchpoint=checkout]')
  await expect(checkout).toContainText('67%')
  await page.evaluate(() => {
    document.body.dataset['sameDocument'] = 'yes'
  })

  await giveAnswer(site, { score: 4, comment: 'Quick and friendly' })
  await expect(checkout).toContainText('75%', { timeout: 2000 })
  await expect(checkout).toContainText('4 answers')
  await expect(checkout.locator('.card-beat')).toBeAttached()
  await expect(page.getByRole('listitem').filter({ hasText: 'Quick and friendly' })).toBeVisible({ timeout: 2000 })
  await expect(page.getByText('A new answer: Checkout.')).toBeAttached()
  await expect(page.locator('body')).toHaveAttribute('data-same-document', 'yes')
})

test('shows what the stats endpoint says, in every open dashboard', async ({ browser }) => {
  const site = await createSite()
  const english = await browser.newPage({ locale: 'en-GB' })
  const spanish = await browser.newPage({ locale: 'es-ES' })
  for (const page of [english, spanish]) await openSite(page, site)
  for (const score of [1, 3, 4, 5, 5, 5, 5]) await giveAnswer(site, { score })

  const [score] = (await readReport(site)).stages[0]?.touchpoints[0]?.scores ?? []
  const [value, low, high] = [score?.value, score?.low, score?.high].map((number) => Math.round(number ?? Number.NaN))
  const inEnglish = english.locator('[data-touchpoint=checkout]')
  const inSpanish = spanish.locator('[data-touchpoint=checkout]')
  await expect(inEnglish).toContainText(`Satisfaction ${value}%, between ${low}% and ${high}%`)
  await expect(inSpanish).toContainText(`Satisfacción ${value}\u00a0%, entre ${low}\u00a0% y ${high}\u00a0%`)
  await expect(inSpanish).toContainText('7 respuestas')
})

test('keeps its numbers while there is no network, and catches up after it', async ({ page, context }) => {
  const site = await createSite()
  await giveAnswer(site)
  await openSite(page, site)
  const checkout = page.locator('[data-touchpoint=checkout]')
  await expect(checkout).toContainText('1 answer')

  await goOffline(context)
  await expect(page.getByText('Offline', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Numbers from/)).toBeVisible()
  await giveAnswer(site)
  await expect(checkout).toContainText('1 answer')

  await goOnline(context)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(checkout).toContainText('2 answers')
})

test('teaches an empty site to ask, and moves on by itself with the first answer', async ({ page, context }) => {
  const site = await createSite()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSite(page, site)
  await expect(page.getByRole('heading', { level: 1, name: 'Ask your first question' })).toBeVisible()
  await expect(page.locator('[data-touchpoint=checkout]')).toContainText('No answers yet')
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${toSnippet(site)}
<script>
  (window.pulso ||= []).push(['touchpoint', 'checkout'])
</script>`)

  await giveAnswer(site)
  await expect(page.getByRole('heading', { level: 1, name: 'Corner Shop' })).toBeVisible({ timeout: 2000 })
  await expect(page.getByText('Not enough data')).toBeVisible()
})

test('gives answers without a place on the map a tray of their own', async ({ page }) => {
  const site = await createSite()
  await openSite(page, site)
  await giveAnswer(site, { touchpoint: 'somewhere-new', comment: 'Where am I?' })
  await expect(page.getByRole('heading', { name: 'Not on the map yet' })).toBeVisible({ timeout: 2000 })
  await expect(page.getByRole('listitem').filter({ hasText: 'Where am I?' })).toContainText('somewhere-new')
})

test('reads older comments when asked, and no further than there are', async ({ page }) => {
  const site = await createSite()
  for (let number = 1; number <= 23; number += 1) await giveAnswer(site, { comment: `Comment number ${number}.` })
  await openSite(page, site)
  await comeToComments(page)
  const comments = page.getByRole('region', { name: 'Newest comments' }).getByRole('blockquote')
  await expect(comments).toHaveCount(20)
  await expect(comments.first()).toHaveText('Comment number 23.')
  await page.getByRole('button', { name: 'Show older comments' }).click()
  await expect(comments).toHaveCount(23)
  await expect(page.getByRole('button', { name: 'Show older comments' })).toHaveCount(0)
})

test('shows what somebody wrote as text, whatever it looks like', async ({ page }) => {
  const site = await createSite()
  await openSite(page, site)
  await giveAnswer(site, { comment: '<img src=x onerror="document.title=1"><b>bold</b>' })
  await expect(page.getByText('<b>bold</b>')).toBeVisible({ timeout: 2000 })
})

test('shows the beginning of a long comment, and the whole when asked', async ({ page }) => {
  const site = await createSite()
  await openSite(page, site)
  await giveAnswer(site, { comment: Array.from({ length: 40 }, (_, line) => `Line ${line}`).join('\n') })
  const quote = page.getByRole('blockquote')
  await expect(quote).toBeVisible({ timeout: 2000 })
  const heightOf = async () => (await quote.boundingBox())?.height ?? 0
  const short = await heightOf()
  await page.getByRole('button', { name: 'Show the whole comment' }).press('Enter')
  await expect(quote).toBeFocused()
  expect(await heightOf()).toBeGreaterThan(5 * short)
})

test('goes to the sign-in page when the session ends elsewhere', async ({ page, context }) => {
  const site = await createSite()
  await openSite(page, site)
  await context.clearCookies()
  // Only clicked: the switch is gone with the page before anybody could see it checked.
  await page.getByRole('radio', { name: 'last 7 days' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in with a link' })).toBeVisible()
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}`)
  await expect(page.getByRole('heading', { name: 'The journey' })).toBeVisible()
})
