import type { Page } from '@playwright/test'
import { PATHS, type Report } from '@pulso/protocol'
import { csvParse } from 'd3-dsv'
import { findViolations } from '../axe.ts'
import { createSite, expect, readExport, readReport, signIn, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, sidewaysScroll } from './dashboard-page.ts'
import { makeImportFile } from './import-file.ts'

const SITE = {
  touchpoints: [
    { key: 'checkout', stage: 'purchase', name: { en: 'Checkout', es: 'Pago' } },
    { key: 'recommend', stage: 'purchase', name: { en: 'Recommending', es: 'Recomendar' } },
  ],
  prompts: [
    { id: 'rate', kind: 'csat' as const, touchpoints: ['checkout'] },
    { id: 'recommend', kind: 'nps' as const, touchpoints: ['recommend'] },
  ],
}

async function openImport(page: Page, site: { id: string }): Promise<void> {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/settings/import`)
}

async function choose(page: Page, text: string, name = 'delighted.csv'): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

const scoreAt = (report: Report, key: string) =>
  report.stages.flatMap(({ touchpoints }) => touchpoints).find((touchpoint) => touchpoint.key === key)?.scores[0]

/** NPS and top-two-box as the literature has them, to hold the product's numbers against. */
const share = (scores: readonly number[], isMeant: (score: number) => boolean) => scores.filter(isMeant).length / scores.length
const toNps = (scores: readonly number[]) => 100 * (share(scores, (score) => score >= 9) - share(scores, (score) => score <= 6))
const toTopTwo = (scores: readonly number[]) => 100 * share(scores, (score) => score >= 4)

test('brings a history of two surveys in, over a reload in the middle, and says of every row it left out why', async ({ page }) => {
  const trouble = collectTrouble(page)
  const site = await createSite(SITE)
  const file = makeImportFile(2400, Date.now() - 3_600_000)
  const ready = file.scores.nps.length + file.scores.csat.length
  const number = (count: number) => count.toLocaleString('en-US')
  await openImport(page, site)
  await choose(page, file.text)
  await expect(page.getByLabel('Score', { exact: true })).toHaveValue('2')
  await expect(page.getByText('Never sent: Person Email, Person Name.')).toBeVisible()
  await page.getByRole('button', { name: 'Check the file' }).click()
  await expect(page.getByText(`${number(ready)} answers`, { exact: true })).toBeVisible()
  await expect(page.getByText(`${number(file.scores.nps.length)} to recommend, at Recommending`)).toBeVisible()
  await expect(page.getByRole('heading', { name: `${file.faulty.length} rows left out` })).toBeVisible()

  // The second request is held until the page is gone: what was under way then is sent again.
  const bodies: string[] = []
  let sendings = 0
  await page.route(`**${PATHS.siteImport(site.id)}`, async (route) => {
    sendings += 1
    bodies.push(route.request().postData() ?? '')
    if (sendings === 2) return
    await route.continue()
  })
  await page.getByRole('button', { name: `Import ${number(ready)} answers` }).click()
  await expect(page.getByText(`1,000 of ${number(ready)} answers`)).toBeVisible()
  await expect.poll(() => sendings).toBe(2)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible()
  await expect(page.getByText(`${number(ready)} answers from delighted.csv are in.`)).toBeVisible()
  expect(bodies.join('')).not.toMatch(/mail\.example|Person \d/)

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the report (CSV)' }).click()
  const report = csvParse((await (await (await downloading).createReadStream()).toArray()).join('').replace(/^\ufeff/, ''))
  expect(report.map(({ Line, Why }) => ({ line: Number(Line), why: Why }))).toEqual(file.faulty)

  const scores = await readReport(site, 'days=90')
  expect(scoreAt(scores, 'recommend')).toMatchObject({ n: file.scores.nps.length })
  expect(scoreAt(scores, 'recommend')?.value).toBeCloseTo(toNps(file.scores.nps), 9)
  expect(scoreAt(scores, 'checkout')?.value).toBeCloseTo(toTopTwo(file.scores.csat), 9)
  const stored = csvParse(await readExport(site, 'csv'))
  expect(stored.filter(({ comment }) => comment?.includes('\nand a second line'))).not.toHaveLength(0)
  expect(stored).toHaveLength(ready)

  // Importing the same file again changes nothing.
  await page.getByRole('button', { name: 'Import another file' }).click()
  await choose(page, file.text)
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: `Import ${number(ready)} answers` }).click()
  await expect(page.getByText(`${number(ready)} of them were here already`)).toBeVisible()
  expect(scoreAt(await readReport(site, 'days=90'), 'recommend')).toEqual(scoreAt(scores, 'recommend'))

  // And it can be taken back.
  await page.getByRole('button', { name: 'Remove imported answers' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/To go on, write/).fill(site.id)
  await dialog.getByRole('button', { name: 'Remove imported answers' }).click()
  await expect(page.getByRole('button', { name: 'Choose a CSV file' })).toBeVisible()
  expect(scoreAt(await readReport(site, 'days=90'), 'recommend')?.n ?? 0).toBe(0)
  expect(trouble).toEqual([])
})

test('takes a file that a spreadsheet has been at, by hand where it must: columns, a prompt of its own, dates, people', async ({
  page,
}) => {
  const site = await createSite(SITE)
  await openImport(page, site)
  const text = [
    'Cuándo;Valor;Qué dijo;Correo',
    '3/4/2026 14:05;5;Bien;ana@mail.example',
    '13/4/2026 9:00;2;;ana@mail.example',
    '45;;;',
  ].join('\r\n')
  await choose(page, text, 'libro.csv')
  // Nothing but the address has a name that is known.
  await expect(page.getByText('Choose the column: without it no row can be imported.')).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Check the file' })).toBeDisabled()
  await page.getByLabel('When it was answered').selectOption('Cuándo')
  await page.getByLabel('Score', { exact: true }).selectOption('Valor')
  await page.getByLabel('Comment', { exact: true }).selectOption('Qué dijo')
  await expect(page.getByText('The file has days after the 12th in the first place.')).toBeVisible()
  await page.getByLabel('Prompt', { exact: true }).selectOption({ label: 'A new prompt: Stars, 1–5' })
  await page.getByLabel('Touchpoint', { exact: true }).selectOption('Checkout')
  await page.getByText('Recognise the same person').click()
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.getByRole('button', { name: 'Import 2 answers' }).click()
  await expect(page.getByText('2 answers from libro.csv are in.')).toBeVisible()
  const stored = csvParse(await readExport(site, 'csv'))
  expect(stored.map(({ promptId, score, comment, occurredAt }) => [promptId, score, comment, occurredAt])).toEqual([
    ['imported-stars-5', '5', 'Bien', '2026-04-03T12:05:00.000Z'],
    ['imported-stars-5', '2', '', '2026-04-13T07:00:00.000Z'],
  ])
  const people = new Set(stored.map(({ respondent }) => respondent))
  expect([people.size, [...people][0]]).toEqual([1, expect.stringMatching(/^p[0-9a-f]{32}$/)])
})

test('pauses, waits while Pulso is away, and goes on in the tab that is left', async ({ context, page }) => {
  const site = await createSite(SITE)
  const file = makeImportFile(3300, Date.now() - 3_600_000)
  await openImport(page, site)
  await choose(page, file.text)
  await page.getByRole('button', { name: 'Check the file' }).click()
  let isAway = true
  await page.route(`**${PATHS.siteImport(site.id)}`, (route) => (isAway ? route.abort() : route.continue()))
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByText('Pulso does not answer. It is tried again by itself')).toBeVisible()

  const other = await context.newPage()
  await other.goto(`${PULSO_URL}/sites/${site.id}/settings/import`)
  await expect(other.getByText('It is running in another tab of this browser.')).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Paused. What was sent counts')).toBeVisible()
  isAway = false
  await page.close()
  await other.getByRole('button', { name: 'Go on' }).click()
  await expect(other.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible()
  expect(csvParse(await readExport(site, 'csv'))).toHaveLength(file.scores.nps.length + file.scores.csat.length)
})

test('breaks no rule of accessibility on the way, in either language, on a phone too', async ({ browser }) => {
  const site = await createSite(SITE)
  const file = makeImportFile(200, Date.now() - 3_600_000)
  for (const { locale, colorScheme, width, check } of [
    { locale: 'en-GB', colorScheme: 'light', width: 1280, check: 'Check the file' },
    { locale: 'es-ES', colorScheme: 'dark', width: 320, check: 'Comprobar el archivo' },
  ] as const) {
    const page = await browser.newPage({ locale, colorScheme, viewport: { width, height: 800 } })
    await openImport(page, site)
    await choose(page, file.text)
    await page.getByRole('button', { name: check }).click()
    await expect(page.getByText(/^19\d (answers|respuestas)$/)).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
  }
})
