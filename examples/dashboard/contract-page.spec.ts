import { PATHS } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { expect, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, sidewaysScroll } from './dashboard-page.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`reads the contract on any screen, with nothing for axe to find, ${colorScheme}`, async ({ browser }) => {
    test.slow()
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    await page.goto(`${PULSO_URL}${PATHS.docs}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await sidewaysScroll(page)).toBe(0)
    await page.getByRole('link', { name: 'Make a token' }).first().click()
    await expect(page.locator('#createToken')).toBeInViewport()
    await page.locator('#createToken').getByRole('link', { name: 'forbidden' }).click()
    await expect(page.locator('#problem-forbidden')).toContainText('Ask an admin')
    expect(await findViolations(page)).toEqual([])
    expect(trouble).toEqual([])
  })
}
