import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { createAdminToken } from '../../commands/admin-token.ts'
import { startLocalWorker } from '../../commands/local-worker.ts'
import { ManagementClient } from '../../commands/management-client.ts'
import { findFreePorts } from '../../commands/running-product.ts'
import { writePlanted } from '../../commands/write-planted.ts'
import { isThere, MAIN_PAGES, type MainPage } from '../../examples/dashboard/main-pages.ts'
import { createPlantedHistory } from '../../examples/planted/history.ts'
import { toPlantedSite } from '../../examples/planted/site.ts'
import { measureByLighthouse } from './measure-by-lighthouse.ts'

/** What one page of the dashboard costs who opens it. */
export interface PageMeasurement {
  name: string
  /** From asking for the page, with nothing of it kept from before, until it can be used, in milliseconds. One of each run. */
  interactiveMs: number[]
  /** The most rows that any of its requests read, by the request's path. */
  rowsRead: Record<string, number>
  /** Of Lighthouse, from 0 to 100; null when that was not asked for. */
  lighthouse: Record<string, number> | null
}

interface DashboardOptions {
  responses: number
  runs: number
  executablePath: string
  isLighthouseWanted: boolean
  say(text: string): void
}

const DAYS = 365
const SITE = 'bench'

/** Opens every page of a site with that many responses, and looks at when each can be used. */
export async function measureDashboard(options: DashboardOptions): Promise<PageMeasurement[]> {
  const { responses, runs, executablePath, say } = options
  const stateFolder = mkdtempSync(join(tmpdir(), 'pulso-bench-'))
  const adminToken = createAdminToken()
  const start = async () =>
    startLocalWorker({
      port: (await findFreePorts()).pulso,
      stateFolder,
      adminToken,
      entry: 'test/measured-worker.ts',
      isAlone: true,
      variables: { PULSO_RATE_LIMITS: 'off' },
    })
  try {
    let worker = await start()
    const site = await new ManagementClient(worker.origin, adminToken).saveSite(SITE, toPlantedSite({ name: 'Bench' }))
    await worker.destroy()
    const history = createPlantedHistory({ now: Date.now(), responses, days: DAYS, seed: 1 })
    const onProgress = (written: number) => void (written % 500_000 === 0 && say(`${written} of ${responses}`))
    writePlanted({ stateFolder, siteId: SITE, responses: history.responses, onProgress })
    worker = await start()
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    try {
      const measurements = MAIN_PAGES.map(({ name }): PageMeasurement => ({ name, interactiveMs: [], rowsRead: {}, lighthouse: null }))
      for (let run = 0; run <= runs; run += 1) {
        say(run === 0 ? 'warming up' : `run ${run} of ${runs}`)
        for (const [place, page] of MAIN_PAGES.entries()) {
          const measurement = measurements[place]
          if (!measurement) continue
          const link = await new ManagementClient(worker.origin, adminToken).createSignInLink()
          const interactiveMs = await open(browser, link, page, site, measurement)
          if (run > 0) measurement.interactiveMs.push(interactiveMs)
        }
      }
      if (options.isLighthouseWanted) {
        for (const [place, page] of MAIN_PAGES.entries()) {
          say(`Lighthouse: ${page.name}`)
          const context = await signIn(browser, await new ManagementClient(worker.origin, adminToken).createSignInLink())
          const cookies = await context.cookies()
          await context.close()
          const measurement = measurements[place]
          if (!measurement) continue
          const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
          measurement.lighthouse = await measureByLighthouse(`${worker.origin}${page.toPath(site)}`, cookie, executablePath)
        }
      }
      return measurements
    } finally {
      await browser.close()
      await worker.destroy()
    }
  } finally {
    rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function signIn(browser: Browser, link: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 860 } })
  const page = await context.newPage()
  await page.goto(link)
  await page.waitForURL(/\/sites\//)
  await page.close()
  return context
}

/** Opens a page in a browser that has never seen it. @returns milliseconds until it could be used */
async function open(
  browser: Browser,
  link: string,
  { toPath }: MainPage,
  site: Parameters<MainPage['toPath']>[0],
  measurement: PageMeasurement,
): Promise<number> {
  const context = await signIn(browser, link)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  page.on('response', (response) => {
    const read = response.headers()['pulso-rows-read']
    if (read === undefined) return
    const { pathname } = new URL(response.url())
    measurement.rowsRead[pathname] = Math.max(measurement.rowsRead[pathname] ?? 0, Number(read))
  })
  await page.addInitScript(isThereSource)
  await page.goto(`${new URL(link).origin}${toPath(site)}`, { waitUntil: 'commit' })
  const tookMs = await untilAnswering(page)
  await context.close()
  return tookMs
}

const isThereSource = `globalThis.isThere = ${isThere.toString()}`

/** When the page is there and its main thread has drawn a frame after it, by the page's own clock. */
function untilAnswering(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          const { isThere } = globalThis as unknown as { isThere: () => boolean }
          // A task after a frame: whatever was to be done first has been done, and a press of a key would be heard.
          if (isThere()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
}
