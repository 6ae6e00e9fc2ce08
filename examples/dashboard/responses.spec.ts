import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { PATHS, type Site } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { answersStored, createSite, expect, readInbox, signIn, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

const COMMENTS = ['El pago no funcionó', 'Great service, thank you', 'The queue was long', 'Entrega rapidísima']

/** A site at which somebody has just said these, the last one last. */
async function createShop(comments: readonly string[] = COMMENTS): Promise<Site> {
  const site = await createSite()
  for (const [place, comment] of comments.entries()) await giveAnswer(site, { comment, score: 1 + (place % 5) })
  return site
}

async function openInbox(page: Page, site: Pick<Site, 'id'>, query = ''): Promise<void> {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/responses${query}`)
  await expect(page.locator('[data-connection=live]')).toBeVisible()
}

const rows = (page: Page) => page.getByRole('list', { name: 'Responses, the newest first' }).getByRole('listitem')
const detail = (page: Page) => page.getByRole('article')

test('finds what people said by their words, whatever case and accents, and by filters that stand in the address', async ({ page }) => {
  const site = await createShop()
  await openInbox(page, site)
  await expect(rows(page)).toHaveCount(4)
  await page.getByRole('searchbox').fill('FUNCIONO')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('El pago no funcionó')
  await expect(page.getByText('Looked through all 4 stored responses.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('FUNCIONO')
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('searchbox').fill('nobody said this')
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(rows(page)).toHaveCount(4)

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Low' }).check()
  await expect(page).toHaveURL(/band=low/)
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Take out the filter Score: Low' }).click()
  await expect(rows(page)).toHaveCount(4)
})

test('gives a file of what the list shows: as many, and the same', async ({ page }) => {
  const site = await createShop()
  await openInbox(page, site, '?band=low,mid')
  await expect(rows(page)).toHaveCount(3)
  await page.getByText('Download', { exact: true }).click()
  const download = async (name: string) => {
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name }).click()
    return readFile(await (await coming).path(), 'utf8')
  }
  const csv = await download('Table (CSV)')
  const ndjson = await download('For programs (NDJSON)')
  const { responses } = await readInbox(site, 'band=low,mid&answers=only')
  expect(responses).toHaveLength(3)
  for (const { id } of responses) {
    expect(csv).toContain(id)
    expect(ndjson).toContain(id)
    await expect(page.locator(`[data-response="${id}"]`)).toBeVisible()
  }
  expect(ndjson.trim().split('\n')).toHaveLength(3)
  expect(csv.trim().split('\r\n')).toHaveLength(4)
})

test('is worked by keyboard alone: j, k, e, r, x, /, Escape, and undone', async ({ page }) => {
  const site = await createShop()
  await openInbox(page, site)
  await expect(rows(page)).toHaveCount(4)
  await page.keyboard.press('j')
  await expect(detail(page)).toContainText('Entrega rapidísima')
  await expect(page.locator(':focus')).toContainText('Entrega rapidísima')
  await page.keyboard.press('j')
  await expect(detail(page)).toContainText('The queue was long')
  await page.keyboard.press('k')
  await expect(detail(page)).toContainText('Entrega rapidísima')
  await expect(rows(page).nth(0)).toHaveAttribute('data-status', 'read')
  await page.keyboard.press('e')
  await expect(rows(page).nth(0)).toHaveAttribute('data-status', 'done')
  await expect.poll(async () => (await readInbox(site)).responses[0]?.marks.status).toBe('done')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(rows(page).nth(0)).toHaveAttribute('data-status', 'read')
  await expect.poll(async () => (await readInbox(site)).responses[0]?.marks.status).toBe('read')
  await page.keyboard.press('r')
  await expect(rows(page).nth(0)).toHaveAttribute('data-status', 'new')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('region', { name: 'What to do with those selected' }).getByRole('button', { name: 'Done' }).press('Enter')
  await expect(page.locator('[data-status=done]')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 selected')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/responses$/)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('queue')
  await expect(rows(page)).toHaveCount(1)
})

test('keeps tags, notes and status for the team, at an address of its own', async ({ page, browser }) => {
  const site = await createShop()
  await openInbox(page, site)
  await rows(page).filter({ hasText: 'El pago' }).getByRole('link').click()
  await page.getByRole('combobox', { name: 'Add a tag' }).fill('Caja')
  await page.keyboard.press('Enter')
  await expect(detail(page).getByRole('button', { name: 'Remove the tag caja' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Write a note' }).fill('The reader is being replaced.')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(detail(page).getByText('The reader is being replaced.')).toBeVisible()
  await page.reload()
  await expect(detail(page)).toContainText('The reader is being replaced.')
  await expect(detail(page)).toContainText('Ana')

  // Somebody else, by the address alone, and with a filter that leaves it out.
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await signIn(other)
  await other.goto(`${page.url()}?q=queue`)
  await expect(detail(other)).toContainText('El pago no funcionó')
  await expect(rows(other)).toHaveCount(1)
  await other.goto(`${PULSO_URL}/sites/${site.id}/responses?tag=caja`)
  await expect(rows(other)).toHaveCount(1)
  await rows(other).getByRole('link').click()
  await other.getByRole('button', { name: 'Remove the tag caja' }).click()
  await expect.poll(async () => (await readInbox(site, 'tag=caja')).responses).toHaveLength(0)
  await other.goto(`${PULSO_URL}/sites/${site.id}/responses/${randomUUID().replace(/^(.{14})./, '$17')}`)
  await expect(other.getByRole('heading', { name: 'This response is gone' })).toBeVisible()
})

test('lets new answers in by themselves, and has them wait while somebody reads', async ({ page }) => {
  const site = await createSite()
  await openInbox(page, site)
  await expect(page.getByRole('heading', { name: 'No answers yet' })).toBeVisible()
  await giveAnswer(site, { comment: 'The first' })
  await expect(rows(page)).toHaveCount(1)
  await rows(page).getByRole('link').click()
  await giveAnswer(site, { comment: 'The second' })
  await giveAnswer(site, { comment: 'The third' })
  const arrived = page.getByRole('button', { name: '2 new answers' })
  await expect(arrived).toBeVisible()
  await expect(rows(page)).toHaveCount(1)
  await arrived.click()
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).nth(0)).toContainText('The third')
})

test('takes an answer out of the scores, and back, in words', async ({ page }) => {
  const site = await createShop(['Five stars, five stars'])
  await openInbox(page, site)
  await rows(page).getByRole('link').click()
  await page.getByRole('button', { name: 'Put it into quarantine' }).click()
  await expect(detail(page)).toContainText('It counts in no score.')
  await page.goto(`${PULSO_URL}/sites/${site.id}/responses?lane=quarantine`)
  await rows(page).getByRole('link').click()
  await page.getByRole('button', { name: 'Let it count' }).click()
  await expect(detail(page)).toContainText('Your team released it')
  expect((await readInbox(site)).responses).toHaveLength(1)
})

test('erases a person after saying how much that is, and nobody else', async ({ page }) => {
  const site = await createSite()
  const say = async (respondentId: string, comment: string) => {
    const now = Date.now()
    const id = `${now
      .toString(16)
      .padStart(12, '0')
      .replace(/(.{8})/, '$1-')}-7${randomUUID().slice(15)}`
    const response = {
      id,
      rev: 1,
      promptId: 'checkout',
      promptVersion: 1,
      kind: 'csat',
      scaleMax: 5,
      touchpoint: 'checkout',
      state: 'completed',
      locale: 'en',
      shownAt: now - 2000,
      answeredAt: now,
      score: 2,
      comment,
    }
    const body = JSON.stringify({ siteKey: site.siteKey, sentAt: now, respondentId, responses: [response] })
    const stored = await fetch(`${PULSO_URL}${PATHS.responses}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body })
    if (!stored.ok) throw new Error(await stored.text())
  }
  for (const comment of ['Once', 'Twice', 'Three times']) await say('one-and-the-same', comment)
  await say('somebody-else', 'Another person')
  await answersStored(site, 4)
  await openInbox(page, site)
  await rows(page).filter({ hasText: 'Twice' }).getByRole('link').click()
  await page.getByRole('link', { name: 'Everything this person said' }).click()
  await expect(rows(page)).toHaveCount(3)
  await rows(page).nth(0).getByRole('link').click()
  await page.getByRole('button', { name: 'Erase this person…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('3 answers of this person are deleted')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await answersStored(site, 4)
  await page.getByRole('button', { name: 'Erase this person…' }).click()
  await dialog.getByRole('button', { name: 'Erase 3 answers' }).click()
  await expect(page.getByText('3 answers were erased.')).toBeVisible()
  const [left] = await answersStored(site, 1)
  expect(left?.comment).toBe('Another person')
})

for (const { locale, colorScheme, width } of [
  { locale: 'en-GB', colorScheme: 'light', width: 1280 },
  { locale: 'es-ES', colorScheme: 'dark', width: 320 },
] as const) {
  test(`shows list, filters, response and dialog without fault, in ${locale}, ${colorScheme}, ${width} pixels wide`, async ({
    browser,
  }) => {
    const site = await createShop()
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 800 } })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    const look = async (what: string) => {
      expect(await findViolations(page), what).toEqual([])
      expect(await sidewaysScroll(page), what).toBe(0)
    }
    await openInbox(page, site)
    await page.getByRole('button', { name: /^(Filter|Filtrar)$/ }).click()
    await page.getByRole('checkbox', { name: /^(Low|Baja)$/ }).check()
    await page
      .getByRole('checkbox', { name: /^(Select|Seleccionar): / })
      .first()
      .check()
    await look('list')
    await page.getByRole('listitem').filter({ hasText: 'El pago' }).getByRole('link').click()
    await detail(page)
      .getByRole('button', { name: /^(Put it into quarantine|Ponerla en cuarentena)$/ })
      .click()
    await expect(page.getByText(/It counts in no score|No cuenta en ninguna/)).toBeVisible()
    await look('response')
    await page.getByRole('button', { name: /^(Erase this answer|Borrar esta respuesta)…$/ }).click()
    await look('dialog')
    expect(trouble).toEqual([])
  })
}
