import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PATHS } from '@pulso/protocol'
import { expectAnswer, thePoint } from '../page/open-page.ts'
import { createSite, expect, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { HOSTS, type Host, INSTALL_PATHS, type InstallPath } from './hosts.ts'
import { serveHost, toHostPage } from './serve-host.ts'
import { type WatchedWindow, watchPage } from './what-is-left.ts'

const countLeft = (page: Page) => page.evaluate(() => (window as unknown as WatchedWindow).watched.count())

// Every host by one of the ways in turn, so that each way meets a quarter of them; all by all with PULSO_HOSTS=all.
const cases = HOSTS.flatMap((host, index) => {
  const paths = INSTALL_PATHS.filter((path) => !host.without?.[path])
  return paths
    .filter((_, turn) => process.env['PULSO_HOSTS'] === 'all' || turn === index % paths.length)
    .map((path) => [host, path] as const)
})

/** What a page says aloud or fails at. */
function listenTo(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  return complaints
}

/** The layout moves when something comes into the flow of a page: of what lies below, these pages have something. */
const hasMoreBelow = (host: Host, path: InstallPath) => /element|react/.test(path) && !!host.body

for (const [host, path] of cases) {
  test(`${host.name}, by ${path}`, async ({ browser }, { annotations }) => {
    const site = await createSite({ prompts: [{ id: 'checkout', kind: 'nps', touchpoints: ['checkout'], delayMs: 0 }] })
    const { origin, end } = await serveHost(host, toHostPage(host, path, site), toHostPage(host, path, null))
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...host.context })
    try {
      await context.addInitScript(watchPage)
      const bare = await context.newPage()
      const ownComplaints = listenTo(bare)
      await bare.goto(`${origin}/without`)
      const page = await context.newPage()
      const complaints = listenTo(page)
      await page.goto(origin)

      const card = page.locator('pulso-card .card')
      await expect(card).toBeVisible()
      await expect(card).toContainText('¿Con qué probabilidad recomendarías Corner Shop')
      await page.keyboard.press('F6')
      await page.keyboard.press('9')
      await expect(page.locator('pulso-card textarea')).toBeFocused()
      await page.keyboard.type('Con «comillas» y ñ')
      await page.keyboard.press('Control+Enter')
      await expect(card).toContainText('¡Gracias!')
      await expectAnswer(site, { score: 9, comment: 'Con «comillas» y ñ', state: 'completed', locale: 'es', touchpoint: 'checkout' })
      await host.after?.(page)

      const { violations, shift, longTasksMs } = await page.evaluate(() => (window as unknown as WatchedWindow).watched.seen)
      expect(violations).toEqual([])
      if (!hasMoreBelow(host, path)) expect(shift).toBe(0)
      // Told, not judged: how long a task takes is for the bench, on a machine that does nothing else.
      if (longTasksMs.length > 0) annotations.push({ type: 'long tasks', description: longTasksMs.map((ms) => `${ms} ms`).join(', ') })

      await page.evaluate(() => dispatchEvent(new Event('goodbye')))
      await expect(page.locator('pulso-card')).toHaveCount(0)
      const without = await countLeft(bare)
      const isGlobal = path === 'script' || path === 'element'
      await expect.poll(() => countLeft(page)).toEqual({ ...without, globals: [...without.globals, ...(isGlobal ? ['pulso'] : [])].sort() })
      expect(complaints).toEqual(ownComplaints)
    } finally {
      await context.close()
      end()
    }
  })
}

test('the documented tag-manager snippet: ES5, no attributes, a touchpoint told before the script has come', async ({
  page,
  servePage,
}) => {
  const site = await createSite({ prompts: [{ id: 'checkout', kind: 'csat', touchpoints: ['checkout'], delayMs: 0 }] })
  const documented = /```html\n(<script>.*?<\/script>)/s.exec(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'))?.[1] ?? ''
  const snippet = documented.replace('https://YOUR-PULSO-HOST/w/YOUR-SITE-KEY.js', `${PULSO_URL}${PATHS.siteScript(site.siteKey)}`)
  expect(snippet).toContain(site.siteKey)
  expect(snippet).not.toMatch(/=>|\b(let|const)\b|`/)
  const touchpoint = "<script>window.pulso.push(['touchpoint', 'checkout'])</script>"
  const { origin } = await servePage(
    `<!doctype html><html lang="es"><head><title>Shop</title>${snippet}${touchpoint}</head><body></body></html>`,
  )
  await page.goto(origin)
  await thePoint(page, '5 de 5').click()
  await expectAnswer(site, { score: 5, state: 'answered' })
})
