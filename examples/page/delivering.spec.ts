import type { Page } from '@playwright/test'
import type { Site } from '@pulso/protocol'
import { PATHS } from '@pulso/protocol/constants'
import { answersStored, expect, goOffline, goOnline, storedResponses, test } from '../product.ts'
import { createPageSite, expectAnswer, openPage, type PageOptions, theCard, thePoint, toHtml } from './open-page.ts'
import { settled, watchAsking } from './page-pulso.ts'

test('delivers an answer given just before the page is left', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await thePoint(page, '3 out of 5').click()
  await page.goto('about:blank')
  const [answer] = await answersStored(site, 1)
  expect(answer).toMatchObject({ score: 3, state: 'answered' })
})

test('delivers what was typed when the page is left', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await thePoint(page, '3 out of 5').click()
  await page.getByRole('textbox').fill('Half a thou')
  await page.getByRole('link', { name: 'Elsewhere' }).click()
  await expect
    .poll(async () => (await storedResponses(site)).map(({ score, comment, state }) => ({ score, comment, state })))
    .toEqual([{ score: 3, comment: 'Half a thou', state: 'answered' }])
})

test('counts a prompt that was seen and left alone', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await expect(theCard(page)).toBeVisible()
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes(':asked:')))
  await page.goto('about:blank')
  await expect.poll(async () => (await storedResponses(site)).map(({ state }) => state)).toEqual(['shown'])
})

test('keeps an answer while there is no network and delivers it when it is back', async ({ page, context, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await expect(theCard(page)).toBeVisible()
  await goOffline(context)
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('textbox').fill('From the lift')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(theCard(page)).toContainText('Thank you!')
  await goOnline(context)
  await expectAnswer(site, { score: 4, comment: 'From the lift', state: 'completed' })
})

for (const [storage, block] of [
  ['IndexedDB', ''],
  ['localStorage, where IndexedDB is blocked', "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('blocked') } })"],
] as const) {
  test(`delivers on the next page view what this one could not, from ${storage}`, async ({ page, servePage }) => {
    const site = await createPageSite()
    await page.addInitScript(block)
    await page.route(`**${PATHS.responses}`, (route) => route.abort())
    const origin = await openPage(page, servePage, { site, reaches: 'csat' })
    await thePoint(page, '4 out of 5').click()
    await page.waitForFunction((siteKey) => localStorage.getItem(`pulso:${siteKey}:unsent`), site.siteKey)
    await page.goto('about:blank')
    await page.unroute(`**${PATHS.responses}`)
    await page.goto(`${origin}/next`)
    await answersStored(site, 1)
    // And then it is over: the flag is gone, so the page view after that loads nothing.
    await page.waitForFunction((siteKey) => localStorage.getItem(`pulso:${siteKey}:unsent`) === null, site.siteKey)
  })
}

/** Whether this device keeps an answer of the site, whatever else it keeps. */
const keepsAnswer = (page: Page, { siteKey }: Pick<Site, 'siteKey'>) =>
  page.evaluate(
    (name) =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = reject
        opening.onsuccess = () => {
          const reading = opening.result.transaction('responses').objectStore('responses').getAll()
          reading.onsuccess = () => resolve(reading.result.some(({ score }) => score !== undefined))
          opening.result.close()
        }
      }),
    `pulso:${siteKey}`,
  )

for (const [sign, give] of [
  ['it is scrolled', (page: Page) => page.mouse.wheel(0, 300)],
  ['something is pressed by keyboard', (page: Page) => page.getByRole('button', { name: 'Add to basket' }).press('Enter')],
] as const) {
  test(`delivers what an earlier page could not from one that asks nothing, not before ${sign}`, async ({ context, servePage }) => {
    const site = await createPageSite()
    let options: Partial<PageOptions> = { reaches: 'csat' }
    const { origin } = await servePage(() => toHtml({ site, ...options }))
    const first = await context.newPage()
    await first.goto(origin)
    await expect(theCard(first)).toBeVisible()
    await goOffline(context)
    await thePoint(first, '4 out of 5').click()
    await expect.poll(() => keepsAnswer(first, site)).toBe(true)
    await first.waitForFunction((siteKey) => localStorage.getItem(`pulso:${siteKey}:unsent`), site.siteKey)
    await first.close()
    await goOnline(context)
    // A long page, and as many, one that keeps its clicks to itself.
    const head = `<style>body { height: 3000px }</style><script>document.addEventListener('click', (event) => event.stopPropagation(), true)</script>`
    options = { head }
    const next = await context.newPage()
    const isAsking = watchAsking(next)
    await next.goto(origin)
    await settled(next)
    expect(isAsking()).toBe(false)
    expect(await storedResponses(site)).toEqual([])
    await give(next)
    await answersStored(site, 1)
  })
}

test('asks and delivers where all storage is blocked', async ({ page, servePage }) => {
  const site = await createPageSite()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    }
  })
  await openPage(page, servePage, { site, reaches: 'csat' })
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('button', { name: 'Send' }).click()
  await answersStored(site, 1)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.evaluate(() => (window as unknown as { pulso: { touchpoint(key: string): void } }).pulso.touchpoint('csat'))
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  await expect(theCard(page)).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('tries again when the worker is in trouble, as late as it asks', async ({ page, servePage }) => {
  await page.clock.install()
  const site = await createPageSite()
  let refusals = 0
  await page.route(`**${PATHS.responses}`, (route) => {
    refusals++
    return route.fulfill({
      status: 503,
      headers: { 'retry-after': '60', 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' },
      body: '{}',
    })
  })
  await openPage(page, servePage, { site, reaches: 'csat' })
  await page.clock.runFor(2000)
  const refused = page.waitForResponse((response) => response.url().endsWith(PATHS.responses))
  await thePoint(page, '4 out of 5').click()
  await (await refused).finished()
  await page.clock.runFor(59_000)
  expect(refusals).toBe(1)
  await page.unroute(`**${PATHS.responses}`)
  await page.clock.runFor(3000)
  await answersStored(site, 1)
})

test('stores one response however often and from however many tabs it is sent', async ({ context, servePage }) => {
  const site = await createPageSite()
  const first = await context.newPage()
  await first.route(`**${PATHS.responses}`, (route) => route.abort())
  const origin = await openPage(first, servePage, { site, reaches: 'csat' })
  await thePoint(first, '4 out of 5').click()
  await first.waitForFunction((siteKey) => localStorage.getItem(`pulso:${siteKey}:unsent`), site.siteKey)
  const others = await Promise.all([1, 2, 3].map(() => context.newPage()))
  await Promise.all(others.map((page) => page.goto(origin)))
  await answersStored(site, 1)
  await first.unroute(`**${PATHS.responses}`)
  await first.getByRole('button', { name: 'Send' }).click()
  await expect.poll(async () => (await storedResponses(site)).map(({ state }) => state)).toEqual(['completed'])
})
