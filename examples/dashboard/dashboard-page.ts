import type { Page } from '@playwright/test'
import type { Site } from '@pulso/protocol'
import { expect, signIn } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'

/** Opens a site's journey, signed in, and waits until it is watching. */
export async function openSite(page: Page, site: Pick<Site, 'id'>, query = 'days=30'): Promise<void> {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}?${query}`)
  await expect(page.locator('[data-connection=live]')).toBeVisible()
}

/** Scrolls to what people wrote, as somebody who wants to read it: the page asks for it only then. */
export async function comeToComments(page: Page): Promise<void> {
  await page.locator('.comments, .touchpoint-words').scrollIntoViewIfNeeded()
}

/** Notes, from now on, what the page does against its own policy and what it throws. */
export function collectTrouble(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) trouble.push(message.text())
  })
  return trouble
}

/** How far the page can be scrolled sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
