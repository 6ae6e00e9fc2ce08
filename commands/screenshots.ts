import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { createAdminToken } from './admin-token.ts'
import { build } from './build.ts'
import { CommandError, runCommand } from './fail.ts'
import { bringChromium } from './find-chromium.ts'
import { findFreePorts, type RunningProduct, startProduct } from './running-product.ts'
import { ROOT } from './workspace.ts'

const FOLDER = join(ROOT, 'docs', 'screenshots')
const SIZE = { width: 1280, height: 860 }

/** `npm run screenshots`: the README's pictures, of the product with a fresh demo. */
await runCommand(async () => {
  await build()
  const executablePath = await bringChromium()
  const stateFolder = mkdtempSync(join(tmpdir(), 'pulso-'))
  const product = await startProduct({ ports: await findFreePorts(), stateFolder, adminToken: createAdminToken() })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  mkdirSync(FOLDER, { recursive: true })
  try {
    await takeDashboard(browser, product)
    await takeCafe(browser, product)
  } finally {
    await browser.close()
    await product.end('SIGTERM')
    rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
  }
  console.log(`The pictures are in ${FOLDER}: look at them before they are committed.`)
})

async function takeDashboard(browser: Browser, product: RunningProduct): Promise<void> {
  const link = product.output.match(/http:\S+\/sign-in#\S+/)?.[0]
  if (!link) throw new CommandError('the product printed no sign-in link.')
  const context = await browser.newContext({ viewport: SIZE, locale: 'en', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(link)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(`${product.pulsoOrigin}/?days=90`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(FOLDER, `dashboard-${colorScheme}.png`) })
  }
  await context.close()
}

async function takeCafe(browser: Browser, product: RunningProduct): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: SIZE, locale: 'es', colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    // The cup's printed address: the shortest way to a question.
    await page.goto(`${product.cafeOrigin}/cup`)
    await page.getByRole('radiogroup').waitFor()
    await page.screenshot({ path: join(FOLDER, `cafe-${colorScheme}.png`) })
    await context.close()
  }
}
