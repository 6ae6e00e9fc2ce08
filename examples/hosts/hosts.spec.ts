import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PATHS } from '@pulso/protocol'
import { expectAnswer, thePoint } from '../page/open-page.ts'
import { createSite, expect, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { HOSTS, INSTALL_PATHS } from './hosts.ts'
import { serveHost, toHostPage } from './serve-host.ts'

/** Everything there is to see of what a page complains about, from before its first script. */
function watch(): void {
  const seen = { shift: 0, violations: [] as string[], globals: new Set(Object.getOwnPropertyNames(window)), timers: new Set<unknown>() }
  Object.assign(window, { seenByTest: seen })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    seen.violations.push(`${violatedDirective} ${blockedURI}`),
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
      if (!hadRecentInput) seen.shift += value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

type Seen = Window & { seenByTest: { shift: number; violations: string[]; globals: Set<string> }; pulso?: object }

// Every host by the script tag, and by one of the other ways in turn; all by all with PULSO_HOSTS=all.
const others = INSTALL_PATHS.filter((path) => path !== 'script')
const cases = HOSTS.flatMap((host, index) =>
  INSTALL_PATHS.filter((path) => process.env['PULSO_HOSTS'] === 'all' || path === 'script' || path === others[index % others.length])
    .filter((path) => !host.without?.[path])
    .map((path) => [host, path] as const),
)

for (const [host, path] of cases) {
  test(`${host.name}, by ${path}`, async ({ browser }) => {
    const site = await createSite({ prompts: [{ id: 'checkout', kind: 'nps', touchpoints: ['checkout'], delayMs: 0 }] })
    const { origin, end } = await serveHost(host, toHostPage(host, path, site))
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...host.context })
    try {
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
      await page.addInitScript(watch)
      await page.goto(origin)

      const isInline = path === 'element' || path === 'react'
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

      const { violations, shift, added } = await page.evaluate(() => {
        const { seenByTest } = window as unknown as Seen
        const added = Object.getOwnPropertyNames(window).filter((name) => !seenByTest.globals.has(name))
        return { violations: seenByTest.violations, shift: seenByTest.shift, added }
      })
      expect(violations).toEqual([])
      if (path === 'script') expect(shift).toBe(0)
      const own = ['seenByTest', 'pulso', ...(host.head || host.scripts ? added.filter((name) => name !== 'pulso') : [])]
      expect(added.filter((name) => !own.includes(name))).toEqual([])
      expect(complaints).toEqual([])

      await page.evaluate(() => dispatchEvent(new Event('goodbye')))
      await expect(page.locator('pulso-card')).toHaveCount(0)
      if (isInline) await expect(page.locator('main')).toBeAttached()
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
