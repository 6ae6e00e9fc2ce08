import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { theCard, thePoint } from '../page/open-page.ts'
import { answersStored, test as base, createSite, expect } from '../product.ts'
import { HOSTS } from './hosts.ts'
import { serveHost, toHostPage } from './serve-host.ts'
import { type WatchedWindow, watchPage } from './what-is-left.ts'

/** An application in React's strict mode that asks by the hook, and what it fetched of Pulso. */
const test = base.extend<{ app: { site: Awaited<ReturnType<typeof createSite>>; fetched: string[] } }>({
  app: async ({ page }, use) => {
    const site = await createSite({
      prompts: [
        { id: 'csat', kind: 'csat', touchpoints: ['checkout'], delayMs: 0 },
        { id: 'thumbs', kind: 'thumbs', touchpoints: [] },
      ],
    })
    const [plain] = HOSTS
    if (!plain) throw new Error('there is no plain host')
    const html = toHostPage(plain, 'react', site).replace('/bundle/react.js', '/bundle/hook.js').replace('lang="es"', 'lang="en"')
    const { origin, end } = await serveHost(plain, html)
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    await page.addInitScript(watchPage)
    await page.goto(origin)
    await use({ site, fetched })
    end()
  },
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('usePulso: one Pulso for all that use it, in strict mode, until the last has gone', async ({ page, app }) => {
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await press(page, 'Ask first')
  await expect(theCard(page)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await press(page, 'Toggle first')
  // The other one is still here, so Pulso is too.
  await press(page, 'Ask second')
  await thePoint(page, '4 out of 5').click()
  await answersStored(app.site, 1)
  await press(page, 'Toggle second')
  // With the last of them it ends, and what is on the screen goes with it.
  await expect(page.locator('pulso-card')).toHaveCount(0)
  await press(page, 'Toggle first')
  await press(page, 'Ask first')
  await expect(theCard(page)).toBeVisible()
  // Strict mode mounts twice, two components use it: once at the beginning, and once after it had ended.
  expect(app.fetched.filter((path) => path === `/w/${app.site.siteKey}.json`)).toHaveLength(2)
  expect(complaints).toEqual([])
})

test('usePulso: follows its options, and one Pulso more than once mounted speaks one language', async ({ page, app: _ }) => {
  await press(page, 'Speak Spanish')
  await press(page, 'Ask second')
  await expect(theCard(page)).toContainText('¿Cómo valoras tu experiencia con Corner Shop?')
})

test('<PulsoPrompt>: one question in its element, gone with it, back with it, nothing left at the end', async ({ page, app }) => {
  const card = page.locator('.place pulso-card .card')
  for (const _ of [1, 2, 3]) {
    await press(page, 'Toggle prompt')
    await expect(card).toBeVisible()
    await expect(page.locator('pulso-card')).toHaveCount(1)
    await press(page, 'Toggle prompt')
    await expect(page.locator('pulso-card')).toHaveCount(0)
  }
  await press(page, 'Toggle prompt')
  await page.getByRole('radio', { name: /^Thumbs up/ }).click()
  expect(await answersStored(app.site, 1)).toEqual([expect.objectContaining({ kind: 'thumbs', score: 1, touchpoint: 'checkout' })])
  await page.evaluate(() => dispatchEvent(new Event('goodbye')))
  await expect(page.locator('pulso-card')).toHaveCount(0)
  const left = () =>
    page.evaluate(async () => {
      const { timers, intervals, observers, locks, listeners } = await (window as unknown as WatchedWindow).watched.count()
      // React and Playwright listen too; these are what Pulso listens to.
      const ours = listeners.filter((one) =>
        /^(Window|HTMLDocument) (keydown|focusin|pagehide|online|visibilitychange|scrollend)|MediaQueryList|VisualViewport/.test(one),
      )
      return { timers, intervals, observers: observers.filter((one) => one === 'ResizeObserver'), locks, ours }
    })
  await expect.poll(left).toEqual({ timers: 0, intervals: 0, observers: [], locks: 0, ours: [] })
})

test('the React entry is safe in a server component: plain Node imports it, renders it, and ends', async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `globalThis.fetch = () => { throw new Error('a server was made to fetch') }
      const before = Object.keys(globalThis).join()
      const { PulsoPrompt, usePulso } = await import('@pulso/widget/react')
      const { createElement } = await import('react')
      const { renderToString } = await import('react-dom/server')
      const App = () => createElement('p', null, String(usePulso({ siteKey: 'pk_demo_cafe', host: 'http://127.0.0.1:1' })),
        createElement(PulsoPrompt, { siteKey: 'pk_demo_cafe', host: 'http://127.0.0.1:1', touchpoint: 'checkout', className: 'place' }))
      console.log(renderToString(createElement(App)))
      console.log(String(before === Object.keys(globalThis).join()))`,
    ],
    { cwd: import.meta.dirname, timeout: 20_000 },
  )
  expect(stderr).toBe('')
  expect(stdout.trim().split('\n')).toEqual(['<p>undefined<div class="place"></div></p>', 'true'])
})
