import type { Locator, Page } from '@playwright/test'
import { PATHS, type Site, type SitePrompts, type WordingPack } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { createSite, expect, storedResponses, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, openSite, sidewaysScroll } from './dashboard-page.ts'

/** What a page of the site would get now. */
const readScript = async (site: Site) => (await (await fetch(`${PULSO_URL}${PATHS.sitePrompts(site.siteKey)}`)).json()) as SitePrompts
const askedOf = async (site: Site) => (await readScript(site)).prompts.map(({ id }) => id).sort()
const readWords = async (site: Site, locale: string) =>
  (await (await fetch(`${PULSO_URL}${PATHS.wording(site.siteKey, locale)}`)).json()) as WordingPack

/** The widget in the preview: what a visitor would see. */
const widget = (page: Page) => page.frameLocator('.preview iframe')
const shownQuestion = (page: Page) => widget(page).locator('.question')

async function openPrompt(page: Page, site: Site, prompt: string): Promise<void> {
  await openSite(page, site)
  await page.goto(`${PULSO_URL}/sites/${site.id}/prompts/${prompt}`)
  await expect(shownQuestion(page)).toBeVisible()
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** As somebody without a mouse gets there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluateAll(([element]) => element !== undefined && element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

test('a prompt from the gallery is written beside the real widget, survives a reload, and is asked once it is published', async ({
  page,
}) => {
  const site = await createSite()
  const trouble = collectTrouble(page)
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await openSite(page, site)
  await page.getByRole('link', { name: 'Prompts' }).click()
  await page.getByRole('link', { name: 'New prompt' }).click()
  await page.getByRole('link', { name: 'Start from this: After a purchase' }).click()
  await expect(page.getByRole('checkbox', { name: 'Checkout' })).toBeChecked()

  await page.getByRole('tab', { name: 'Spanish' }).click()
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('¿Cómo ha ido el pago de hoy?')
  await expect(shownQuestion(page)).toHaveText('¿Cómo ha ido el pago de hoy?')
  await page.getByRole('radio', { name: 'Unhappy' }).check()
  await expect(shownQuestion(page)).toHaveText('¿Qué te lo ha puesto difícil?')
  await expect(widget(page).getByRole('button', { name: 'Enviar' })).toBeVisible()
  // It is the widget itself: an answer in it leads on.
  await page.getByRole('radio', { name: 'Question' }).check()
  await widget(page).getByRole('radio', { name: '5 de 5' }).click()
  await expect(shownQuestion(page)).toHaveText('¿Qué te lo ha puesto fácil?')

  page.once('dialog', (dialog) => dialog.accept())
  await page.getByRole('link', { name: 'All prompts' }).click()
  await page.getByRole('region', { name: 'Begun in this browser and not saved yet:' }).getByRole('link').click()
  await page.reload()
  await expect(page.getByText('These are changes of yours from before, kept in this browser.')).toBeVisible()
  await page.getByRole('tab', { name: 'Spanish' }).click()
  await expect(page.getByRole('textbox', { name: 'Question', exact: true })).toHaveValue('¿Cómo ha ido el pago de hoy?')

  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page).toHaveURL(/\/prompts\/purchase$/)
  expect(await askedOf(site)).toEqual(['checkout'])
  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(page.getByRole('dialog')).toContainText('At most once in 60 days after an answer')
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as version 1.')).toBeVisible()
  expect(await askedOf(site)).toEqual(['checkout', 'purchase'])
  expect((await readWords(site, 'es')).prompts['purchase']?.question).toBe('¿Cómo ha ido el pago de hoy?')

  // Whatever was tried in the preview, nobody was asked and nothing was counted: its page may not even connect.
  const policy = (await fetch(`${PULSO_URL}/widget/preview`)).headers.get('Content-Security-Policy') ?? ''
  expect(policy).toMatch(/^default-src 'none';.*frame-ancestors 'self'/)
  expect(policy).not.toContain('connect-src')
  expect(sent.filter((url) => url.includes(PATHS.responses))).toEqual([])
  expect(await storedResponses(site)).toEqual([])
  expect(trouble).toEqual([])
})

test('a prompt is paused and asked again, and what is retired comes back with one press', async ({ page }) => {
  const site = await createSite()
  await openSite(page, site)
  await page.goto(`${PULSO_URL}/sites/${site.id}/prompts`)
  // A double click does it once, and takes itself for nobody else.
  const saves: string[] = []
  page.on('request', (request) => request.method() === 'PUT' && saves.push(request.url()))
  await page.getByRole('button', { name: /^Pause: / }).dblclick()
  await expect(page.getByRole('listitem').getByText('Paused', { exact: true })).toBeVisible()
  await expect(page.getByText('Paused: “How was your experience with Corner Shop?”. Pages stop asking within some minutes.')).toHaveCount(1)
  await expect(page.locator('.toast')).toHaveCount(1)
  expect(saves).toHaveLength(1)
  await expect.poll(() => askedOf(site)).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => askedOf(site)).toEqual(['checkout'])

  await page.getByRole('heading', { name: 'How was your experience with Corner Shop?' }).getByRole('link').click()
  await page.getByRole('button', { name: 'Retire' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is asked yet' })).toBeVisible()
  expect(await askedOf(site)).toEqual([])
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByRole('heading', { name: 'How was your experience with Corner Shop?' })).toBeVisible()
  expect(await askedOf(site)).toEqual(['checkout'])
})

test('what was published is told apart version by version, and an older one is taken back', async ({ page }) => {
  const site = await createSite()
  await openPrompt(page, site, 'checkout')
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('How was the till?')
  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveText([
    'Question (English): “How was your experience with Corner Shop?” → “How was the till?”',
  ])
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText('Published as version 2.')).toBeVisible()
  expect((await readWords(site, 'en')).prompts['checkout']?.question).toBe('How was the till?')

  await page.getByRole('button', { name: 'Versions' }).click()
  const versions = page.getByRole('dialog').locator('.versions > li')
  await expect(versions).toHaveCount(2)
  await expect(versions.first()).toContainText('Question (English): “How was your experience with Corner Shop?” → “How was the till?”')
  await page.getByRole('button', { name: 'Take version 1 back' }).click()
  await expect(shownQuestion(page)).toHaveText('How was your experience with Corner Shop?')
  await publish(page)
  await expect(page.getByText('Published as version 3.')).toBeVisible()
  expect((await readWords(site, 'en')).prompts['checkout']?.question).toBe('How was your experience with Corner Shop?')
})

test('does not write over what somebody else has published meanwhile: both are shown, and one is chosen', async ({ page, browser }) => {
  const site = await createSite()
  const theirs = await (await browser.newContext()).newPage()
  const question = (one: Page) => one.getByRole('textbox', { name: 'Question', exact: true })
  const asked = async () => (await readWords(site, 'en')).prompts['checkout']?.question
  for (const one of [page, theirs]) await openPrompt(one, site, 'checkout')
  await question(page).fill('Mine?')
  await question(theirs).fill('Theirs?')
  await publish(theirs)

  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('Yours began from version 1; it is version 2 now.')
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Question (English): “How was your experience with Corner Shop?” → “Theirs?”',
    'Question (English): “Theirs?” → “Mine?”',
  ])
  expect(await findViolations(page)).toEqual([])
  await expect(page.getByText('version 2', { exact: true })).toBeVisible()

  // While the dialog is open they publish once more: what was not seen is not written over either.
  await question(theirs).fill('Theirs again?')
  await publish(theirs)
  await dialog.getByRole('button', { name: 'Publish mine over it' }).click()
  await expect(dialog.getByRole('alert')).toContainText('it is version 3 now.')
  expect(await asked()).toBe('Theirs again?')
  await dialog.getByRole('button', { name: 'Keep theirs' }).click()
  await expect(question(page)).toHaveValue('Theirs again?')
  await expect(page.getByRole('button', { name: 'Publish…' })).toHaveCount(0)

  // A draft that was kept over a reload still knows what it was begun from.
  await question(page).fill('Mine after all?')
  await question(theirs).fill('Theirs, the last?')
  await publish(theirs)
  await page.reload()
  await expect(page.getByText('Somebody else has changed this prompt since you began.')).toBeVisible()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await dialog.getByRole('button', { name: 'Publish mine over it' }).click()
  await expect(page.getByText('Published as version 5.')).toBeVisible()
  expect(await asked()).toBe('Mine after all?')

  // Two tabs of one person are two people to each other.
  const tab = await page.context().newPage()
  await openPrompt(tab, site, 'checkout')
  await question(page).fill('In the first tab?')
  await question(tab).fill('In the second tab?')
  await publish(tab)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Yours began from version 5; it is version 6 now.')
  expect(await asked()).toBe('In the second tab?')
})

test('says beside the field what is wrong, and publishes nothing before it is right', async ({ page }) => {
  const site = await createSite()
  await openPrompt(page, site, 'checkout')
  const sample = page.getByRole('textbox', { name: 'Percent of visitors' })
  await sample.fill('250')
  await expect(page.getByText('A number from 0 to 100.')).toBeVisible()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(sample).toBeFocused()

  await sample.fill('25')
  await expect(page.getByText('25% of visitors, always the same ones')).toBeVisible()
  page.once('dialog', (dialog) => dialog.dismiss())
  await page.getByRole('link', { name: 'All prompts' }).click()
  await expect(sample).toHaveValue('25')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(sample).toHaveValue('100')
  await page.getByRole('link', { name: 'All prompts' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Prompts' })).toBeVisible()
})

test('says in words which of the site’s colours nobody could see, and shows every mode from right to left', async ({ page }) => {
  const site = await createSite({ look: { accent: '#ffee00' } })
  await openPrompt(page, site, 'checkout')
  await expect(page.getByText(/^Light: accent #ffee00 has a contrast of 1\.\d+ and needs 3, so #[0-9a-f]{6} is shown\.$/)).toBeVisible()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.getByText('Colours are shown as chosen: all of them can be read.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Language' }).first().selectOption({ label: 'Arabic, right to left' })
  await expect(widget(page).locator('pulso-card')).toHaveAttribute('dir', 'rtl')
  for (const mode of ['Bar below', 'In the middle', 'In the page', 'Button at the side']) {
    await page.getByRole('combobox', { name: 'How it appears' }).selectOption({ label: mode })
    await expect(shownQuestion(page)).toBeVisible()
  }
})

test('is worked by keyboard alone, and the widget takes no letter from whoever types', async ({ page }) => {
  const site = await createSite()
  await openSite(page, site)
  await page.goto(`${PULSO_URL}/sites/${site.id}/prompts`)
  await expect(page.getByRole('heading', { level: 1, name: 'Prompts' })).toBeVisible()
  await page.keyboard.press('n')
  await tabTo(page, page.getByRole('link', { name: 'Start from this: A shop, by QR code' }))
  await page.keyboard.press('Enter')
  // In the middle of the screen: a true modal, which would like to have the focus.
  await expect(widget(page).getByRole('dialog')).toBeVisible()
  const question = page.getByRole('textbox', { name: 'Question', exact: true })
  await tabTo(page, question)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('And how is it in here today?')
  await expect(question).toHaveValue('And how is it in here today?')
  await expect(question).toBeFocused()
  await expect(shownQuestion(page)).toHaveText('And how is it in here today?')
  await tabTo(page, page.getByRole('button', { name: 'Publish…' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Published as version 1.')).toBeVisible()
  expect(await askedOf(site)).toEqual(['checkout', 'shop-visit'])
})

for (const { locale, colorScheme } of [
  { locale: 'en-GB', colorScheme: 'light' },
  { locale: 'es-ES', colorScheme: 'dark' },
] as const) {
  test(`fits a phone 320 pixels wide and has nothing for axe to find, in ${locale}, ${colorScheme}`, async ({ browser }) => {
    test.slow()
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    const site = await createSite({ prompts: [] })
    await openSite(page, site)
    const look = async (path: string, ready: Locator) => {
      await page.goto(`${PULSO_URL}/sites/${site.id}/${path}`)
      await expect(ready).toBeVisible()
      expect(await findViolations(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
    }
    await look('prompts', page.locator('.empty-state'))
    await look('prompts/new', page.locator('.gallery-card').first())
    await look('prompts/new?ready=cancellation', shownQuestion(page))
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: /^(Publish…|Publicar…)$/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })
}
