import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
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

test('takes several tags parted by commas, and says why it does not take others, which stay in the field', async ({ page }) => {
  const site = await createShop(['The card reader is broken'])
  await openInbox(page, site)
  await rows(page).getByRole('link').click()
  const field = page.getByRole('combobox', { name: 'Add a tag' })
  await field.fill('Pagos, urgente')
  await field.press('Enter')
  await expect(detail(page).getByRole('button', { name: /^Remove the tag/ })).toHaveText([/✕/, /✕/])
  await expect(detail(page).getByRole('button', { name: 'Remove the tag urgente' })).toBeVisible()
  await expect(field).toHaveValue('')
  await expect.poll(async () => (await readInbox(site)).responses[0]?.marks.tags).toEqual(['pagos', 'urgente'])

  const tooLong = 'a'.repeat(41)
  await field.fill(tooLong)
  await field.press('Enter')
  await expect(page.getByText(/^Not added: .*40/)).toBeVisible()
  await expect(field).toHaveValue(tooLong)
  await field.fill('1, 2, 3, 4, 5, 6, 7, 8, 9')
  await field.press('Enter')
  await expect(page.getByText('Not added: a response has at most 10 tags. Remove one first.')).toBeVisible()
  await expect(page.getByText(/^Not added/)).toHaveCount(1)
  await expect(field).toHaveValue('1, 2, 3, 4, 5, 6, 7, 8, 9')
  expect((await readInbox(site)).responses[0]?.marks.tags).toEqual(['pagos', 'urgente'])
})

test('keeps a note that was begun for the response it was begun on', async ({ page }) => {
  const site = await createShop()
  await openInbox(page, site)
  const note = page.getByRole('textbox', { name: 'Write a note' })
  await rows(page).nth(0).getByRole('link').click()
  await note.fill('Ask the courier')
  await note.press('Escape')
  await page.keyboard.press('j')
  await expect(detail(page)).toContainText('The queue was long')
  await expect(note).toHaveValue('')
  await page.keyboard.press('k')
  await expect(note).toHaveValue('Ask the courier')
  await page.keyboard.press('n')
  await expect(note).toBeFocused()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Add note' }).press('Enter')
  await expect(detail(page).getByRole('listitem').filter({ hasText: 'Ask the courier' })).toBeVisible()
  await rows(page).nth(1).getByRole('link').click()
  await rows(page).nth(0).getByRole('link').click()
  await expect(note).toHaveValue('')
})

test('is gone through by Tab, Enter and Escape: a row is one stop, and what is opened has the focus', async ({ page }) => {
  const site = await createShop()
  await openInbox(page, site)
  const [first, second] = [rows(page).nth(0), rows(page).nth(1)]
  await first.getByRole('link').focus()
  await page.keyboard.press('Tab')
  await expect(second.getByRole('link')).toBeFocused()
  // Selected without being opened.
  await page.keyboard.press('x')
  await expect(second.getByRole('checkbox')).toBeChecked()
  await expect(second).toHaveAttribute('data-status', 'new')
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  await expect(detail(page).getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(detail(page).getByRole('heading', { level: 2 })).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Write a note' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByText('Write a note on it')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(second.getByRole('link')).toBeFocused()
  await expect(detail(page)).toBeHidden()

  // Whoever has turned single keys off reaches the box by Tab.
  await page.evaluate(() => localStorage.setItem('pulso.shortcuts', 'off'))
  await page.reload()
  await first.getByRole('link').focus()
  await page.keyboard.press('Tab')
  await expect(second.getByRole('checkbox')).toBeFocused()
})

test('keeps the focus where the work is, and one message of a kind', async ({ page }) => {
  const site = await createShop()
  await openInbox(page, site, '?band=mid')
  await page.getByRole('searchbox').fill('queue')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.locator('.inbox-results')).toBeFocused()
  await expect(rows(page).locator('mark')).toHaveText('queue')
  await page.keyboard.press('Tab')
  await expect(rows(page).nth(0).getByRole('link')).toBeFocused()
  await page.getByRole('button', { name: 'Take out the filter Score: Middle' }).press('Enter')
  await page.getByRole('searchbox').fill('')
  await expect(rows(page)).toHaveCount(4)
  await rows(page).nth(0).getByRole('link').press('Enter')
  for (const status of ['done', 'read', 'done']) {
    await page.keyboard.press('e')
    await expect(rows(page).nth(0)).toHaveAttribute('data-status', status)
  }
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(1)

  await page.getByRole('textbox', { name: 'Write a note' }).fill('Seen')
  await page.getByRole('button', { name: 'Add note' }).press('Enter')
  await expect(detail(page).getByText('Seen', { exact: true })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Write a note' })).toBeFocused()
  await page.getByRole('button', { name: 'Remove this note' }).press('Enter')
  await expect(detail(page).getByText('Seen', { exact: true })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Notes of your team' })).toBeFocused()

  for (const [button, then] of [
    ['Put it into quarantine', 'It counts in no score.'],
    ['Let it count', 'Your team released it'],
  ] as const) {
    await page.getByRole('button', { name: button }).press('Enter')
    await expect(detail(page)).toContainText(then)
    await expect(page.getByRole('heading', { name: 'Can this answer be trusted?' })).toBeFocused()
  }

  await page.getByRole('button', { name: 'Erase this answer…' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Erase the answer' }).press('Enter')
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).nth(0).getByRole('link')).toBeFocused()
})

test('gives links to files a height that a finger finds', async ({ page }) => {
  const site = await createShop(['Fine'])
  await openInbox(page, site)
  const heights = (of: Locator) => of.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
  await page.getByText('Download', { exact: true }).click()
  const inMenu = await heights(page.getByRole('link', { name: /CSV|NDJSON/ }))
  await page.goto(`${PULSO_URL}/sites/${site.id}`)
  await expect(page.getByRole('link', { name: /CSV/ })).toBeVisible()
  const ofJourney = await heights(page.getByRole('link', { name: /CSV|NDJSON/ }))
  expect([inMenu.length, ofJourney.length]).toEqual([2, 2])
  expect(Math.min(...inMenu, ...ofJourney)).toBeGreaterThanOrEqual(24)
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
