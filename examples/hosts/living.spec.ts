import type { SiteDefinitionInput } from '@pulso/protocol'
import { openPage, theCard, thePoint, toHtml } from '../page/open-page.ts'
import { explain, settled, withPulso } from '../page/page-pulso.ts'
import { answersStored, createSite, expect, goOffline, goOnline, storedResponses, test } from '../product.ts'

const ALWAYS = { afterAnswered: 0, afterDismissed: 0, afterShown: 0 }
const createAsking = (more: Partial<SiteDefinitionInput> = {}) =>
  createSite({ ...more, prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, frequency: ALWAYS }] })

/** What a page does to itself while a prompt is on its screen, and whether the prompt is still there then. */
const CHANGES: Record<string, { act: string; stays: boolean }> = {
  'its body, as Turbo and PJAX do': {
    act: `const next = document.createElement('body'); next.innerHTML = '<main><h1>Next</h1></main>'; document.body.replaceWith(next)`,
    stays: true,
  },
  'its head': {
    act: `document.head.replaceChildren(Object.assign(document.createElement('title'), { textContent: 'Next' }))`,
    stays: true,
  },
  'the whole document element': {
    act: `const next = document.createElement('html'); next.lang = 'en'; next.innerHTML = '<head></head><body><main><h1>Next</h1></main></body>'; document.replaceChild(next, document.documentElement)`,
    stays: false,
  },
  'everything that hangs on the document element': {
    act: `for (const child of [...document.documentElement.children]) child.remove(); document.documentElement.append(document.createElement('head'), document.createElement('body'))`,
    stays: false,
  },
  'everything, with document.write after it has loaded': {
    act: `document.open(); document.write('<!doctype html><html lang="en"><title>Next</title><main><h1>Next</h1></main></html>'); document.close()`,
    stays: false,
  },
}

for (const [what, { act, stays }] of Object.entries(CHANGES)) {
  test(`a page that replaces ${what}`, async ({ page, servePage }) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    const site = await createAsking()
    await openPage(page, servePage, { site, reaches: 'checkout' })
    await expect(theCard(page)).toBeVisible()
    await page.evaluate(act)
    if (!stays) {
      await expect(page.locator('pulso-card')).toHaveCount(0)
      // What is gone keeps nothing back: the next one may come.
      expect(await explain(page, 'checkout')).toEqual(['will-ask'])
      await withPulso(page, (pulso) => pulso.touchpoint('checkout'))
    }
    await thePoint(page, '4 out of 5').click()
    await page.getByRole('textbox').fill('Still here')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(async () => (await storedResponses(site)).filter(({ state }) => state === 'completed')).toHaveLength(1)
    expect(complaints).toEqual([])
  })
}

test('a page that takes the element of an inline prompt away: nothing of it holds back or stays', async ({ page, servePage }) => {
  const site = await createAsking()
  const { origin } = await servePage(toHtml({ site }).replace('</h1>', '</h1><div id="here"></div>'))
  await page.goto(origin)
  const ask = () => withPulso(page, (pulso) => pulso.touchpoint('checkout', { container: document.querySelector('#here') }))
  await ask()
  await expect(page.getByRole('region')).toBeVisible()
  await page.evaluate(() => document.querySelector('#here')?.replaceWith(Object.assign(document.createElement('div'), { id: 'here' })))
  await ask()
  await expect(page.getByRole('region')).toHaveCount(1)
  await thePoint(page, '5 out of 5').click()
  await answersStored(site, 1)
})

test('a page whose fetch throws, before and after: no prompt, no word', async ({ page, servePage }) => {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => complaints.push(message.text()))
  const site = await createAsking()
  const head = `<script>window.fetch = () => { throw new TypeError('blocked') }</script><link rel="icon" href="data:,">`
  await openPage(page, servePage, { site, reaches: 'checkout', head })
  const errors = await withPulso(page, async (pulso) => {
    const told: object[] = []
    pulso.on('error', (detail) => told.push(detail))
    await pulso.ask('ask', { touchpoint: 'checkout' })
    return told
  })
  expect(errors).toEqual([expect.objectContaining({ reason: 'load-failed' })])
  await settled(page)
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    dispatchEvent(new Event('pagehide'))
  })
  await expect(page.locator('pulso-card')).toHaveCount(0)
  expect(complaints).toEqual([])
})

test('a page whose fetch begins to throw when the answer is given: kept, and sent with the next page', async ({ page, servePage }) => {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  const site = await createAsking()
  const origin = await openPage(page, servePage, { site, reaches: 'checkout' })
  await expect(theCard(page)).toBeVisible()
  await page.evaluate(() => {
    window.fetch = () => {
      throw new TypeError('blocked')
    }
  })
  await thePoint(page, '4 out of 5').click()
  await page.waitForFunction((siteKey) => localStorage.getItem(`pulso:${siteKey}:unsent`), site.siteKey)
  await page.goto(`${origin}/next`)
  await answersStored(site, 1)
  expect(complaints).toEqual([])
})

test('in a sandboxed frame, which has no origin, no storage and no forms: asks, answers, fails at nothing', async ({ page, servePage }) => {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => complaints.push(message.text()))
  const site = await createAsking({ nullOrigin: true })
  const inner = await servePage(toHtml({ site, reaches: 'checkout', head: '<link rel="icon" href="data:,">' }))
  const outer = await servePage(
    `<!doctype html><title>Outer</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="${inner.origin}" width="800" height="600"></iframe>`,
  )
  await page.goto(outer.origin)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('radio', { name: '4 out of 5' }).click()
  await frame.getByRole('textbox').fill('From inside')
  await frame.getByRole('button', { name: 'Send' }).click()
  await expect(frame.getByRole('dialog')).toContainText('Thank you!')
  await expect
    .poll(async () => (await storedResponses(site)).map(({ comment, state }) => ({ comment, state })))
    .toEqual([{ comment: 'From inside', state: 'completed' }])
  expect(complaints).toEqual([])
})

test('a page that is put away and comes back, as from the back-forward cache, goes on where it was', async ({ page, servePage }) => {
  const site = await createAsking()
  await openPage(page, servePage, { site, reaches: 'checkout' })
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('textbox').fill('Before')
  const say = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      dispatchEvent(new PageTransitionEvent(hidden ? 'pagehide' : 'pageshow', { persisted: true }))
    }, isHidden)
  await say(true)
  await expect.poll(async () => (await storedResponses(site)).map(({ comment }) => comment)).toEqual(['Before'])
  await say(false)
  await expect(page.getByRole('textbox')).toHaveValue('Before')
  await page.getByRole('textbox').fill('Before and after')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect
    .poll(async () => (await storedResponses(site)).map(({ comment, state }) => ({ comment, state })))
    .toEqual([{ comment: 'Before and after', state: 'completed' }])
})

test('a page that was offline from its beginning: asks when the network is back and it is reached again', async ({
  page,
  context,
  servePage,
}) => {
  const site = await createAsking()
  await openPage(page, servePage, { site })
  await settled(page)
  await goOffline(context)
  await withPulso(page, (pulso) => pulso.touchpoint('checkout'))
  await settled(page)
  await expect(page.locator('pulso-card')).toHaveCount(0)
  await goOnline(context)
  await expect(async () => {
    await withPulso(page, (pulso) => pulso.touchpoint('checkout'))
    await expect(theCard(page)).toBeVisible({ timeout: 2000 })
  }).toPass()
})
