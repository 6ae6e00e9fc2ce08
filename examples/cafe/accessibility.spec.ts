import type { Page } from '@playwright/test'
import { findViolations } from '../axe.ts'
import { expect, test } from '../product.ts'
import { CAFE_URL } from '../product-address.ts'

async function payAndCollect(page: Page) {
  await page.getByRole('button', { name: /sample card|muestra/ }).click()
  await page.getByRole('button', { name: /^(Pay|Pagar) / }).click()
  await page.getByRole('button', { name: /got it|lo tengo/ }).click()
}

/** Every page of the shop, and what a visitor does there to see all of it. */
const PAGES: { path: string; reveal?: (page: Page) => Promise<unknown> }[] = [
  { path: '/' },
  { path: '/choose?coffee=azotea', reveal: (page) => page.getByRole('button', { name: /Add to order|Añadir/ }).click() },
  { path: '/pay', reveal: (page) => page.getByRole('button', { name: /^(Pay|Pagar) / }).click() },
  { path: '/order' },
  { path: '/pay', reveal: payAndCollect },
  { path: '/cup' },
  { path: '/table' },
  { path: '/help', reveal: (page) => page.locator('summary').first().click() },
  { path: '/invite' },
  { path: '/qr' },
  { path: '/nowhere' },
]

for (const [locale, colorScheme] of [
  ['es-ES', 'light'],
  ['en-GB', 'dark'],
] as const) {
  test(`is accessible on every page in ${locale}, ${colorScheme}, and fits 320 pixels`, async ({ browser }) => {
    const context = await browser.newContext({ locale, colorScheme, viewport: { width: 320, height: 700 } })
    // The card has its own accessibility tests; here it would only sometimes be there.
    await context.route(/\/w\//, (route) => route.abort())
    const page = await context.newPage()
    for (const { path, reveal } of PAGES) {
      await page.goto(`${CAFE_URL}${path}`)
      await reveal?.(page)
      await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2))
      expect(await findViolations(page), path).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320)
    }
  })
}
