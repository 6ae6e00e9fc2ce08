import { type BrowserContext, chromium, type Page, type Route } from '@playwright/test'
import { PATHS } from '@pulso/protocol'
import { answerHeadless } from './many-tabs.ts'
import type { TortureRow } from './row.ts'
import { CHROMIUM_ARGUMENTS, openShop, type Shop } from './shop.ts'

const HOUR_MS = 3_600_000
const STEP_MS = 10_000
const TABS = 3
const LONGEST_AVERAGE = 30

const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'Retry-After' }
const OUTAGES: Record<string, (route: Route) => Promise<void>> = {
  offline: (route) => route.abort('internetdisconnected'),
  '429': (route) => route.fulfill({ status: 429, headers: { ...CORS, 'retry-after': '20' }, body: '{}' }),
  '503': (route) => route.fulfill({ status: 503, headers: { ...CORS, 'retry-after': '5' }, body: '{}' }),
}

/** A day without the worker, under a clock that is turned by hand, while visitors answer and go from page to page in several tabs. */
export const outageRow: TortureRow = {
  name: 'outage',
  promise: 'outage',
  goal: '100 % delivered after 24 h offline, of 429 and of 503; ≤ 1 request per 30 s on average',
  async run({ isQuick, stage, note }) {
    const hours = isQuick ? 1 : 24
    const kinds = isQuick ? ['503'] : Object.keys(OUTAGES)
    const figures: string[] = []
    let isMet = true
    for (const kind of kinds) {
      const shop = await openShop(stage)
      const browser = await chromium.launch({ executablePath: await stage.chromium(), args: CHROMIUM_ARGUMENTS })
      try {
        const context = await browser.newContext({ locale: 'en' })
        const { given, requests, lost } = await live(context, shop, OUTAGES[kind] ?? OUTAGES['offline'], hours, (hour) =>
          note(`${kind}, ${hour} of ${hours} h`),
        )
        const seconds = Math.round((hours * 3600) / Math.max(1, requests))
        figures.push(`${kind}: ${given - lost} of ${given}, one request per ${seconds} s`)
        isMet &&= lost === 0 && requests > 0 && seconds >= LONGEST_AVERAGE
      } finally {
        await browser.close()
        await shop.page.destroy()
      }
    }
    return { measured: figures.join('; '), isMet, detail: { 'hours of each': hours, tabs: TABS } }
  },
}

async function live(
  context: BrowserContext,
  shop: Shop,
  fail: ((route: Route) => Promise<void>) | undefined,
  hours: number,
  onHour: (hour: number) => void,
) {
  let requests = 0
  let underway = 0
  await context.route(`**${PATHS.responses}`, async (route) => {
    requests++
    underway++
    // A page that is being left does not hear the answer any more.
    await fail?.(route).catch(() => {})
    underway--
  })
  await context.clock.install()
  await context.clock.pauseAt(Date.now() + 60_000)
  const tabs: Page[] = []
  for (let tab = 0; tab < TABS; tab++) tabs.push(await context.newPage())
  const view = async (tab: Page | undefined) => {
    await tab?.goto(`${shop.page.origin}/quiet`)
  }
  /** In steps, because what a page does after a request comes only when that has failed. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += STEP_MS) {
      await context.clock.runFor(STEP_MS)
      while (underway > 0) await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }
  for (const tab of tabs) await view(tab)
  const given: string[] = []
  for (let hour = 0; hour < hours; hour++) {
    const tab = tabs[hour % TABS]
    if (hour % 4 === 3) await view(tab)
    given.push(`hour ${hour}`)
    await context.clock.resume()
    if (tab) await answerHeadless(tab, given.slice(-1))
    await context.clock.pauseAt(await (tabs[0] as Page).evaluate(() => Date.now() + 1000))
    await pass(HOUR_MS)
    onHour(hour + 1)
  }
  const during = requests
  await context.unroute(`**${PATHS.responses}`)
  await pass(HOUR_MS / 10)
  return { given: given.length, requests: during, lost: (await shop.missing(given)).length }
}
