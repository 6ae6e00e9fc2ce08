import { createSignInLink, createSite, expect, signIn, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'

test('signs in by a link that works once, and leaves no code in the address', async ({ browser }) => {
  const link = await createSignInLink()
  // What a mail scanner does: it opens the address and runs nothing.
  expect((await fetch(link)).status).toBe(200)

  const first = await browser.newPage({ locale: 'en-GB' })
  await first.goto(link)
  await expect(first.getByRole('heading', { name: 'The journey' })).toBeVisible()
  await expect(first).toHaveURL(/\/sites\/[a-z0-9-]+\?days=30$/)
  await first.goBack()
  expect(first.url()).not.toContain(new URL(link).hash)

  const second = await browser.newPage({ locale: 'es-ES' })
  await second.goto(link)
  await expect(second.getByRole('heading', { name: 'Este enlace ya se usó o ha caducado' })).toBeVisible()
  await expect(second.getByText('npm start')).toBeVisible()
  await expect(second).toHaveURL(`${PULSO_URL}/`)
})

test('says how to get in when there is no session, and shows no score', async ({ page }) => {
  const site = await createSite()
  await page.goto(`${PULSO_URL}/sites/${site.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in with a link' })).toBeVisible()
  await expect(page.getByText('Corner Shop')).toHaveCount(0)
})

test('goes on where the address points once signed in', async ({ page }) => {
  const site = await createSite({ name: 'Flower Stall' })
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}`)
  await expect(page.getByRole('heading', { level: 3, name: 'Purchase' })).toBeVisible()
  await expect(page).toHaveTitle('Flower Stall · Pulso')
})

test('tries the same link again when Pulso could not be reached', async ({ page, context }) => {
  const link = await createSignInLink()
  await page.goto(`${PULSO_URL}/sign-in`)
  await context.setOffline(true)
  await page.evaluate((hash) => {
    location.hash = hash
  }, new URL(link).hash)
  await expect(page.getByRole('heading', { name: 'Pulso does not answer' })).toBeVisible()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'The journey' })).toBeVisible()
})

test('signs out for good', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: 'Preferences' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'You have signed out' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in with a link' })).toBeVisible()
})

test('says so when a site is not there, and leads back', async ({ page }) => {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/no-such-site`)
  await expect(page.getByRole('heading', { name: 'This site is not among yours' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the journey' }).click()
  await expect(page.getByRole('heading', { name: 'The journey' })).toBeVisible()
})
