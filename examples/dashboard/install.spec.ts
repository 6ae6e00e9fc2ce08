import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { PATHS, type SignInLink, type SignInLinkDefinition } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { answersStored, createSite, expect, signIn, test } from '../product.ts'
import { ADMIN_TOKEN, PULSO_URL } from '../product-address.ts'
import { collectTrouble, sidewaysScroll } from './dashboard-page.ts'
import { giveAnswer } from './give-answer.ts'

const toPage = (head: string) => `<!doctype html><html lang="en"><title>Mine</title>${head}<h1>A page of my own</h1>`

/** Fills in what makes a site, and arrives where it is put on pages. */
async function makeSite(page: Page, name: string, address: string): Promise<{ id: string }> {
  await page.goto(`${PULSO_URL}/new`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Address of your pages').fill(address)
  await page.getByRole('button', { name: 'Create the site' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Put Pulso on your pages' })).toBeVisible()
  return { id: new URL(page.url()).pathname.split('/')[2] ?? '' }
}

const readSnippet = (page: Page) => page.getByRole('tabpanel').locator('code').first().textContent().then(String)
const status = (page: Page) => page.locator('.install-status')
const causes = (page: Page) => page.getByRole('region', { name: 'What stands in the way' })

/** Somebody else, with a browser of their own. */
async function visit(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const visitor = await context.newPage()
  await visitor.goto(url)
  return visitor
}

const answer = (visitor: Page) => visitor.getByRole('radio', { name: /^5/ }).click()

let made = 0
const toName = (name: string) => `${name} ${process.pid}-${++made}`

test('leads from the printed address to the first answer of a page of one’s own', async ({ page, browser, servePage }) => {
  let html = toPage('')
  const shop = await servePage(() => html)
  await signIn(page)
  await page.getByRole('combobox', { name: 'Site' }).selectOption({ label: 'New site…' })
  await expect(page).toHaveURL(/\/new$/)
  const name = toName('Corner Bakery')
  await page.getByLabel('Name').fill(name)
  // What can be no address is said beside the field, before anything is sent.
  await page.getByLabel('Address of your pages').fill('my shop.example/hello world')
  await expect(page.getByText('Answers are taken from')).toHaveCount(0)
  await page.getByRole('button', { name: 'Create the site' }).click()
  await expect(page.getByText('Write an address like shop.example or http://localhost:5500, or leave it empty.')).toBeVisible()
  await expect(page.getByLabel('Address of your pages')).toBeFocused()
  await page.getByLabel('Address of your pages').fill(`${shop.origin}/bread/index.html`)
  await expect(page.getByText(`Answers are taken from ${shop.origin} and http://localhost:${new URL(shop.origin).port}.`)).toBeVisible()
  await page.getByRole('radio', { name: /Café, shop, venue/ }).check()
  await expect(page.getByRole('region', { name: 'Your journey begins like this' })).toContainText('How is your visit going?')
  await page.getByRole('button', { name: 'Create the site' }).click()

  await expect(status(page)).toContainText('Waiting for the first answer…')
  await expect(page.getByRole('combobox', { name: 'Site' }).locator('option:checked')).toHaveText(name)
  await page.getByRole('combobox', { name: 'Touchpoint' }).selectOption({ label: 'Payment' })
  html = toPage(await readSnippet(page))
  expect(html).toContain("['touchpoint', 'payment']")

  const visitor = await visit(browser, shop.origin)
  await answer(visitor)
  await expect(status(page)).toContainText('The first answer is in')
  await expect(status(page)).toContainText('Payment')
  await expect(status(page)).toContainText('5 of 5')
  await expect(causes(page)).toBeHidden()
  await expect(page.getByText(`by ${shop.origin},`)).toBeVisible()
  await page.getByRole('link', { name: 'See it on the journey' }).click()
  await expect(page.locator('[data-touchpoint=payment]')).toContainText('1 answer')
})

test('is worked by keyboard alone, from the name to the copied snippet', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page)
  await page.goto(`${PULSO_URL}/new`)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.getByRole('link', { name: 'Back to the journey' }).focus()
  await press('Tab')
  await expect(page.getByLabel('Name')).toBeFocused()
  // Nothing but Enter: the form says what is missing, and takes one there.
  await press('Enter')
  await expect(page.getByLabel('Name')).toBeFocused()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Give it the name that your visitors know: questions use it.')
  await page.keyboard.type(toName('By Keyboard'))
  await press('Tab')
  await page.keyboard.type('my shop')
  await press('Enter')
  await expect(page.getByLabel('Address of your pages')).toBeFocused()
  await expect(page.getByLabel('Address of your pages')).toHaveAccessibleDescription(/Write an address like shop\.example/)
  await press('Control+a')
  await page.keyboard.type('keys.example')
  await press('Tab', 'ArrowDown', 'ArrowDown')
  await expect(page.getByRole('radio', { name: /Software/ })).toBeChecked()
  await press('Tab', 'Enter', 'Tab', 'Tab', 'Tab')
  await expect(page.getByLabel('Id')).toBeFocused()
  await press('Tab')
  await expect(page.getByRole('button', { name: 'Create the site' })).toBeFocused()
  await press('Enter')

  await expect(status(page)).toContainText('Waiting for the first answer…')
  await expect(page.getByRole('main')).toBeFocused()
  await press('Tab')
  await expect(page.getByRole('combobox', { name: 'Touchpoint' })).toBeFocused()
  await press('Tab', 'ArrowRight')
  await expect(page.getByRole('radio', { name: 'At once, to try it' })).toBeChecked()
  await expect(page).toHaveURL(/way=ask/)
  await press('Tab')
  await expect(page.getByRole('tab', { name: 'Script' })).toBeFocused()
  await press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'npm' })).toBeFocused()
  await press('End')
  await expect(page.getByRole('tabpanel', { name: 'Security (CSP)' })).toContainText(`connect-src ${PULSO_URL};`)
  await expect(page.getByRole('tabpanel')).toContainText(/integrity="sha384-[\w+/=]+"/)
  await press('Home', 'Tab', 'Tab')
  await expect(page.getByRole('button', { name: 'Copy' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await readSnippet(page))
  expect(copied).toContain("['ask', 'first-steps', { touchpoint: 'first-steps' }]")
})

test('names the address whose answers are refused, and takes them from there with one click', async ({ page, browser }) => {
  await signIn(page)
  const site = await makeSite(page, toName('Refusing'), 'bakery.example')
  await page.getByRole('radio', { name: 'At once, to try it' }).check()
  await expect(page.getByRole('tabpanel')).toContainText("['ask',")
  const html = toPage(await readSnippet(page))
  const context = await browser.newContext({ locale: 'en-GB' })
  const visitor = await context.newPage()
  await visitor.route('http://other.example/**', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  // Browsers keep pages of the internet away from this machine, on which Pulso stands here for one of the internet.
  await visitor.route(`${PULSO_URL}/**`, async (route) => route.fulfill({ response: await route.fetch() }))
  await visitor.goto('http://other.example/bread?day=monday')
  await expect(causes(page)).toContainText('http://other.example is not one of your addresses')
  await expect(causes(page)).toContainText('its answers would be refused')
  await answer(visitor)
  await expect(causes(page)).toContainText('A page there sent answers, and they were refused.')

  await causes(page).getByRole('button', { name: 'Take answers from http://other.example' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Answers from http://other.example count from now on.' })).toBeVisible()
  await expect(causes(page)).toBeHidden()
  // What was refused is still on the device, and comes by itself with the next page.
  await visitor.reload()
  await expect(status(page)).toContainText('The first answer is in')
  await expect(page.getByText('by http://other.example,')).toBeVisible()
  expect((await answersStored(site, 1))[0]).toMatchObject({ touchpoint: 'checkout', score: 5 })
})

test('knows a file that was opened from the disk, and what comes of it', async ({ page, browser }, info) => {
  await signIn(page)
  await makeSite(page, toName('From Disk'), '')
  const file = info.outputPath('mine.html')
  await writeFile(file, toPage(await readSnippet(page)))
  const visitor = await visit(browser, pathToFileURL(file).href)
  await answer(visitor)
  await expect(causes(page)).toContainText('A file opened from the disk has no address')
  await causes(page).getByRole('button', { name: 'Take answers from files' }).click()
  await expect(causes(page)).toBeHidden()
  await visitor.reload()
  await expect(status(page)).toContainText('The first answer is in')
})

test('sends a test answer by the visitors’ own door, and tells it from one that counts', async ({ page }) => {
  const site = await createSite()
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/install`)
  await page.getByRole('button', { name: 'Send a test answer' }).click()
  const send = page.getByRole('region', { name: 'Try the way back' })
  await expect(send).toContainText(/Stored after \d+ milliseconds, kept apart as a test\./)
  await expect(status(page)).toContainText('A test answer has arrived')
  await expect(status(page)).toContainText('A test from the dashboard')
  await expect(causes(page)).toContainText('So far only tests have come')
  const [stored] = await answersStored(site, 1)
  expect(stored).toMatchObject({ lane: 'test', score: 5, comment: 'A test from the dashboard' })
  await giveAnswer(site, { comment: 'Real' })
  await expect(status(page)).toContainText('The first answer is in')
  await expect(status(page)).toContainText('Real')
})

test('says why nothing is asked: by the rules of the prompt, and after a minute without a sign', async ({ page, browser, servePage }) => {
  const prompts = [{ id: 'checkout', kind: 'csat' as const, touchpoints: ['checkout'], delayMs: 0, rules: { sample: 0 } }]
  const site = await createSite({ prompts })
  await page.clock.install()
  await signIn(page)
  await page.goto(`${PULSO_URL}/sites/${site.id}/install`)
  await expect(page.getByText('by no page yet')).toBeVisible()
  await page.clock.fastForward(65_000)
  await expect(causes(page)).toContainText('No page has loaded the script yet')
  await expect(causes(page)).toContainText(PATHS.siteScript(site.siteKey))
  const mistyped = (await readSnippet(page)).replace(site.siteKey, `${site.siteKey}0`)
  await page.getByLabel('Compare it with your page').fill(mistyped)
  await expect(causes(page)).toContainText(`The key on the page is ${site.siteKey}0. It has to be ${site.siteKey}.`)
  const shop = await servePage(toPage(await readSnippet(page)))
  const visitor = await visit(browser, shop.origin)
  await expect(page.getByText(`by ${shop.origin},`)).toBeVisible()
  // Counts leave with the page.
  await visitor.goto('about:blank')
  await expect(causes(page)).toContainText('Not in the sample')
  await expect(causes(page)).toContainText('Only a share of visitors is asked.')
})

test('says who may make a site, to whoever may not', async ({ page }) => {
  const site = await createSite()
  const definition: SignInLinkDefinition = { scopes: ['stats:read', 'site:write'], sites: [site.id] }
  const link = await fetch(`${PULSO_URL}${PATHS.signInLinks}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(definition),
  })
  await page.goto(((await link.json()) as SignInLink).url)
  await expect(page).toHaveURL(new RegExp(`/sites/${site.id}`))
  await page.goto(`${PULSO_URL}/new`)
  await expect(page.getByRole('heading', { name: 'Your access does not make new sites' })).toBeVisible()
})

for (const { locale, colorScheme, width } of [
  { locale: 'en-GB', colorScheme: 'light', width: 1280 },
  { locale: 'es-ES', colorScheme: 'dark', width: 320 },
] as const) {
  test(`has nothing for axe to find, in ${locale}, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 800 } })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    const expectNothing = async () => {
      expect(await findViolations(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
    }
    const site = await createSite({ origins: ['https://shop.example'] })
    await signIn(page)
    await page.goto(`${PULSO_URL}/new`)
    await page.getByRole('textbox').first().press('Enter')
    await page.locator('summary').click()
    await expectNothing()

    const refused = await fetch(`${PULSO_URL}${PATHS.responses}`, {
      method: 'POST',
      headers: { Origin: 'https://a-rather-long-name-of-a-page.elsewhere.example' },
      body: JSON.stringify({ siteKey: site.siteKey, responses: [], reach: 'checkout reached' }),
    })
    expect(refused.status).toBe(403)
    for (const way of ['script', 'csp']) {
      await page.goto(`${PULSO_URL}/sites/${site.id}/install?by=${way}`)
      await expect(page.locator('.install-cause')).toBeVisible()
      await expectNothing()
    }
    await giveAnswer(site, { comment: 'x'.repeat(200) })
    await expect(page.locator('.arrived')).toBeVisible()
    await expectNothing()
    expect(trouble).toEqual([])
  })
}
