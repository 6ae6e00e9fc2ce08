import type { Page } from '@playwright/test'
import type { Site } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { createSite, expect, importHistory, markRelease, readReport, signIn, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, comeToComments, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'
import { isThere } from './main-pages.ts'
import { toPastAnswers } from './past-answer.ts'

/** Opens a touchpoint's page, signed in, and waits for its numbers. */
async function openTouchpoint(page: Page, site: Pick<Site, 'id'>, rest: string): Promise<void> {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/touchpoints/${rest}`)
  await expect(page.locator('[data-connection=live]')).toBeVisible()
  await expect(page.locator('.touchpoint-body')).toHaveAttribute('aria-busy', 'false')
}

/** A checkout that was good until the form was changed twelve days ago, and is worse for business customers. */
async function createWorseCheckout(): Promise<Site> {
  const site = await createSite({
    segments: ['business', 'private'],
    stages: [{ key: 'purchase', name: { en: 'Purchase', es: 'Compra' }, phase: 'during' }],
    touchpoints: [{ key: 'checkout', stage: 'purchase', name: { en: 'Checkout', es: 'Pago' }, targetScore: 80, momentOfTruth: true }],
  })
  const answers = [40, 36, 32, 26, 22, 18].flatMap((daysAgo) => [
    ...toPastAnswers(daysAgo, 36, 4, { segment: 'private' }),
    ...toPastAnswers(daysAgo, 30, 10, { segment: 'business' }),
  ])
  const since = [10, 6, 3].flatMap((daysAgo) => [
    ...toPastAnswers(daysAgo, 28, 12, { segment: 'private', comment: 'The new form asks twice.' }),
    ...toPastAnswers(daysAgo, 8, 32, { segment: 'business' }),
  ])
  await importHistory(site, answers)
  await importHistory(site, since)
  await markRelease(site, { id: 'form-2', name: 'New payment form', at: Date.now() - 12 * 86_400_000, touchpoints: ['checkout'] })
  return site
}

test('shows how a score went, how sure it is and against what, as the stats endpoint has it', async ({ page }) => {
  const site = await createWorseCheckout()
  await openTouchpoint(page, site, 'checkout?days=30&interval=day')
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible()
  const report = await readReport(site, 'days=30&touchpoint=checkout&by=touchpoint&interval=day&compare=previous')
  const group = report.breakdown?.groups[0]?.scores[0]
  const round = (value: number | null | undefined) => Math.round(value ?? Number.NaN)
  const panel = page.getByRole('region', { name: 'Satisfaction', exact: true })
  await expect(panel).toContainText(`Satisfaction ${round(group?.score.value)}%, give or take ${round(group?.score.margin)}`)
  await expect(panel).toContainText(`${group?.score.n} answers`)
  await expect(panel).toContainText('missed')
  const [least, most] = [group?.change?.joint.low ?? 0, group?.change?.joint.high ?? 0].map(Math.abs).sort((left, right) => left - right)
  await expect(panel).toContainText(
    `${Math.abs(round(group?.change?.value))} points lower than the 30 days before, beyond doubt: with 95% confidence between ${round(least)} and ${round(most)}.`,
  )

  await expect(
    panel.getByRole('img', { name: /^Satisfaction over time, 6 steps with answers: between 45% and 83%, 45% in the last one/ }),
  ).toBeVisible()
  await panel.getByText('The numbers as a table').click()
  const rows = panel.getByRole('table', { name: /Over time/ }).getByRole('row')
  await expect(rows).toHaveCount(31)
  await expect(rows.filter({ hasText: '80' }).first()).toContainText('45%')

  const releases = page.getByRole('region', { name: 'Releases in these days' })
  await expect(releases).toContainText('New payment form')
  await expect(page.locator('.release-line')).toContainText('New payment form')
  await releases.getByText('Before and after').click()
  await expect(releases).toContainText(/Satisfaction: 83% before \(\d+ answers\), 45% after \(240\)\. The difference is −38 points/)

  await expect(
    page.getByRole('region', { name: 'From coming by to finishing' }).getByRole('row', { name: /^Answered 480 100% / }),
  ).toBeVisible()
  await expect(page.getByRole('region', { name: 'What people write about here' })).toContainText('100% (between 97% and 100%) negative')
})

test('compares segments honestly, and each of them is a filter that the address keeps', async ({ page }) => {
  const site = await createWorseCheckout()
  await openTouchpoint(page, site, 'checkout?days=30')
  const segments = page.getByRole('list', { name: 'Segments: Satisfaction' }).getByRole('listitem')
  await expect(segments).toHaveText([
    /^business.*points lower than everybody else, beyond doubt/,
    /^private.*points higher than everybody else/,
  ])
  await segments.first().getByRole('link').click()
  await expect(page).toHaveURL(/segment=business/)
  const panel = page.getByRole('region', { name: 'Satisfaction', exact: true })
  const report = await readReport(site, 'days=30&touchpoint=checkout&segment=business')
  const score = report.stages[0]?.touchpoints[0]?.scores[0]
  await expect(panel).toContainText(`${score?.n} answers`)
  await expect(panel).toContainText(`Satisfaction ${Math.round(score?.value ?? -1)}%`)
  // Both are still there to be compared.
  await expect(segments).toHaveCount(2)

  await page.reload()
  await expect(panel).toContainText(`${score?.n} answers`)
  await page.getByRole('link', { name: 'Segment: business. Show all again' }).click()
  await expect(page).not.toHaveURL(/segment=/)
  await expect(panel).toContainText('480 answers')
  await page.goBack()
  await expect(panel).toContainText(`${score?.n} answers`)

  // A page that says no segment has a row with a name too, though there is nothing to filter by.
  await importHistory(site, toPastAnswers(2, 1, 0))
  await openTouchpoint(page, site, 'checkout?days=30')
  await expect(segments.last()).toContainText('No segment said')
  await expect(segments.last().getByRole('link')).toHaveCount(0)
})

test('is worked by keyboard: steps by D, W and M, days by hand', async ({ page }) => {
  const site = await createWorseCheckout()
  await openTouchpoint(page, site, 'checkout?days=90')
  const steps = page.getByRole('group', { name: 'In steps of' })
  // Eight answers a day would be eight points of noise.
  await expect(steps.getByRole('radio', { name: 'Weeks' })).toBeChecked()
  await page.keyboard.press('m')
  await expect(page).toHaveURL(/interval=month/)
  await expect(steps.getByRole('radio', { name: 'Months' })).toBeChecked()
  await page.keyboard.press('d')
  await expect(steps.getByRole('radio', { name: 'Days' })).toBeChecked()
  await page.keyboard.press('w')
  await expect(steps.getByRole('radio', { name: 'Weeks' })).toBeChecked()

  await page.getByRole('combobox', { name: 'Compared with' }).selectOption('A year before')
  await expect(page.getByText('There are no answers of the same days a year before to compare with.')).toBeVisible()

  await page.getByRole('button', { name: 'Other days…' }).press('Enter')
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('First day').fill(day(2))
  await page.getByLabel('Last day').fill(day(14))
  await expect(page.getByText('The first day lies after the last one.')).toBeVisible()
  await page.getByLabel('First day').fill(day(14))
  await page.getByLabel('Last day').fill(day(5))
  await page.getByRole('button', { name: 'Show these days' }).press('Enter')
  await expect(page).toHaveURL(new RegExp(`from=${day(14)}&to=${day(5)}`))
  const panel = page.getByRole('region', { name: 'Satisfaction', exact: true })
  await expect(panel).toContainText('160 answers')
  // Who takes a range of the top bar wants that one.
  await page.getByRole('radio', { name: 'last 30 days' }).check()
  await expect(page).not.toHaveURL(/from=/)
  await expect(panel).toContainText('480 answers')
})

test('moves while answers arrive, with the comment that came', async ({ page }) => {
  const site = await createSite()
  for (const score of [5, 5, 2]) await giveAnswer(site, { score })
  await openTouchpoint(page, site, 'checkout?days=30')
  const panel = page.getByRole('region', { name: 'Satisfaction', exact: true })
  await expect(panel).toContainText('3 answers')
  const read = page.waitForResponse(/\/responses\?/)
  await comeToComments(page)
  await (await read).finished()
  await expect(page.getByRole('region', { name: 'Newest comments' })).toHaveAttribute('aria-busy', 'false')
  await giveAnswer(site, { score: 4, comment: 'Quick and friendly' })
  await expect(panel).toContainText('4 answers', { timeout: 3000 })
  await expect(panel).toContainText('75%')
  await expect(page.getByRole('listitem').filter({ hasText: 'Quick and friendly' })).toHaveAttribute('data-fresh', 'true')
})

test('looks for themes in the comments only when somebody comes to them', async ({ page }) => {
  const site = await createWorseCheckout()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.setViewportSize({ width: 1280, height: 860 })
  // While the numbers are on their way the page is so short that everything is near.
  await page.route(/\/stats\?.*by=/, async (route) => {
    await page.locator('.touchpoint-words').waitFor({ state: 'attached' })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    await route.continue()
  })
  await openTouchpoint(page, site, 'checkout?days=30')
  await expect(page.getByRole('region', { name: 'Satisfaction', exact: true })).toContainText('answers')
  await expect(page.getByRole('list', { name: 'Segments: Satisfaction' }).getByRole('listitem')).toHaveCount(2)
  // What is near is found out once a frame.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
  })
  expect(asked.filter((path) => path.endsWith('/themes'))).toEqual([])
  await page.locator('.touchpoint-words').scrollIntoViewIfNeeded()
  await expect(page.getByRole('heading', { name: 'What people write about here' })).toBeVisible()
})

test('never mixes what was asked in different ways, and has a page for what the journey does not know', async ({ page }) => {
  const site = await createSite({
    prompts: [
      { id: 'checkout', kind: 'csat', touchpoints: ['checkout'] },
      { id: 'recommend', kind: 'nps', touchpoints: ['checkout'] },
    ],
  })
  await importHistory(site, [
    ...toPastAnswers(2, 40, 10),
    ...toPastAnswers(2, 20, 20, { kind: 'nps', scaleMax: 10, promptId: 'recommend' }),
    ...toPastAnswers(1, 3, 1, { touchpoint: 'somewhere-new' }),
  ])
  await openTouchpoint(page, site, 'checkout?days=7')
  await expect(page.getByRole('region', { name: 'Satisfaction', exact: true })).toContainText('80%')
  await expect(page.getByRole('region', { name: 'NPS', exact: true })).toContainText('40 answers')
  await page.getByRole('combobox', { name: 'Kind of question' }).selectOption('NPS')
  await expect(page.getByRole('region', { name: 'Satisfaction', exact: true })).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'From coming by to finishing' }).getByRole('row', { name: /^Answered 40/ })).toBeVisible()

  await page.goto(`${PULSO_URL}/sites/${site.id}/touchpoints/(unmapped)?days=7`)
  await expect(page.getByRole('heading', { level: 1, name: 'Not on the map yet' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Satisfaction', exact: true })).toContainText('4 answers')
  await page.goto(`${PULSO_URL}/sites/${site.id}/touchpoints/nowhere`)
  await expect(page.getByRole('heading', { level: 1, name: 'The journey has no such touchpoint' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the journey' }).click()
  await expect(page.getByRole('heading', { name: 'The journey' })).toBeVisible()
})

for (const { locale, colorScheme, width } of [
  { locale: 'en-GB', colorScheme: 'light', width: 1280 },
  { locale: 'es-ES', colorScheme: 'dark', width: 320 },
] as const) {
  test(`has nothing for axe to find and fits, in ${locale}, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
    const site = await createWorseCheckout()
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 800 } })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    const words = Promise.all([page.waitForResponse(/\/responses\?/), page.waitForResponse(/\/themes\?/)])
    await openTouchpoint(page, site, 'checkout?days=30&segment=business')
    await expect(page.locator('.group-line')).toHaveCount(2)
    await expect(page.locator('.releases')).toBeVisible()
    for (const summary of await page.locator('summary').all()) await summary.click()
    await expect(page.locator('.release-around p')).toBeVisible()
    // What people write is asked for when somebody comes to it, and pale until it is there.
    await comeToComments(page)
    await words
    await page.waitForFunction(isThere)
    expect(await findViolations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    expect(trouble).toEqual([])
  })
}
