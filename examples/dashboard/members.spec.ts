import type { Browser, Page } from '@playwright/test'
import type { InvitedMember, Role, Site } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { createSite, expect, signIn, test } from '../product.ts'
import { ADMIN_TOKEN, PULSO_URL } from '../product-address.ts'
import { collectTrouble, comeToComments, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

const openMembers = async (page: Page, site: Pick<Site, 'id'>) => {
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/settings/members`)
}

let guests = 0

/** A name of this run's own: members belong to the deployment, and other tests have theirs. */
const toName = (name: string) => `${name} ${Date.now().toString(36)}${++guests}`

async function invite(site: Pick<Site, 'id'>, name: string, role: Role): Promise<InvitedMember> {
  const answer = await fetch(`${PULSO_URL}/v1/members`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, role, sites: [site.id] }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as InvitedMember
}

/** Comes in by an invite link, in a browser of their own. */
async function join(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Come in' }).click()
  await expect(page.locator('[data-connection=live]')).toBeVisible()
  return page
}

const itemOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })

test('invites a colleague by a link, who sees what their role sees, until they are removed', async ({ browser, page, context }) => {
  const site = await createSite({ name: 'Flower Stall' })
  await giveAnswer(site, { comment: 'The tulips were tired' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const name = toName('Ana')
  await openMembers(page, site)
  await page.getByRole('button', { name: 'Invite somebody' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  await expect(dialog.getByText('Write what they are called.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog.getByRole('radio', { name: 'Viewer' }).check()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(itemOf(page, name)).toContainText(/Invited · link until/)

  const hers = await join(browser, link)
  await expect(hers).toHaveURL(new RegExp(`/sites/${site.id}`))
  await expect(hers.getByRole('heading', { name: 'Flower Stall' })).toBeVisible()
  expect(await hers.content()).not.toContain('The tulips were tired')
  await hers.goto(`${PULSO_URL}/sites/${site.id}/settings/members`)
  await expect(hers.getByText(name)).toHaveCount(0)
  await hers.goto(`${PULSO_URL}/sites/${site.id}`)
  await expect(hers.locator('[data-connection=live]')).toBeVisible()

  // The link has done what it was for.
  const late = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await late.goto(link)
  await late.getByRole('button', { name: 'Come in' }).click()
  await expect(late.getByRole('heading', { name: 'This invitation has been used or has ended' })).toBeVisible()

  await page.getByRole('combobox', { name: `Role of ${name}` }).selectOption('Analyst')
  await expect(page.getByText(`${name} is now Analyst.`)).toBeVisible()
  await giveAnswer(site, { comment: 'The roses were lovely' })
  await hers.reload()
  await comeToComments(hers)
  await expect(hers.getByText('The roses were lovely')).toBeVisible()
  await expect(hers.locator('[data-connection=live]')).toBeVisible()

  await page.getByRole('button', { name: `Remove: ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(`${name} is out.`)).toBeVisible()
  await expect(itemOf(page, name)).toHaveCount(0)
  await giveAnswer(site)
  await expect(hers.getByRole('heading', { name: 'Sign in with a link' })).toBeVisible()
})

test('keeps who is signed in as they are when an invite link is only looked at', async ({ page }) => {
  const site = await createSite()
  const { link } = await invite(site, toName('Guest'), 'viewer')
  await signIn(page)
  await page.goto(link.url)
  await expect(page.getByText('This browser is signed in already.')).toBeVisible()
  await page.getByRole('link', { name: 'Stay as it is' }).click()
  await expect(page.locator('[data-connection=live]')).toBeVisible()
  expect((await page.request.get(`${PULSO_URL}/v1/tokens`)).status()).toBe(200)
  await page.goto(`${PULSO_URL}/join`)
  await expect(page.getByRole('heading', { name: 'This invitation is not complete' })).toBeVisible()
})

test('gives somebody who lost a device a new link, and shuts the lost one out', async ({ browser, page }) => {
  const site = await createSite()
  const name = toName('Leo')
  const lost = await join(browser, (await invite(site, name, 'viewer')).link.url)
  await openMembers(page, site)
  await page.getByRole('button', { name: `New link for ${name}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /Sign them out everywhere first/ }).check()
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByRole('textbox', { name: `The link for ${name}` }).inputValue()
  await lost.reload()
  await expect(lost.getByRole('heading', { name: 'Sign in with a link' })).toBeVisible()
  await join(browser, link)
})

for (const { locale, colorScheme, width } of [
  { locale: 'en-GB', colorScheme: 'light', width: 1280 },
  { locale: 'es-ES', colorScheme: 'dark', width: 320 },
] as const) {
  test(`has nothing for axe to find among the members, in ${locale}, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 720 } })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    const site = await createSite()
    const name = toName('Marta')
    const { link } = await invite(site, name, 'editor')
    const expectNothing = async () => {
      expect(await findViolations(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
    }
    await page.goto(link.url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNothing()
    await openMembers(page, site)
    await expect(itemOf(page, name)).toBeVisible()
    await expectNothing()
    await page.getByRole('button', { name: /Invite somebody|Invitar a alguien/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNothing()
    expect(trouble).toEqual([])
  })
}
