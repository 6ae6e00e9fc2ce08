import { type InvitedMember, PATHS } from '@pulso/protocol'
import { createSite, expect, readSite, signIn, test } from '../product.ts'
import { ADMIN_TOKEN, PULSO_URL } from '../product-address.ts'
import { collectTrouble } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'
import { isThere, MAIN_PAGES } from './main-pages.ts'

test('keeps what somebody is writing while their session has ended, out of sight, and goes on with the next one', async ({
  page,
  context,
}) => {
  const site = await createSite()
  const other = await context.newPage()
  await signIn(other)
  await page.goto(`${PULSO_URL}/sites/${site.id}/settings/site`)
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Written before')
  await other.getByRole('button', { name: 'Preferences' }).click()
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('heading', { name: 'You have signed out' })).toBeVisible()
  await giveAnswer(site)

  const ended = page.getByRole('dialog', { name: 'Sign in with a link' })
  await expect(ended).toContainText('What you have written here is still in this tab')
  await page.keyboard.press('Escape')
  await expect(ended).toBeVisible()
  await ended.getByRole('button', { name: 'Try again' }).click()
  await expect(ended).toBeVisible()

  await signIn(other)
  await ended.getByRole('button', { name: 'Try again' }).click()
  await expect(ended).toHaveCount(0)
  await expect(name).toHaveValue('Written before')
  await expect(page.locator('[data-connection=live]')).toBeVisible()
  await name.press('Enter')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect((await readSite(site.id)).name).toBe('Written before')
})

test('keeps what is typed while the rest is being saved, and keeps the keyboard in its place', async ({ page }) => {
  const site = await createSite()
  await signIn(page)
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(`**${PATHS.site(site.id)}`, async (route) => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  await page.goto(`${PULSO_URL}/sites/${site.id}/settings/site`)
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Kept first')
  const saving = page.waitForRequest((request) => request.method() === 'PUT')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await saving
  await name.fill('Kept first, and more')
  letGo()
  await expect.poll(async () => (await readSite(site.id)).name).toBe('Kept first')
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeEnabled()
  await expect(name).toHaveValue('Kept first, and more')

  // What is not saved keeps its person here, and every control says so.
  page.once('dialog', (dialog) => dialog.dismiss())
  await page.getByRole('combobox', { name: 'Site', exact: true }).selectOption('New site…')
  await expect(page.getByRole('combobox', { name: 'Site', exact: true })).toHaveValue(site.id)
  page.once('dialog', (dialog) => dialog.dismiss())
  await page.getByRole('button', { name: 'Preferences' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(name).toHaveValue('Kept first, and more')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await expect(page.locator('main :focus, main:focus')).toHaveCount(1)
})

test('closes what a key or a press is meant to close, and nothing else', async ({ page }) => {
  const site = await createSite()
  await giveAnswer(site, { comment: 'Quick and kind' })
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/responses`)
  await page.getByRole('link', { name: /Quick and kind/ }).click()
  await expect(page.getByRole('article')).toContainText('Quick and kind')
  const address = page.url()
  await page.getByRole('button', { name: 'Preferences' }).press('Enter')
  await expect(page.getByRole('group', { name: 'Language' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Language' })).toBeHidden()
  expect(page.url()).toBe(address)

  await page.goto(`${PULSO_URL}/sites/${site.id}/settings/tokens`)
  await page.getByRole('button', { name: 'Make a token' }).click()
  const what = page.getByRole('dialog').getByLabel('What it is for')
  await what.fill('Nightly report')
  const box = await what.boundingBox()
  if (!box) throw new Error('the field is nowhere')
  // Marking a text ends where the hand happens to be.
  await page.mouse.move(box.x + 80, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(5, box.y + 10)
  await page.mouse.up()
  await expect(what).toHaveValue('Nightly report')
  await page.mouse.click(5, box.y + 10)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.goto(`${PULSO_URL}/sites/${site.id}/touchpoints/checkout`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForFunction(isThere)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').locator('kbd', { hasText: /^d$/ })).toHaveCount(1)
})

test('offers a viewer nothing that would be refused, and asks for nothing that is not theirs', async ({ browser }) => {
  const site = await createSite()
  await giveAnswer(site, { comment: 'Not for everybody' })
  const invited = await fetch(`${PULSO_URL}${PATHS.members}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: `Looker ${Date.now()}`, role: 'viewer', sites: [site.id] }),
  })
  const { link } = (await invited.json()) as InvitedMember
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  const trouble = collectTrouble(page)
  const refused: string[] = []
  await page.goto(link.url)
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`)
  })
  await page.getByRole('button', { name: 'Come in' }).click()
  await expect(page.locator('[data-connection=live]')).toBeVisible()
  for (const { toPath } of MAIN_PAGES) {
    await page.goto(`${PULSO_URL}${toPath(site)}`)
    await page.waitForFunction(isThere)
  }
  expect(refused).toEqual([])
  expect(trouble).toEqual([])
})
