import type { StoredResponse } from '@pulso/protocol'
import { expect, readRetention, signIn, storedResponses, storedResponsesOf, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, openSite } from './dashboard-page.ts'

const CAFE = { id: 'cafe' }

test('shows in the demo, as soon as it has started, what four audiences say and who comes back', async ({ page }) => {
  const trouble = collectTrouble(page)
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/cafe/ecosystem?days=90`)
  await expect(page.locator('.ecosystem-body')).toHaveAttribute('aria-busy', 'false')
  for (const [name, says] of [
    ['Customers', 'Mood 1–3'],
    ['Employees', 'eNPS'],
    ['Partners', 'Ease'],
    ['Suppliers', 'Satisfaction'],
  ]) {
    await expect(page.getByRole('article', { name: new RegExp(`^${name}`) })).toContainText(says ?? '')
  }
  await expect(page.getByRole('region', { name: 'The same stage, seen by different people', exact: true })).toContainText(
    /Employees(: \d+ points below customers, beyond doubt| cannot be told apart from customers)/,
  )
  const retention = page.getByRole('region', { name: 'Who comes back, and how minds change', exact: true })
  await expect(retention).toContainText(/\d+% of \d+ people answered again in the next month/)
  // The months are counted already: nobody has to wait for a night, or to ask for it.
  await expect(retention.getByRole('button', { name: 'Count them now' })).toHaveCount(0)
  const { pending, total } = await readRetention(CAFE)
  expect(pending).toEqual([])
  expect(total.months.length).toBeGreaterThanOrEqual(4)
  const coffee = page
    .getByRole('region', { name: 'What moves with being recommended' })
    .getByRole('listitem')
    .filter({ hasText: 'coffee itself' })
  await expect(coffee).toContainText('Moves together with recommendation, beyond doubt.')
  expect(trouble).toEqual([])
})

test('shows in the demo who is worse off at help, and keeps the opinion of staff out of the headline', async ({ page }) => {
  await openSite(page, CAFE, 'days=90')
  // One touchpoint asks customers for an NPS; what the staff say at another is their own.
  await expect(page.locator('.recommendation-score')).not.toContainText('Pooled')
  await expect(page.locator('.recommendation-words')).toContainText('recommend Café Azotea')
  await page.getByRole('combobox', { name: 'Audience' }).selectOption('employee')
  await expect(page.locator('.recommendation-words')).toContainText(/Of every 100 who answered, \d+ (is a promoter|are promoters)/)
  await page.goto(`${PULSO_URL}/sites/cafe/touchpoints/help?days=90`)
  const segments = page.getByRole('list', { name: 'Segments: Satisfaction' }).getByRole('listitem')
  await expect(segments.filter({ hasText: 'casual' })).toContainText(/\d+ points lower than everybody else, beyond doubt/)
  await expect(segments.filter({ hasText: 'club' })).toContainText(/\d+ points higher than everybody else, beyond doubt/)
})

test('leads in the demo from one answer of somebody to all of theirs', async ({ page }) => {
  // Not the newest that somebody gave: who joined the club this month may have said nothing else yet.
  let theirs: StoredResponse[] = []
  for (const { respondent } of await storedResponses(CAFE)) {
    if (respondent !== null && theirs.length < 2) theirs = await storedResponsesOf(CAFE, respondent)
  }
  expect(theirs.length).toBeGreaterThanOrEqual(2)
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/cafe/responses/${theirs[0]?.id}`)
  await page.getByRole('link', { name: 'Everything this person said' }).click()
  await expect(page).toHaveURL(new RegExp(`respondent=${theirs[0]?.respondent}`))
  await expect(page.getByRole('list', { name: 'Responses, the newest first' }).getByRole('listitem').nth(1)).toBeVisible()
})
