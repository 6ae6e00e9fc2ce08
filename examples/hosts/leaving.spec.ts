import type { Page } from '@playwright/test'
import { MODES, type SiteDefinitionInput } from '@pulso/protocol'
import { theCard, toHtml } from '../page/open-page.ts'
import { settled, withPulso } from '../page/page-pulso.ts'
import { createSite, expect, type ServePage, test } from '../product.ts'
import { type WatchedWindow, watchPage } from './what-is-left.ts'

type PromptInput = SiteDefinitionInput['prompts'][number]

const count = (page: Page) => page.evaluate(() => (window as unknown as WatchedWindow).watched.count())

/** Opens the page, and one like it without Pulso. The result ends Pulso, and expects the two to be alike then. */
async function openWatched(page: Page, html: string, servePage: ServePage): Promise<() => Promise<void>> {
  const { origin } = await servePage(html)
  const { origin: originWithout } = await servePage(html.replace(/<script async.*?<\/script>/, ''))
  await page.context().addInitScript(watchPage)
  const bare = await page.context().newPage()
  await bare.goto(originWithout)
  // Playwright listens to what it waits for in, here as there.
  await bare.waitForFunction(() => document.readyState === 'complete')
  await page.goto(`${origin}/?pulso_debug=1`)
  await settled(page)
  return async () => {
    const without = await count(bare)
    await withPulso(page, (pulso) => {
      pulso.destroy()
      pulso.touchpoint('checkout')
      pulso.event('ordered')
      pulso.destroy()
    })
    await expect.poll(() => count(page)).toEqual({ ...without, globals: [...without.globals, 'pulso'].sort() })
  }
}

const EVERY_TRIGGER: PromptInput['triggers'] = {
  scroll: 100,
  exit: true,
  click: '.buy',
  dwell: 60_000,
  event: { name: 'ordered' },
  route: ['/thanks'],
}
const LONG = '<div style="height: 3000px">Long</div>'

for (const history of ['with the Navigation API', 'without']) {
  test(`all triggers waiting, a prompt coming and the debug panel open: nothing is left, ${history}`, async ({ page, servePage }) => {
    if (history === 'without') await page.addInitScript("Object.defineProperty(window, 'navigation', { value: undefined })")
    const site = await createSite({
      prompts: [
        { id: 'waiting', kind: 'csat', touchpoints: ['checkout'], triggers: EVERY_TRIGGER },
        { id: 'coming', kind: 'nps', touchpoints: ['checkout'], delayMs: 1900 },
      ],
    })
    const end = await openWatched(page, toHtml({ site }).replace('</h1>', `</h1>${LONG}`), servePage)
    await expect(page.getByRole('region', { name: 'Pulso' })).toBeVisible()
    expect((await count(page)).listeners.length).toBeGreaterThan(5)
    await withPulso(page, (pulso) => pulso.touchpoint('checkout'))
    await expect(page.locator('pulso-card')).toBeAttached()
    await end()
  })
}

for (const mode of MODES) {
  test(`${mode}: in the middle of the conversation, nothing is left`, async ({ page, servePage }) => {
    const prompt = {
      id: 'ask',
      kind: mode === 'tab' ? 'text' : 'stars',
      mode,
      target: 'main',
      touchpoints: ['checkout'],
      delayMs: 0,
    } as PromptInput
    const site = await createSite({ look: { accent: '#b00020' }, prompts: [prompt] })
    const end = await openWatched(page, toHtml({ site }), servePage)
    await withPulso(page, (pulso) => pulso.touchpoint('checkout'))
    if (mode === 'tab') {
      await page.getByRole('button', { name: 'Feedback' }).click()
      await page.getByRole('textbox').fill('Half a')
    } else {
      await expect(page.locator('pulso-card .card')).toBeVisible()
      await page.keyboard.press('F6')
      await page.keyboard.press('3')
      await page.keyboard.type('Half a')
    }
    await end()
  })
}

test('destroyed while what asks is still on its way: nothing is left when it arrives', async ({ page, servePage }) => {
  const site = await createSite({})
  let answer: (() => Promise<void>) | undefined
  await page.route('**/widget/*/asking.js', (route) => {
    answer = () => route.continue()
  })
  const end = await openWatched(page, toHtml({ site }), servePage)
  await page.getByRole('button', { name: 'Close' }).click()
  await withPulso(page, (pulso) => pulso.touchpoint('checkout'))
  await expect.poll(() => answer).toBeTruthy()
  await end()
  await answer?.()
  await settled(page)
  await end()
  await expect(theCard(page)).toHaveCount(0)
})
