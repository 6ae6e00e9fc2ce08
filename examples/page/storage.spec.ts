import type { Page } from '@playwright/test'
import type { SiteDefinitionInput } from '@pulso/protocol'
import { answersStored, createSite, expect, test } from '../product.ts'
import { openPage, theCard, thePoint } from './open-page.ts'
import { explain, settled, withPulso } from './page-pulso.ts'

/** Asks by every rule that keeps something, and counts the visits. */
const ASKING: Partial<SiteDefinitionInput> = {
  segments: ['premium'],
  budget: { showings: 5, days: 7 },
  prompts: [
    { id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, repeat: 3, rules: { sample: 1, grace: 0, visits: { from: 1 } } },
  ],
}

const configure = (settings: object) => `<script>(window.pulso ||= []).push(['configure', ${JSON.stringify(settings)}])</script>`

/** Everything of the page's that would outlive it. */
const listKept = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
  }))
const NOTHING = { local: [], session: [], databases: [], caches: [], cookies: '' }

/** Answers and closes, and waits until nothing of it is on its way any more. */
async function answer(page: Page): Promise<void> {
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('textbox').fill('Typed')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(theCard(page)).toContainText('Thank you!')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('pulso-card')).toHaveCount(0)
}

const reach = (page: Page) => withPulso(page, (pulso) => pulso.touchpoint('checkout'))

for (const [tier, isKeptInTab, isKeptInNewTab] of [
  ['local', true, true],
  ['session', true, false],
  ['memory', false, false],
] as const) {
  test(`${tier}: asks again ${isKeptInNewTab ? 'nowhere' : isKeptInTab ? 'in a new tab alone' : 'on every page'}`, async ({
    page,
    context,
    servePage,
  }) => {
    const site = await createSite(ASKING)
    const origin = await openPage(page, servePage, { site, reaches: 'checkout', head: configure({ storage: tier }) })
    await answer(page)
    expect(await explain(page, 'checkout')).toEqual(['repeat'])
    const { local, session, databases } = await listKept(page)
    const isOurs = (key: string) => key.startsWith('pulso:')
    expect([local.some(isOurs), session.some(isOurs)]).toEqual([tier === 'local', tier === 'session'])
    if (tier === 'memory') expect(databases).toEqual([])
    await page.goto(`${origin}/next`)
    await settled(page)
    expect(await explain(page, 'checkout')).toEqual([isKeptInTab ? 'repeat' : 'on-screen'])
    const tab = await context.newPage()
    await tab.goto(`${origin}/other`)
    if (isKeptInNewTab) expect(await explain(tab, 'checkout')).toEqual(['repeat'])
    // What is on the other tab's screen keeps this one from asking, so it goes first.
    else {
      await page.close()
      // What the tab reached as it opened may be on its way yet to finding the other one asking.
      await expect
        .poll(async () => {
          await reach(tab)
          return theCard(tab).isVisible()
        })
        .toBe(true)
    }
    expect(await context.cookies()).toEqual([])
  })
}

test('a page view that its own address holds back does not read the device until somebody is there, and then once', async ({
  page,
  servePage,
}) => {
  const site = await createSite({
    ...ASKING,
    prompts: [
      { id: 'ask', kind: 'csat', touchpoints: ['checkout'], repeat: 3, rules: { sample: 1, visits: { from: 1 }, url: ['/nowhere'] } },
    ],
  })
  await page.addInitScript(() => {
    const readAt: number[] = []
    const store = Object.getOwnPropertyDescriptor(window, 'localStorage')
    Object.defineProperty(window, 'localStorage', {
      get() {
        readAt.push(performance.now())
        return store?.get?.call(window)
      },
    })
    Object.assign(window, { readAt })
  })
  await openPage(page, servePage, { site, reaches: 'checkout' })
  await settled(page)
  const countReads = () => page.evaluate(() => (window as unknown as { readAt: number[] }).readAt.length)
  expect(await explain(page, 'checkout')).toEqual(['url'])
  expect(await countReads()).toBe(0)
  await page.getByRole('heading').click()
  expect(await countReads()).toBe(1)
  await page.getByRole('heading').click()
  expect(await countReads()).toBe(1)
})

test('required: before consent nothing is kept, asked or sent, whatever happens; after it everything is as ever', async ({
  page,
  context,
  servePage,
}) => {
  const site = await createSite({ ...ASKING, consent: 'required' })
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  const origin = await openPage(page, servePage, { site, reaches: 'checkout' })
  await withPulso(page, async (pulso) => {
    pulso.touchpoint('checkout')
    pulso.event('ordered', { total: 42 })
    pulso.explain('checkout')
    await pulso.ask('ask', { touchpoint: 'checkout' })
    await pulso.snooze(0)
    await pulso.reset()
  })
  await settled(page)
  expect(await explain(page, 'checkout')).toEqual(['consent'])
  await page.goto(`${origin}/next`)
  await settled(page)
  await expect(page.locator('pulso-card')).toHaveCount(0)
  expect(await listKept(page)).toEqual(NOTHING)
  expect(await context.cookies()).toEqual([])
  expect(sent).toEqual([])

  await withPulso(page, (pulso) => {
    pulso.consent('granted')
    pulso.touchpoint('checkout')
  })
  await answer(page)
  await answersStored(site, 1)
  expect((await listKept(page)).local).not.toEqual([])
})

test('pending: what was reached waits for the decision, and is forgotten with a refusal', async ({ page, servePage }) => {
  const site = await createSite({ ...ASKING, consent: 'pending' })
  const origin = await openPage(page, servePage, { site, reaches: 'checkout' })
  await settled(page)
  expect(await explain(page, 'checkout')).toEqual(['consent'])
  expect(await listKept(page)).toEqual(NOTHING)
  await withPulso(page, (pulso) => pulso.consent('denied'))
  await settled(page)
  await expect(page.locator('pulso-card')).toHaveCount(0)
  expect(await listKept(page)).toEqual(NOTHING)
  await page.goto(`${origin}/next`)
  await withPulso(page, (pulso) => pulso.consent('granted'))
  await expect(theCard(page)).toBeVisible()
})

test('denied: asks only whom asks for it, keeps nothing on the device, and the answer arrives', async ({ page, context, servePage }) => {
  const site = await createSite(ASKING)
  await openPage(page, servePage, { site, head: "<script>(window.pulso ||= []).push(['consent', 'denied'])</script>" })
  await reach(page)
  await settled(page)
  await expect(page.locator('pulso-card')).toHaveCount(0)
  expect(await explain(page, 'checkout')).toEqual(['consent'])
  await withPulso(page, (pulso) => pulso.ask('ask', { touchpoint: 'checkout' }))
  await answer(page)
  await answersStored(site, 1)
  expect(await listKept(page)).toEqual(NOTHING)
  expect(await context.cookies()).toEqual([])
})

test('a consent that is withdrawn takes back what was kept', async ({ page, servePage }) => {
  const site = await createSite({ ...ASKING, consent: 'required' })
  await openPage(page, servePage, {
    site,
    head: "<script>(window.pulso ||= []).push(['consent', 'granted'])</script>",
    reaches: 'checkout',
  })
  await answer(page)
  await answersStored(site, 1)
  expect((await listKept(page)).local).not.toEqual([])
  await withPulso(page, (pulso) => pulso.consent('denied'))
  await expect.poll(async () => (await listKept(page)).local).toEqual([])
})

for (const [name, script] of Object.entries({
  'Global Privacy Control': "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })",
  'Do Not Track': "Object.defineProperty(Navigator.prototype, 'doNotTrack', { value: '1' })",
})) {
  test(`${name}: may answer, and is put into no group`, async ({ page, servePage }) => {
    const site = await createSite(ASKING)
    await page.addInitScript(script)
    const bodies: string[] = []
    page.on('request', (request) => request.method() === 'POST' && bodies.push(request.postData() ?? ''))
    await openPage(page, servePage, { site, reaches: 'checkout', head: configure({ segment: 'premium', traits: { plan: 'pro' } }) })
    await answer(page)
    expect(await answersStored(site, 1)).toEqual([expect.objectContaining({ score: 4, segment: '' })])
    expect(bodies.join()).not.toMatch(/premium|plan|127\.0\.0\.1/)
  })
}

test('without them the group is sent, the traits never', async ({ page, servePage }) => {
  const site = await createSite(ASKING)
  const bodies: string[] = []
  page.on('request', (request) => request.method() === 'POST' && bodies.push(request.postData() ?? ''))
  await openPage(page, servePage, { site, reaches: 'checkout', head: configure({ segment: 'premium', traits: { plan: 'pro' } }) })
  await answer(page)
  expect(await answersStored(site, 1)).toEqual([expect.objectContaining({ segment: 'premium' })])
  expect(bodies.join()).not.toMatch(/"plan"|"pro"/)
})

for (const [name, block] of Object.entries({
  'throws when it is looked at': (kind: string) =>
    `Object.defineProperty(window, '${kind}', { get() { throw new DOMException('denied', 'SecurityError') } })`,
  'is not there': (kind: string) => `Object.defineProperty(window, '${kind}', { value: null })`,
  'is full': (kind: string) =>
    kind === 'indexedDB' ? '' : 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }',
})) {
  for (const storage of ['local', 'session'] as const) {
    test(`storage that ${name}: one page asks once, by every rule, in ${storage}`, async ({ page, servePage }) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      for (const kind of ['localStorage', 'sessionStorage', 'indexedDB']) await page.addInitScript(block(kind))
      const site = await createSite(ASKING)
      await openPage(page, servePage, { site, reaches: 'checkout', head: configure({ storage }) })
      await answer(page)
      await answersStored(site, 1)
      await reach(page)
      await settled(page)
      await expect(page.locator('pulso-card')).toHaveCount(0)
      expect(await explain(page, 'checkout')).toEqual(['repeat'])
      await withPulso(page, (pulso) => pulso.reset())
      expect(await explain(page, 'checkout')).toEqual(['will-ask'])
      expect(complaints).toEqual([])
    })
  }
}

test('reset: forgets the visitor, leaves the page’s own keys and another site’s alone', async ({ page, servePage }) => {
  const site = await createSite(ASKING)
  const origin = await openPage(page, servePage, { site, reaches: 'checkout' })
  await answer(page)
  await answersStored(site, 1)
  await page.waitForFunction((siteKey) => localStorage.getItem(`pulso:${siteKey}:unsent`) === null, site.siteKey)
  await page.evaluate(() => {
    localStorage.setItem('basket', '1')
    localStorage.setItem('pulso:pk_other:seed', '0.5')
  })
  await withPulso(page, (pulso) => pulso.reset())
  expect((await listKept(page)).local.sort()).toEqual(['basket', 'pulso:pk_other:seed'])
  await page.goto(`${origin}/next`)
  await expect(theCard(page)).toBeVisible()
})
