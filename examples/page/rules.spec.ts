import type { Page } from '@playwright/test'
import type { SiteDefinitionInput } from '@pulso/protocol'
import { answersStored, createSite, expect, readReach, test } from '../product.ts'
import { openPage, theCard, thePoint, toHtml } from './open-page.ts'
import { explain, settled, withPulso } from './page-pulso.ts'

type PromptInput = SiteDefinitionInput['prompts'][number]
type Rules = NonNullable<PromptInput['rules']>

const DAY_MS = 86_400_000

/** A site with a touchpoint and a prompt of the same name for each of these. */
const createSiteOf = (prompts: Record<string, Partial<PromptInput>>, more: Partial<SiteDefinitionInput> = {}) =>
  createSite({
    segments: ['premium', 'basic'],
    touchpoints: Object.keys(prompts).map((key) => ({ key, stage: 'purchase', name: { en: key } })),
    prompts: Object.entries(prompts).map(
      ([key, prompt]) => ({ id: key, kind: 'csat', touchpoints: [key], delayMs: 0, ...prompt }) as PromptInput,
    ),
    ...more,
  })

/** Rules that hold back a newcomer with a mouse who reads English at `/` and is nobody in particular. */
const RULES: Record<string, Rules> = {
  url: { url: ['/basket/**', '!/basket/empty'] },
  'url-whole': { url: ['http://*/basket/*'] },
  device: { device: ['phone'] },
  language: { language: ['es'] },
  segment: { segment: ['premium', 'gold'] },
  traits: { traits: { plan: ['pro', 'team'], orders: 3 } },
  visits: { visits: { from: 2 } },
  'visits-to': { visits: { from: 2, to: 2 } },
  grace: { grace: 3 },
}
const toReason = (touchpoint: string) => touchpoint.replace(/-.*/, '')
const EVERY_RULE = Object.fromEntries(Object.entries(RULES).map(([key, rules]) => [key, { rules }]))

test('every rule holds back whom it is not for, says so, and is counted', async ({ page, servePage }) => {
  const site = await createSiteOf({ ...EVERY_RULE, sample: { rules: { sample: 0 } } })
  const keys = [...Object.keys(RULES), 'sample']
  await openPage(page, servePage, { site })
  for (const key of keys) expect(await explain(page, key), key).toEqual([toReason(key)])
  await withPulso(page, (pulso, all) => all.map((key) => pulso.touchpoint(key)), keys)
  await settled(page)
  await expect(page.locator('pulso-card')).toHaveCount(0)
  await page.goto('about:blank')
  for (const key of keys) {
    await expect.poll(() => readReach(site, key), key).toEqual({ reached: 1, eligible: 0, heldBack: { [toReason(key)]: 1 } })
  }
})

test.describe('with a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } })

  test('every rule lets through whom it is for', async ({ page, context, servePage }) => {
    const site = await createSiteOf({ ...EVERY_RULE, sample: { rules: { sample: 1 } } })
    const head = `<script>(window.pulso ||= []).push(['configure', { segment: 'premium', traits: { plan: 'team', orders: 3, more: true } }])</script>`
    const { origin } = await servePage(toHtml({ site, lang: 'es-MX', head }))
    await page.goto(`${origin}/basket/7?x=1`)
    for (const key of Object.keys(RULES)) {
      const isFirst = /^(visits|grace)/.test(key)
      expect(await explain(page, key), key).toEqual([isFirst ? toReason(key) : 'will-ask'])
    }
    await page.clock.install({ time: Date.now() + 3 * DAY_MS + 1000 })
    await page.goto(`${origin}/basket/8`)
    for (const key of [...Object.keys(RULES), 'sample']) expect(await explain(page, key), key).toEqual(['will-ask'])
    // Half an hour of silence makes another visit, a page view within it does not.
    await page.clock.setSystemTime(Date.now() + 3 * DAY_MS + 60_000)
    expect(await explain(page, 'visits-to')).toEqual(['will-ask'])
    await page.clock.setSystemTime(Date.now() + 3 * DAY_MS + 3_600_000)
    expect(await explain(page, 'visits-to')).toEqual(['visits'])
    expect(await explain(page, 'visits')).toEqual(['will-ask'])

    await page.goto(`${origin}/basket/empty`)
    expect(await explain(page, 'url')).toEqual(['url'])
    const tablet = await context.newPage()
    await tablet.setViewportSize({ width: 820, height: 1180 })
    await tablet.goto(`${origin}/basket/8`)
    expect(await explain(tablet, 'device')).toEqual(['device'])
  })
})

test('sample: draws a visitor once, for ever, and each prompt its own share', async ({ browser, servePage }) => {
  const keys = Array.from({ length: 40 }, (_, index) => `s${index}`)
  const site = await createSiteOf(Object.fromEntries(keys.map((key) => [key, { rules: { sample: 0.5 } }])))
  const { origin } = await servePage(toHtml({ site }))
  const draw = (page: Page) => withPulso(page, (pulso, all) => all.map((key) => pulso.explain(key)[0]?.reason).join(), keys)
  const drawn = new Set<string>()
  for (let visitor = 0; visitor < 3; visitor += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(origin)
    const first = await draw(page)
    await page.reload()
    expect(await draw(page)).toBe(first)
    await page.goto(`${origin}/elsewhere`)
    expect(await draw(page)).toBe(first)
    const asked = first.split(',').filter((reason) => reason === 'will-ask').length
    // Of 40 fair draws, 5 or fewer and 35 or more happen once in 600,000 times.
    expect(asked).toBeGreaterThan(5)
    expect(asked).toBeLessThan(35)
    drawn.add(first)
  }
  expect(drawn.size).toBe(3)
})

const FREQUENCY = { afterAnswered: 90, afterDismissed: 30, afterShown: 7 }
for (const [what, days, act] of [
  ['answered', 90, (page: Page) => thePoint(page, '4 out of 5').click()],
  ['dismissed', 30, (page: Page) => page.getByRole('button', { name: 'Close' }).click()],
  ['shown', 7, async () => {}],
] as const) {
  test(`frequency: ${days} days of quiet after it was ${what}, and no less when the clock is set back`, async ({ page, servePage }) => {
    await page.clock.install()
    const site = await createSiteOf({ ask: { frequency: FREQUENCY }, other: {} })
    // By hand, and only here: a page that reached it as it loads could still ask at the time that the clock is set to below.
    const origin = await openPage(page, servePage, { site })
    await withPulso(page, (pulso) => pulso.touchpoint('ask'))
    await expect(theCard(page)).toBeVisible()
    await act(page)
    await page.waitForFunction((place) => {
      const key = Object.keys(localStorage).find((one) => one.includes(':asked:ask:ask'))
      return Number(localStorage.getItem(key ?? '')?.split(',')[place]) > 0
    }, ['answered', 'dismissed', 'shown'].indexOf(what))
    const at = await page.evaluate(() => Date.now())
    await page.goto(`${origin}/next`)
    const explainAt = async (time: number) => {
      await page.clock.setSystemTime(time)
      return explain(page, 'ask')
    }
    expect(await explainAt(at)).toEqual([`after-${what}`])
    expect(await explainAt(at + (days - 0.1) * DAY_MS)).toEqual([`after-${what}`])
    expect(await explainAt(at - 400 * DAY_MS)).toEqual([`after-${what}`])
    expect(await explainAt(at + (days + 0.1) * DAY_MS)).toEqual(['will-ask'])
    // Its own clock: another prompt is not held back by it.
    expect(await explainAt(at)).toEqual([`after-${what}`])
    expect(await explain(page, 'other')).toEqual(['will-ask'])
  })
}

test('budget: so many prompts in so many days, all together, and a clock that was set back frees none', async ({ page, servePage }) => {
  await page.clock.install()
  const site = await createSiteOf({ one: {}, two: {}, three: {} }, { budget: { showings: 2, days: 7 } })
  await openPage(page, servePage, { site })
  for (const key of ['one', 'two']) {
    expect(await explain(page, 'three')).toEqual(['will-ask'])
    await withPulso(page, (pulso, touchpoint) => pulso.touchpoint(touchpoint), key)
    await expect(theCard(page)).toBeVisible()
    await page.waitForFunction((touchpoint) => Object.keys(localStorage).some((name) => name.endsWith(`:${touchpoint}`)), key)
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.locator('pulso-card')).toHaveCount(0)
  }
  expect(await explain(page, 'three')).toEqual(['budget'])
  const now = await page.evaluate(() => Date.now())
  await page.clock.setSystemTime(now - 30 * DAY_MS)
  expect(await explain(page, 'three')).toEqual(['budget'])
  await page.clock.setSystemTime(now + 7.1 * DAY_MS)
  expect(await explain(page, 'three')).toEqual(['will-ask'])
})

test('repeat: so often until it is answered, then never again', async ({ page, servePage }) => {
  const often = { repeat: 2, frequency: { afterAnswered: 0, afterDismissed: 0, afterShown: 0 } }
  const site = await createSiteOf({ twice: often, once: often })
  await openPage(page, servePage, { site })
  const ask = async (key: string) => {
    await withPulso(page, (pulso, touchpoint) => pulso.touchpoint(touchpoint), key)
    await expect(theCard(page)).toBeVisible()
  }
  const close = async () => {
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.locator('pulso-card')).toHaveCount(0)
  }
  await ask('twice')
  await close()
  await ask('twice')
  await close()
  await expect.poll(() => explain(page, 'twice')).toEqual(['repeat'])
  await ask('once')
  await thePoint(page, '5 out of 5').click()
  await close()
  expect(await explain(page, 'once')).toEqual(['repeat'])
})

test('quota: asks nobody any more once there are so many answers', async ({ page, browser, servePage }) => {
  const siteKey = `pk_quota_${Date.now()}`
  const { origin } = await servePage(toHtml({ site: { siteKey } }))
  // Answers from a local page count where the site names it; else they are test traffic, and use up no quota.
  const site = await createSiteOf({ ask: { quota: 1 } }, { siteKey, origins: [origin] })
  await page.goto(origin)
  await withPulso(page, (pulso) => pulso.touchpoint('ask'))
  await thePoint(page, '4 out of 5').click()
  await answersStored(site, 1)
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(origin)
  expect(await explain(other, 'ask')).toEqual(['quota'])
})

test('group: prompts of one group have one memory', async ({ page, servePage }) => {
  const site = await createSiteOf({ one: { group: 'g' }, two: { group: 'g' }, alone: {} })
  await openPage(page, servePage, { site, reaches: 'one' })
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('button', { name: 'Close' }).click()
  for (const [key, reason] of Object.entries({ one: 'after-answered', two: 'after-answered', alone: 'will-ask' })) {
    await expect.poll(() => explain(page, key)).toEqual([reason])
  }
})

test('snooze: days of quiet for everything, on every page, whatever the clock says', async ({ page, servePage }) => {
  await page.clock.install()
  const site = await createSiteOf({ ask: {} })
  const origin = await openPage(page, servePage, { site })
  await withPulso(page, (pulso) => pulso.snooze(3))
  await page.goto(`${origin}/next`)
  const now = await page.evaluate(() => Date.now())
  for (const [days, reason] of [
    [0, 'snoozed'],
    [2.9, 'snoozed'],
    [-30, 'snoozed'],
    [3.1, 'will-ask'],
  ] as const) {
    await page.clock.setSystemTime(now + days * DAY_MS)
    expect(await explain(page, 'ask'), `${days} days later`).toEqual([reason])
  }
})

test('priority: the highest is asked, the others are outranked, and the counts say so', async ({ page, servePage }) => {
  const at = (priority: number, more: Partial<PromptInput> = {}): Partial<PromptInput> => ({ touchpoints: ['low'], priority, ...more })
  const site = await createSiteOf({
    low: at(1),
    high: at(9, { kind: 'thumbs' }),
    highest: at(10, { rules: { sample: 0 } }),
    triggered: at(5, { triggers: { event: { name: 'never' } } }),
  })
  await openPage(page, servePage, { site })
  expect(await withPulso(page, (pulso) => pulso.explain('low'))).toEqual([
    { prompt: 'highest', reason: 'sample' },
    { prompt: 'high', reason: 'will-ask' },
    { prompt: 'triggered', reason: 'will-ask' },
    { prompt: 'low', reason: 'outranked' },
  ])
  await withPulso(page, (pulso) => pulso.touchpoint('low'))
  await expect(page.getByRole('radio')).toHaveCount(2)
  await page.goto('about:blank')
  await expect.poll(() => readReach(site, 'low')).toEqual({ reached: 1, eligible: 1, heldBack: { sample: 1, outranked: 1 } })
})

test('on the screen: one at a time, counted, and the next may come after it', async ({ page, servePage }) => {
  const site = await createSiteOf({ one: {}, two: {} })
  await openPage(page, servePage, { site, reaches: 'one' })
  await expect(theCard(page)).toBeVisible()
  expect(await explain(page, 'two')).toEqual(['on-screen'])
  await withPulso(page, (pulso) => pulso.touchpoint('two'))
  await settled(page)
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await explain(page, 'two')).toEqual(['will-ask'])
  await page.goto('about:blank')
  await expect.poll(() => readReach(site, 'two')).toEqual({ reached: 1, eligible: 0, heldBack: { 'on-screen': 1 } })
})

test('consent: what was reached before it is not told', async ({ page, servePage }) => {
  const site = await createSiteOf({ ask: {} }, { consent: 'required' })
  const origin = await openPage(page, servePage, { site })
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await withPulso(page, (pulso) => pulso.touchpoint('ask'))
  await settled(page)
  expect(await explain(page, 'ask')).toEqual(['consent'])
  await page.goto(`${origin}/next`)
  await withPulso(page, (pulso) => pulso.consent('granted'))
  expect(sent).toEqual([])
  await withPulso(page, (pulso) => pulso.touchpoint('ask'))
  await expect(theCard(page)).toBeVisible()
  await page.goto('about:blank')
  await expect.poll(() => readReach(site, 'ask')).toEqual({ reached: 1, eligible: 1, heldBack: {} })
})
