import type { Page } from '@playwright/test'
import { PATHS } from '@pulso/protocol'
import { csvParse } from 'd3-dsv'
import { createSite, expect, readExport, signIn, storedComments, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { comeToComments, openSite } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'
import { watchForAttacks } from './watch-for-attacks.ts'
import { toSpread, XSS_VECTORS } from './xss-vectors.ts'

/** `PULSO_XSS=all` sends every vector; a few of each family are what a build waits for. */
const VECTORS = process.env['PULSO_XSS'] === 'all' ? [...XSS_VECTORS] : toSpread(66)

/** Moves over, focuses and unfolds everything, for handlers that wait for that. */
async function touchEverything(page: Page) {
  for (const summary of await page.locator('summary').all()) await summary.click()
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      for (const type of ['pointerenter', 'mouseover', 'focus', 'animationstart']) element.dispatchEvent(new Event(type, { bubbles: true }))
    }
  })
}

async function readAllComments(page: Page, count: number): Promise<string[]> {
  const quotes = page.getByRole('blockquote')
  const older = page.getByRole('button', { name: 'Show older comments' })
  await comeToComments(page)
  await expect(quotes.first()).toBeVisible()
  while ((await quotes.count()) < count) {
    const before = await quotes.count()
    await older.click()
    await expect.poll(() => quotes.count()).toBeGreaterThan(before)
  }
  return quotes.evaluateAll((elements) => elements.map((element) => element.textContent ?? ''))
}

test('has 500 ways of being attacked to choose from, of every family', () => {
  expect(XSS_VECTORS.length).toBeGreaterThanOrEqual(500)
  expect(VECTORS.length).toBeGreaterThanOrEqual(40)
  expect(new Set(VECTORS.map(({ family }) => family)).size).toBe(new Set(XSS_VECTORS.map(({ family }) => family)).size)
})

test('notices attacks where there is something to notice', async ({ page, servePage }) => {
  const html = `<!doctype html><body>${VECTORS.filter(({ family }) => family === 'handlers' || family === 'styles')
    .map(({ text }) => text)
    .join('\n')}`
  const open = await servePage(html)
  const attacks = await watchForAttacks(page)
  await page.goto(open.origin)
  await expect.poll(() => attacks.executions.length).toBeGreaterThan(2)
  expect(attacks.violations).toEqual([])
  const policy = (await fetch(PULSO_URL)).headers.get('content-security-policy') ?? ''
  const guarded = await servePage(html, { 'content-security-policy': policy })
  attacks.executions.length = 0
  await page.goto(guarded.origin)
  await expect.poll(() => attacks.violations.length).toBeGreaterThan(2)
  expect(attacks.executions.filter((what) => what.startsWith('a script'))).toEqual([])
})

test('shows what anybody wrote as text, runs none of it, and asks its policy for nothing', async ({ page }) => {
  test.slow()
  // What the team itself writes is stored text as well.
  const [name = '', touchpointName = '', stageName = ''] = VECTORS.filter(({ text }) => text.length < 280).map(({ text }) => text)
  const site = await createSite({
    name,
    stages: [{ key: 'purchase', name: { en: stageName }, phase: 'during' }],
    touchpoints: [{ key: 'checkout', stage: 'purchase', name: { en: touchpointName } }],
  })
  const attacks = await watchForAttacks(page)
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(String(error)))

  // Half of them are there when the dashboard opens, half come while it watches.
  const [early, late] = [VECTORS.slice(0, VECTORS.length / 2), VECTORS.slice(VECTORS.length / 2)]
  for (const { text } of early) await giveAnswer(site, { comment: text })
  await openSite(page, site)
  for (const { text } of late) await giveAnswer(site, { comment: text })
  const stored = await storedComments(site)
  expect(stored).toHaveLength(VECTORS.length)
  await expect(page.getByRole('blockquote').first()).toHaveText(stored[0] ?? '', { timeout: 5000 })
  const shown = await readAllComments(page, VECTORS.length)
  expect(shown.sort()).toEqual([...stored].sort())
  await touchEverything(page)
  // The same from the beginning, with everything in the first report.
  await page.reload()
  await readAllComments(page, VECTORS.length)
  await touchEverything(page)
  await expect(page.locator('[data-touchpoint=checkout]')).toContainText(touchpointName)

  // The answers of the API, opened like pages.
  for (const path of [
    PATHS.site(site.id),
    `${PATHS.siteResponses(site.id)}?comments=only&limit=100`,
    PATHS.stats(site.id),
    '/v1/sites',
    PATHS.docs,
  ]) {
    await page.goto(`${PULSO_URL}${path}`)
    await touchEverything(page)
  }
  expect(attacks).toEqual({ executions: [], violations: [] })
  expect(trouble).toEqual([])
})

test('gives programs every text as it is stored, and spreadsheets no formula', async ({ page }) => {
  const site = await createSite()
  for (const { text } of VECTORS) await giveAnswer(site, { comment: text })
  const stored = (await storedComments(site)).sort()
  const lines = (await readExport(site, 'ndjson')).trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { comment: string }).comment).sort()).toEqual(stored)

  const cells = csvParse(await readExport(site, 'csv')).map((record) => record['comment'] ?? '')
  expect(cells).toHaveLength(VECTORS.length)
  const guarded = cells.filter((cell) => !stored.includes(cell))
  expect(guarded.length).toBeGreaterThan(2)
  for (const cell of cells) {
    expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/)
    for (const part of cell.split(/[;\r\n]/).slice(1)) expect(part).not.toMatch(/^[ "]*[=+\-@＝]/)
  }
  // An apostrophe is all that was added.
  const bare = (text: string) => text.replaceAll("'", '')
  expect(cells.map(bare).sort()).toEqual(stored.map((text) => bare(text)).sort())

  // A file is saved, whoever opens its address: never a page of this origin.
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}`)
  for (const [link, file] of [
    ['as a table (CSV)', `pulso-${site.id}.csv`],
    ['for programs (NDJSON)', `pulso-${site.id}.ndjson`],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: link }).click()
    expect((await download).suggestedFilename()).toBe(file)
  }
})

test('keeps two sites of one deployment apart, from the question to the file', async ({ page }) => {
  const [north, south] = [await createSite({ name: 'North' }), await createSite({ name: 'South' })]
  for (const score of [5, 5]) await giveAnswer(north, { score, comment: 'From the north' })
  await giveAnswer(south, { score: 1, comment: 'From the south' })
  await openSite(page, north)
  await expect(page.locator('[data-touchpoint=checkout]')).toContainText('2 answers')
  await page.getByRole('combobox', { name: 'Site' }).selectOption(south.id)
  await expect(page).toHaveURL(new RegExp(`/sites/${south.id}`))
  await expect(page.locator('[data-touchpoint=checkout]')).toContainText('1 answer')
  await comeToComments(page)
  await expect(page.getByText('From the south')).toBeVisible()
  await expect(page.getByText('From the north')).toHaveCount(0)
  await giveAnswer(north, { score: 3, comment: 'Northern news' })
  await giveAnswer(south, { score: 2, comment: 'Southern news' })
  await expect(page.getByText('Southern news')).toBeVisible()
  await expect(page.getByText('Northern news')).toHaveCount(0)
  expect(await readExport(south, 'ndjson')).not.toContain('orth')
})
