import type { Page } from '@playwright/test'
import type { SiteDefinitionInput } from '@pulso/protocol'
import { createSite, expect, readReach, type ServePage, test } from '../product.ts'
import { openPage, stopTheClock, theCard, toHtml } from './open-page.ts'
import { explain, type PagePulso, settled, watchAsking, withPulso } from './page-pulso.ts'

type PromptInput = SiteDefinitionInput['prompts'][number]

const createAsking = (prompt: Partial<PromptInput>) =>
  createSite({ prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, ...prompt } as PromptInput] })

/** Opens a page on which this trigger waits, ready for what happens next. */
async function openWaiting(page: Page, servePage: ServePage, prompt: Partial<PromptInput>, body = '') {
  const isAsking = watchAsking(page)
  const site = await createAsking(prompt)
  const { origin } = await servePage(toHtml({ site }).replace('</h1>', `</h1>${body}`))
  await page.goto(origin)
  await settled(page)
  const expectQuiet = async (when: string) => {
    await settled(page)
    expect(isAsking(), when).toBe(false)
  }
  const expectAsked = () => expect(theCard(page)).toBeVisible()
  return { site, origin, expectQuiet, expectAsked }
}

const LONG = '<div style="height: 3000px">Long</div>'

test('scroll: asks when so much of the page has been seen', async ({ page, servePage }) => {
  const { expectQuiet, expectAsked } = await openWaiting(page, servePage, { triggers: { scroll: 60 } }, LONG)
  await expectQuiet('at the top')
  const see = (share: number) => page.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part - innerHeight), share)
  await see(0.55)
  await expectQuiet('after 55 %')
  await see(0.61)
  await expectAsked()
})

test('scroll: asks where the page stays no longer than the window', async ({ page, servePage }) => {
  const { expectAsked } = await openWaiting(page, servePage, { triggers: { scroll: 100 } })
  await expectAsked()
})

test('scroll: takes the empty shell of an application for no page that has been seen', async ({ page, servePage }) => {
  const pass = await stopTheClock(page)
  const isAsking = watchAsking(page)
  const site = await createAsking({ triggers: { scroll: 60 } })
  const fill = `<script>setTimeout(() => { document.querySelector('h1').style.height = '3000px' }, 1000)</script>`
  const { origin } = await servePage(toHtml({ site }).replace('</main>', `</main>${fill}`))
  await page.goto(origin)
  await pass(5000)
  expect(isAsking()).toBe(false)
  await page.evaluate(() => scrollTo(0, 2500))
  await pass(1000)
  await expect(theCard(page)).toBeVisible()
})

test('scroll: follows the element that an application scrolls in the place of its document, and nothing smaller', async ({
  page,
  servePage,
}) => {
  const pass = await stopTheClock(page)
  const isAsking = watchAsking(page)
  const site = await createAsking({ triggers: { scroll: 60 } })
  const style = '<style>html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100vh; overflow: auto }</style>'
  const parts = `<div id="list" style="height: 90px; overflow: auto"><div style="height: 900px">List</div></div>
    <div id="slides" style="height: 90vh; overflow: auto hidden"><div style="height: 10px; width: 9000px">Slides</div></div>${LONG}`
  const { origin } = await servePage(toHtml({ site, head: style }).replace('</h1>', `</h1>${parts}`))
  await page.goto(origin)
  const scroll = (selector: string, left: number, top: number) =>
    page.locator(selector).evaluate((element, to) => element.scrollTo({ left: to[0] ?? 0, top: to[1] ?? 0 }), [left, top])
  await pass(5000)
  await scroll('#list', 0, 900)
  await scroll('#slides', 9000, 0)
  await pass(1000)
  expect(isAsking()).toBe(false)
  await scroll('main', 0, 2600)
  await pass(1000)
  await expect(theCard(page)).toBeVisible()
})

test('exit: asks when the mouse leaves by the upper edge, not by another', async ({ page, servePage }) => {
  const { expectQuiet, expectAsked } = await openWaiting(page, servePage, { triggers: { exit: true } })
  await page.mouse.move(300, 200)
  await page.mouse.move(300, 5)
  await expectQuiet('near the edge')
  await page.mouse.move(-5, 200)
  await page.mouse.move(300, 200)
  await expectQuiet('by the side')
  await page.mouse.move(300, -5)
  await expectAsked()
})

test('click: asks for what was there, came later, or keeps its clicks to itself', async ({ page, servePage }) => {
  const body = '<p class="buy"><b id="inner">Buy</b></p><p id="other">Other</p>'
  const { expectQuiet, expectAsked, origin } = await openWaiting(
    page,
    servePage,
    { triggers: { click: '.buy' }, frequency: { afterShown: 0, afterDismissed: 0 } },
    body,
  )
  await page.locator('#other').click()
  await expectQuiet('beside it')
  await page.locator('#inner').click()
  await expectAsked()

  for (const script of [
    // Stopped on its way down, as early as a page can after Pulso; and on its way up.
    "addEventListener('click', (event) => event.stopImmediatePropagation(), true)",
    "document.querySelector('.buy').addEventListener('click', (event) => event.stopPropagation())",
    "document.querySelector('.buy').outerHTML = '<button class=\"buy\">Later</button>'",
    "document.querySelector('.buy').addEventListener('click', (event) => event.currentTarget.remove())",
  ]) {
    await page.goto(origin)
    await settled(page)
    await page.evaluate(script)
    await page.locator('.buy').click()
    await expectAsked()
  }
})

test('click: a selector that is none costs its own prompt only', async ({ page, servePage }) => {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  const site = await createSite({
    prompts: [
      { id: 'broken', kind: 'nps', touchpoints: ['checkout'], delayMs: 0, triggers: { click: 'p:has(' } },
      { id: 'whole', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, triggers: { click: 'h1' } },
    ],
  })
  await openPage(page, servePage, { site })
  await settled(page)
  await page.locator('h1').click()
  await expect(page.getByRole('radio')).toHaveCount(5)
  expect(complaints).toEqual([])
})

test('event: asks for one of its name with such properties', async ({ page, servePage }) => {
  const where = { plan: ['pro', 'team'], paid: true, seats: 3 }
  const { expectQuiet, expectAsked } = await openWaiting(page, servePage, { triggers: { event: { name: 'ordered', where } } })
  await withPulso(page, (pulso) => {
    pulso.event('ordered')
    pulso.event('order', { plan: 'pro', paid: true, seats: 3 })
    pulso.event('ordered', { plan: 'free', paid: true, seats: 3 })
    pulso.event('ordered', { plan: 'pro', paid: 'true', seats: 3 })
    pulso.event('ordered', { plan: 'pro', paid: true })
  })
  await expectQuiet('events of another kind')
  await withPulso(page, (pulso) => pulso.event('ordered', { plan: 'team', paid: true, seats: 3, more: 'than asked for' }))
  await expectAsked()
})

test('event: is not lost when it is told before the script has come', async ({ page, servePage }) => {
  const site = await createAsking({ triggers: { event: { name: 'ordered', where: { total: 42 } } } })
  const head = "<script>(window.pulso ||= []).push(['event', 'ordered', { total: 42 }])</script>"
  await openPage(page, servePage, { site, head })
  await expect(theCard(page)).toBeVisible()
})

/** Lets the page be seen, or not, as far as it can tell. */
const setHidden = (page: Page, hidden: boolean) =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden })
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (isHidden ? 'hidden' : 'visible') })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

test('dwell: asks after so long on the page, in which it could be seen', async ({ page, servePage }) => {
  const pass = await stopTheClock(page)
  const site = await createAsking({ triggers: { dwell: 30_000 } })
  await openPage(page, servePage, { site })
  await pass(20_000)
  await setHidden(page, true)
  await pass(60_000)
  await setHidden(page, false)
  await pass(9_000)
  await expect(page.locator('pulso-card')).toHaveCount(0)
  await pass(2_000)
  await page.clock.resume()
  await expect(theCard(page)).toBeVisible()
})

const HISTORIES = {
  'the Navigation API': '',
  'its own ears, where there is no Navigation API': "Object.defineProperty(window, 'navigation', { value: undefined })",
}
for (const [name, script] of Object.entries(HISTORIES)) {
  test(`route: follows an application of one page, by ${name}`, async ({ page, servePage }) => {
    await page.addInitScript(script)
    const { expectQuiet, expectAsked } = await openWaiting(page, servePage, {
      triggers: { route: ['/thanks/*', '!/thanks/nobody'] },
      frequency: { afterShown: 0, afterDismissed: 0 },
    })
    await page.evaluate(() => history.pushState({}, '', '/basket'))
    await page.evaluate(() => history.replaceState({}, '', '/thanks/nobody?x=1#y'))
    await expectQuiet('pages of another kind')
    await page.evaluate(() => history.pushState({}, '', '/thanks/42?order=1'))
    await expectAsked()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(theCard(page)).toHaveCount(0)
    // The same page in other words is the same page.
    await page.evaluate(() => history.replaceState({}, '', '/thanks/42#top'))
    await settled(page)
    await expect(page.locator('pulso-card')).toHaveCount(0)
    // Back, and forth: the visitor comes to it again.
    await page.evaluate(() => history.back())
    await page.waitForURL('**/thanks/nobody?x=1#y')
    await page.evaluate(() => history.forward())
    await expectAsked()
  })

  test(`route: asks where the visit begins, by ${name}`, async ({ page, servePage }) => {
    await page.addInitScript(script)
    const site = await createAsking({ triggers: { route: ['/thanks'] } })
    const { origin } = await servePage(toHtml({ site }))
    await page.goto(`${origin}/thanks/`)
    await expect(theCard(page)).toBeVisible()
  })
}

test('route: gives the page its history back, and keeps what others have put around it since', async ({ page, servePage }) => {
  await page.addInitScript(HISTORIES['its own ears, where there is no Navigation API'])
  await page.addInitScript(() => Object.assign(window, { own: [history.pushState, history.replaceState] }))
  const { expectQuiet } = await openWaiting(page, servePage, { triggers: { route: ['/thanks'] } })
  const isOwn = () =>
    page.evaluate(() => {
      const { own } = window as unknown as { own: unknown[] }
      return [history.pushState === own[0], history.replaceState === own[1]]
    })
  expect(await isOwn()).toEqual([false, false])
  await page.evaluate(() => {
    const { pushState } = history
    const calls: string[] = []
    Object.assign(window, { calls })
    history.pushState = function (...args) {
      calls.push(`${args[2]}`)
      return pushState.apply(this, args)
    }
  })
  await withPulso(page, (pulso) => pulso.destroy())
  expect(await isOwn()).toEqual([false, true])
  await page.evaluate(() => history.pushState({}, '', '/thanks'))
  expect(await page.evaluate(() => [location.pathname, (window as unknown as { calls: string[] }).calls])).toEqual(['/thanks', ['/thanks']])
  await expectQuiet('after the end')
})

test('delay: asks nobody who has gone on to another page meanwhile, and says why', async ({ page, servePage }) => {
  const pass = await stopTheClock(page)
  const site = await createAsking({ delayMs: 20_000, rules: { url: ['/'] } })
  await openPage(page, servePage, { site, reaches: 'checkout' })
  await pass(19_000)
  await expect(page.locator('pulso-card')).toBeAttached()
  await page.evaluate(() => history.pushState({}, '', '/elsewhere'))
  await pass(2000)
  await expect(page.locator('pulso-card')).toHaveCount(0)
  expect(await withPulso(page, (pulso) => pulso.explain('checkout'))).toEqual([{ prompt: 'ask', reason: 'url' }])
})

for (const [when, ms] of [
  ['in the same breath as the touchpoint', 0],
  ['long before it is due', 5000],
  ['just before it is due', 19_500],
] as const) {
  test(`cancel: an event calls off what was coming, ${when}`, async ({ page, servePage }) => {
    const pass = await stopTheClock(page)
    const site = await createAsking({ delayMs: 20_000, cancel: 'chat-opened' })
    await openPage(page, servePage, { site })
    await withPulso(page, (pulso) => pulso.event('chat-opened'))
    await withPulso(
      page,
      (pulso, isAtOnce) => {
        pulso.touchpoint('checkout')
        if (isAtOnce) pulso.event('chat-opened')
      },
      ms === 0,
    )
    await pass(ms)
    if (ms > 0) await withPulso(page, (pulso) => pulso.event('chat-opened'))
    const gone = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const watch = (changes: MutationRecord[]) =>
            changes.some(({ removedNodes }) => [...removedNodes].some(({ nodeName }) => nodeName === 'PULSO-CARD')) && resolve()
          new MutationObserver(watch).observe(document.documentElement, { childList: true })
        }),
    )
    await pass(30_000)
    await page.clock.resume()
    // It was prepared, hidden, and is taken away when it is due.
    await gone
    expect(await explain(page, 'checkout')).toEqual(['will-ask'])
    await page.goto('about:blank')
    await expect.poll(() => readReach(site, 'checkout')).toEqual({ reached: 1, eligible: 1, heldBack: { cancelled: 1 } })
  })
}

test('a trigger’s prompt waits for its trigger: reaching its touchpoint by hand asks nothing', async ({ page, servePage }) => {
  const { expectQuiet } = await openWaiting(page, servePage, { triggers: { event: { name: 'ordered' } } })
  await page.evaluate(() => (window as unknown as { pulso: PagePulso }).pulso.touchpoint('checkout'))
  await expectQuiet('after the touchpoint')
})
