import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import type { Site } from '@pulso/protocol'
import { isThere, MAIN_PAGES } from '../examples/dashboard/main-pages.ts'
import { createAdminToken } from './admin-token.ts'
import { build } from './build.ts'
import { CommandError, runCommand } from './fail.ts'
import { bringChromium } from './find-chromium.ts'
import { ManagementClient } from './management-client.ts'
import { findFreePorts, type RunningProduct, startProduct } from './running-product.ts'
import { ROOT } from './workspace.ts'

const FOLDER = join(ROOT, 'docs', 'screenshots')
const SIZES = [
  { width: 1280, height: 860 },
  { width: 390, height: 844 },
]
const THEMES = ['light', 'dark'] as const
const LANGUAGES = ['en', 'es'] as const

/** `npm run screenshots`: pictures of every main page and of the café, of the product with a fresh demo; the README and the docs show them. */
await runCommand(async () => {
  await build()
  const executablePath = await bringChromium()
  const stateFolder = mkdtempSync(join(tmpdir(), 'pulso-'))
  const adminToken = createAdminToken()
  const product = await startProduct({ ports: await findFreePorts(), stateFolder, adminToken })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const site = await new ManagementClient(product.pulsoOrigin, adminToken).findSite('cafe')
    if (!site) throw new CommandError('the product has no café to be looked at.')
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    await takeDashboard(browser, product, site, adminToken)
    await takeCafe(browser, product)
  } finally {
    await browser.close()
    await product.end('SIGTERM')
    rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
  }
  console.log(`The pictures are in ${FOLDER}: look at them before they are committed.`)
})

/** `PAGE-LANGUAGE-THEME-WIDTH.png` of each page. */
async function takeDashboard(browser: Browser, product: RunningProduct, site: Site, adminToken: string): Promise<void> {
  const client = new ManagementClient(product.pulsoOrigin, adminToken)
  for (const locale of LANGUAGES) {
    const context = await browser.newContext({ locale, reducedMotion: 'reduce', deviceScaleFactor: 1 })
    const page = await signIn(context, await client.createSignInLink())
    for (const { name, toPath } of MAIN_PAGES) {
      for (const size of SIZES) {
        await page.setViewportSize(size)
        await page.goto(`${product.pulsoOrigin}${toPath(site)}`)
        await page.waitForFunction(isThere)
        await page.waitForLoadState('networkidle')
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          await page.screenshot({ path: join(FOLDER, `${name}-${locale}-${colorScheme}-${size.width}.png`) })
        }
      }
    }
    await context.close()
  }
}

async function signIn(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(link)
  await page.waitForURL(/\/sites\//)
  return page
}

async function takeCafe(browser: Browser, product: RunningProduct): Promise<void> {
  for (const colorScheme of THEMES) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'es', colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    // The cup's printed address: the shortest way to a question.
    await page.goto(`${product.cafeOrigin}/cup`)
    await page.getByRole('radiogroup').waitFor()
    await page.screenshot({ path: join(FOLDER, `cafe-${colorScheme}.png`) })
    await context.close()
  }
}
