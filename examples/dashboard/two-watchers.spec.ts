import type { Page } from '@playwright/test'
import type { Report } from '@pulso/protocol'
import { createSite, expect, readReport, test } from '../product.ts'
import { openSite } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

const cardOf = (page: Page) => page.locator('[data-touchpoint=checkout]')

const scoreIn = ({ stages }: Report) => stages[0]?.touchpoints[0]?.scores[0]

test('moves two dashboards at once, and both say what the endpoint says', async ({ browser }) => {
  const site = await createSite()
  for (let answer = 0; answer < 31; answer += 1) await giveAnswer(site, { score: 1 + (answer % 5) })
  const pages = await Promise.all(
    ['en-GB', 'en-GB'].map(async (locale) => (await browser.newContext({ locale, reducedMotion: 'reduce' })).newPage()),
  )
  for (const page of pages) await openSite(page, site)
  for (const page of pages) await expect(cardOf(page)).toContainText('31 answers')

  for (let answer = 0; answer < 5; answer += 1) await giveAnswer(site, { score: 5 })
  const report = await readReport(site, 'days=30')
  const score = scoreIn(report)
  expect(score?.n).toBe(36)
  const percent = Math.round(score?.value ?? Number.NaN)
  for (const page of pages) {
    await expect(cardOf(page)).toContainText('36 answers')
    await expect(cardOf(page)).toContainText(new RegExp(`Satisfaction ${percent}%`))
  }
  expect(await cardOf(pages[0] as Page).textContent()).toBe(await cardOf(pages[1] as Page).textContent())
})
