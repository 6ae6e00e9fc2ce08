import type { Page } from '@playwright/test'
import { PATHS, type Site } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { createSite, expect, signIn, storedResponses, test } from '../product.ts'
import { ADMIN_TOKEN, PULSO_URL } from '../product-address.ts'
import { collectTrouble, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

const SECTIONS = ['site', 'answers', 'look', 'segments', 'tokens', 'releases', 'journey-file', 'import', 'danger'] as const

async function openSettings(page: Page, site: { id: string }, section = ''): Promise<void> {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/settings/${section}`)
  await expect(page.locator('.settings-group').first()).toBeVisible()
}

/** Until the bar with what is not saved is gone, and it is said that it is. */
async function isSaved(page: Page): Promise<void> {
  await expect(save(page)).toHaveCount(0)
  await expect(page.getByText('Saved', { exact: true }).last()).toBeVisible()
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })

async function readSite({ id }: { id: string }): Promise<Site> {
  const answer = await fetch(`${PULSO_URL}${PATHS.site(id)}`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })
  return (await answer.json()) as Site
}

test('sets a site by keyboard alone, says what is wrong beside it, and asks before what is not saved is lost', async ({ page }) => {
  const site = await createSite()
  await openSettings(page, site)
  await page.getByLabel('Name', { exact: true }).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await expect(page.getByText('Write a name: visitors are asked about it.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('Corner Café')
  page.once('dialog', (dialog) => dialog.dismiss())
  await page.getByRole('link', { name: /^Answers/ }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Corner Café')
  await page.getByLabel('Name', { exact: true }).press('Enter')
  await isSaved(page)
  expect((await readSite(site)).name).toBe('Corner Café')
})

test('two tabs that save different things keep both; of the same thing the second is asked first', async ({ context, page }) => {
  const site = await createSite()
  await openSettings(page, site)
  const other = await context.newPage()
  await other.goto(`${PULSO_URL}/sites/${site.id}/settings/site`)
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue(site.name)

  await page.getByLabel('Name', { exact: true }).fill('First')
  await save(page).click()
  await isSaved(page)
  await other.getByLabel('Formal', { exact: false }).last().check()
  await save(other).click()
  await isSaved(other)
  expect(await readSite(site)).toMatchObject({ name: 'First', tone: 'formal' })
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('First')

  await page.getByLabel('Name', { exact: true }).fill('Mine')
  await other.getByLabel('Name', { exact: true }).fill('Theirs')
  await save(other).click()
  await isSaved(other)
  await save(page).click()
  await expect(page.getByRole('alert')).toContainText('Somebody else has saved this meanwhile')
  await expect(page.getByRole('alert')).toContainText('name')
  // Where one has just pressed, however long the page is.
  await expect(page.getByRole('button', { name: 'Save mine over it' })).toBeInViewport()
  expect((await readSite(site)).name).toBe('Theirs')
  await page.getByRole('button', { name: 'Save mine over it' }).click()
  await expect.poll(async () => (await readSite(site)).name).toBe('Mine')
})

test('says why it could not save where one pressed, not at the far end of the page', async ({ context, page }) => {
  const site = await createSite()
  await page.setViewportSize({ width: 390, height: 700 })
  await openSettings(page, site, 'site')
  await page.getByLabel('Name', { exact: true }).fill('Far away')
  await context.setOffline(true)
  await save(page).click()
  const bar = page.getByRole('region', { name: 'There are changes that are not saved.' })
  await expect(bar.getByRole('alert')).toBeInViewport({ ratio: 1 })
  await context.setOffline(false)
  await save(page).click()
  await isSaved(page)
})

test('a save between reading and writing is noticed by the worker, and loses nothing', async ({ page }) => {
  const site = await createSite()
  await openSettings(page, site)
  const statuses: number[] = []
  page.on('response', (response) => {
    if (response.request().method() === 'PUT') statuses.push(response.status())
  })
  // Somebody else is faster than the dashboard's own two requests.
  let isFirst = true
  await page.route(`**${PATHS.site(site.id)}`, async (route) => {
    if (route.request().method() === 'PUT' && isFirst) {
      isFirst = false
      const now = await readSite(site)
      await fetch(`${PULSO_URL}${PATHS.site(site.id)}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...now, segments: ['new'] }),
      })
    }
    await route.continue()
  })
  await page.getByLabel('Name', { exact: true }).fill('Careful')
  await save(page).click()
  await isSaved(page)
  expect(statuses).toEqual([412, 200])
  expect(await readSite(site)).toMatchObject({ name: 'Careful', segments: ['new'] })
})

test('takes origins that are right, says what is wrong with others, and deletes old answers only when told what that is', async ({
  page,
}) => {
  const site = await createSite()
  await openSettings(page, site, 'answers')
  await page.getByRole('button', { name: 'Add an origin' }).click()
  await expect(page.getByLabel('Origin 1')).toBeFocused()
  await page.keyboard.type('shop.example')
  await expect(page.getByText('Begin with https://')).toBeVisible()
  await page.getByLabel('Origin 1').fill('http://localhost:3000')
  await expect(page.getByText('A local page: because it stands here')).toBeVisible()
  await page.getByLabel('Delete answers after a time').check()
  await page.getByLabel('Days', { exact: true }).fill('7')
  await expect(page.getByText('Use a whole number from 8 to 3650.')).toBeVisible()
  await page.getByLabel('Days', { exact: true }).fill('90')
  await save(page).click()
  const dialog = page.getByRole('dialog', { name: 'Delete old answers for good?' })
  await expect(dialog.getByText('At the moment there is none that old.')).toBeVisible()
  expect((await readSite(site)).retentionDays).toBe(undefined)
  await dialog.getByRole('button', { name: 'Delete from tonight on' }).click()
  await isSaved(page)
  expect(await readSite(site)).toMatchObject({ origins: ['http://localhost:3000'], retentionDays: 90 })

  await page.getByRole('button', { name: 'Make a key' }).click()
  await expect(page.getByRole('heading', { name: 'The new key’s secret' })).toBeVisible()
})

test('shows a token once, lists it with its last use, and ends it', async ({ page }) => {
  const site = await createSite()
  await openSettings(page, site, 'tokens')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await expect(dialog.getByText('Write what it is for.')).toBeVisible()
  const name = `Report of ${site.id.slice(-6)}`
  await dialog.getByLabel('What it is for').fill(name)
  // A double click makes one: of a second nobody would ever have the secret.
  const made: string[] = []
  page.on('request', (request) => request.method() === 'POST' && made.push(request.url()))
  await dialog.getByRole('button', { name: 'Make it' }).dblclick()
  const token = (await dialog.locator('[data-token]').textContent()) ?? ''
  expect(token).toMatch(/^pulso_[0-9A-Za-z]{44}$/)
  const read = () => fetch(`${PULSO_URL}${PATHS.stats(site.id)}`, { headers: { authorization: `Bearer ${token}` } })
  expect((await read()).status).toBe(200)
  expect(made).toHaveLength(1)
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByText(name)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('Read scores')
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(/used (now|\d+ seconds? ago)|never used/)
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: `End ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End the token' }).click()
  await expect(page.getByText(`“${name}” opens nothing any more.`)).toBeVisible()
  expect((await read()).status).toBe(401)
})

test('marks a release on the clock of the site, and brings back one that was removed', async ({ page }) => {
  const site = await createSite()
  await openSettings(page, site, 'releases')
  await page.getByRole('button', { name: 'Mark a release' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What it was').fill('Checkout in one step')
  await dialog.getByLabel('When it reached visitors').fill('2026-03-01T12:00')
  await dialog.getByLabel('Checkout', { exact: true }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  const line = page.getByRole('listitem').filter({ hasText: 'Checkout in one step' })
  await expect(line).toContainText('March 1, 2026 at 12:00 PM · Checkout')
  await page.getByRole('button', { name: 'Remove Checkout in one step' }).click()
  await expect(line).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(line).toContainText('March 1, 2026 at 12:00 PM · Checkout')
})

test('shows what a journey file would change before it does, and where it is wrong by line', async ({ page }) => {
  const site = await createSite()
  await openSettings(page, site, 'journey-file')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download journey.json' }).click()
  const file = (await (await (await downloading).createReadStream()).toArray()).join('')
  const journey = JSON.parse(file)
  // As people keep files beside their code: a line for each thing, and an end to the last.
  expect(file).toBe(`${JSON.stringify(journey, null, 2)}\n`)
  const choose = async (text: string) =>
    page.locator('input[type=file]').setInputFiles({ name: 'journey.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  const [checkout] = journey.touchpoints
  await choose(JSON.stringify({ ...journey, touchpoints: [{ ...checkout, stage: 'nowhere' }] }, null, 2))
  await expect(page.getByRole('alert')).toContainText(/Line \d+ touchpoints\.0\.stage there is no stage nowhere/)
  await choose('{\n  "stages": [\n')
  await expect(page.getByRole('alert')).toContainText('Line 3, column 1: From here on it is not JSON.')
  // Whatever is wrong is said at once, not three at a time.
  const wrong = Array.from({ length: 5 }, (_, number) => ({ ...checkout, key: `one-${number}`, channel: 'pigeon' }))
  await choose(JSON.stringify({ ...journey, touchpoints: wrong }, null, 2))
  await expect(page.getByRole('alert').getByRole('listitem')).toHaveCount(5)
  const renamed = { ...checkout, key: 'payment', name: { en: 'Payment' }, formerly: ['checkout'] }
  await choose(JSON.stringify({ ...journey, touchpoints: [renamed] }))
  await expect(page.getByRole('region', { name: 'What would change' })).toContainText(
    'Payment takes the place of checkout, with its history',
  )
  expect((await readSite(site)).touchpoints.map(({ key }) => key)).toEqual(['checkout'])
  await page.getByRole('button', { name: 'Apply the file' }).click()
  await expect(page.getByText('The journey is that of the file.')).toBeVisible()
  expect((await readSite(site)).touchpoints.map(({ key }) => key)).toEqual(['payment'])
})

test('orders segments by keyboard, says what a change does, and counts everything anew', async ({ page }) => {
  const site = await createSite({ segments: ['new', 'regular'] })
  await giveAnswer(site, { segment: 'guest' })
  await openSettings(page, site, 'segments')
  await page.getByRole('button', { name: 'Move regular up' }).press('Enter')
  await expect(page.getByLabel('Segment 1')).toHaveValue('regular')
  await expect(page.getByRole('button', { name: 'Move regular down' })).toBeFocused()
  await page.getByRole('button', { name: 'Add a segment' }).click()
  await expect(page.getByLabel('Segment 3')).toBeFocused()
  await page.keyboard.type('guest')
  await expect(page.getByText('When you save, stored answers move to where they count by the new list')).toBeVisible()
  await save(page).click()
  await isSaved(page)
  await expect.poll(async () => (await storedResponses(site)).map(({ segment }) => segment)).toEqual(['guest'])

  await page.getByRole('link', { name: /^Data/ }).click()
  await page.getByRole('button', { name: 'Count and compare' }).click()
  await expect(page.getByText('1 answers counted: every number is what they say.')).toBeVisible()

  // Where somebody looks for the code of the pages once there are answers.
  await page.getByRole('link', { name: /^Install/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Put Pulso on your pages' })).toBeVisible()
})

test('every section breaks no rule of accessibility and fits a phone, in either language and theme', async ({ browser }) => {
  const site = await createSite({ segments: ['new'], origins: ['https://shop.example'], look: { accent: '#ffd600' } })
  for (const { locale, colorScheme, width } of [
    { locale: 'en-GB', colorScheme: 'light', width: 1280 },
    { locale: 'es-ES', colorScheme: 'dark', width: 320 },
  ] as const) {
    const page = await browser.newPage({ locale, colorScheme, viewport: { width, height: 800 } })
    const trouble = collectTrouble(page)
    await signIn(page)
    for (const section of SECTIONS) {
      await page.goto(`${PULSO_URL}/sites/${site.id}/settings/${section}`)
      await expect(page.locator('.settings-group').first()).toBeVisible()
      expect([section, await findViolations(page)]).toEqual([section, []])
      expect([section, await sidewaysScroll(page)]).toEqual([section, 0])
    }
    await page.goto(`${PULSO_URL}/sites/${site.id}/settings`)
    // Members, share links and the way to install have stories of their own.
    await expect(page.getByRole('navigation', { name: /Settings|Ajustes/ }).getByRole('link')).toHaveCount(SECTIONS.length + 3)
    expect(await findViolations(page)).toEqual([])
    expect(trouble).toEqual([])
  }
})
