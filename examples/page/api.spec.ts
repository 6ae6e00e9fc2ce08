import type { Page } from '@playwright/test'
import { createSite, expect, readReport, storedResponses, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { expectAnswer, openPage, theCard, thePoint, toHtml } from './open-page.ts'

/** Waits until the page's Pulso is there, then does something with it. */
async function withPulso<Result>(
  page: Page,
  act: (pulso: Record<string, (...args: unknown[]) => unknown>) => Result,
): Promise<Awaited<Result>> {
  await page.waitForFunction(() => 'touchpoint' in ((window as unknown as { pulso?: object }).pulso ?? {}))
  return page.evaluate(`(${act})(window.pulso)`) as Promise<Awaited<Result>>
}

const ASKING = { prompts: [{ id: 'ask', kind: 'csat' as const, touchpoints: ['checkout'], delayMs: 0 }] }

test('tells what happens, never what was written, and explains why it asks nothing more', async ({ page, servePage }) => {
  const site = await createSite(ASKING)
  await openPage(page, servePage, { site })
  await withPulso(page, (pulso) => {
    const told: unknown[] = []
    Object.assign(window, { told })
    for (const name of ['shown', 'answered', 'completed']) pulso['on']?.(name, (detail: object) => told.push({ name, ...detail }))
    pulso['touchpoint']?.('checkout')
  })
  await thePoint(page, '4 out of 5').click()
  await page.getByRole('textbox').fill('A secret')
  await page.getByRole('button', { name: 'Send' }).click()
  await expectAnswer(site, { state: 'completed' })
  const told = await page.evaluate(() => (window as unknown as { told: unknown[] }).told)
  expect(told).toMatchObject([
    { name: 'shown', prompt: 'ask' },
    { name: 'answered', score: 4 },
    { name: 'completed', touchpoint: 'checkout' },
  ])
  expect(JSON.stringify(told)).not.toContain('secret')
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await withPulso(page, (pulso) => [pulso['explain']?.('checkout'), pulso['explain']?.('nowhere')])).toEqual([
    [{ prompt: 'ask', reason: 'after-answered' }],
    [{ prompt: null, reason: 'no-prompt' }],
  ])
})

test('leads a conversation without drawing anything', async ({ page, servePage }) => {
  const site = await createSite(ASKING)
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await openPage(page, servePage, { site, lang: 'es' })
  const question = await withPulso(page, async (pulso) => {
    const prompt = (await pulso['headless']?.('csat', { touchpoint: 'checkout' })) as {
      wording: { question: string }
      choose(score: number): void
      write(text: string): void
      next(): void
    }
    prompt.choose(5)
    prompt.write('Sin dibujo')
    prompt.next()
    return prompt.wording.question
  })
  expect(question).toBe('¿Cómo valoras tu experiencia con Corner Shop?')
  await expectAnswer(site, { score: 5, comment: 'Sin dibujo', state: 'completed' })
  expect(fetched.filter((url) => url.endsWith('/ui.js'))).toEqual([])
})

test('asks, keeps and sends nothing before consent, then what was reached meanwhile', async ({ page, servePage }) => {
  const site = await createSite({ ...ASKING, consent: 'pending' })
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await openPage(page, servePage, { site, reaches: 'checkout' })
  const reasons = await withPulso(page, (pulso) => {
    pulso['ask']?.('ask', { touchpoint: 'checkout' })
    return pulso['explain']?.('checkout')
  })
  expect(reasons).toEqual([{ prompt: 'ask', reason: 'consent' }])
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  await expect(theCard(page)).toHaveCount(0)
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  expect(sent).toEqual([])
  await withPulso(page, (pulso) => void pulso['consent']?.('granted'))
  await expect(theCard(page)).toBeVisible()
})

test('keeps nothing on the device when memory is all it may use', async ({ page, servePage }) => {
  const site = await createSite(ASKING)
  const configure = "<script>(window.pulso ||= []).push(['configure', { storage: 'memory' }])</script>"
  await openPage(page, servePage, { site, reaches: 'checkout', head: configure })
  await thePoint(page, '4 out of 5').click()
  await expectAnswer(site, { score: 4 })
  expect(await page.evaluate(async () => [Object.keys(localStorage), await indexedDB.databases()])).toEqual([[], []])
})

test('leaves a visitor alone for days, and forgets that again', async ({ page, servePage }) => {
  const site = await createSite(ASKING)
  await openPage(page, servePage, { site })
  const explain = () => withPulso(page, (pulso) => pulso['explain']?.('checkout'))
  await withPulso(page, (pulso) => void pulso['snooze']?.(3))
  await expect.poll(explain).toEqual([{ prompt: 'ask', reason: 'snoozed' }])
  await withPulso(page, (pulso) => void pulso['reset']?.())
  await expect.poll(explain).toEqual([{ prompt: 'ask', reason: 'will-ask' }])
})

test('counts who came by and why they were not asked, also when nobody was', async ({ page, servePage }) => {
  const site = await createSite({
    prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, rules: { url: ['/nowhere'] } }],
  })
  await openPage(page, servePage, { site, reaches: 'checkout' })
  expect(await withPulso(page, (pulso) => pulso['explain']?.('checkout'))).toEqual([{ prompt: 'ask', reason: 'url' }])
  await page.evaluate(() =>
    new Promise((resolve) => setTimeout(resolve, 0)).then(() => new Promise((resolve) => requestIdleCallback(resolve))),
  )
  await page.goto('about:blank')
  const reached = async () =>
    (await readReport(site, 'days=1&environment=test')).stages[0]?.touchpoints.map(({ reached, eligible, heldBack }) => ({
      reached,
      eligible,
      heldBack,
    }))
  await expect.poll(reached).toEqual([{ reached: 1, eligible: 0, heldBack: { url: 1 } }])
})

test('runs from the copy that never changes, its chunks checked by their hashes', async ({ page, servePage }) => {
  const site = await createSite(ASKING)
  const { path, integrity } = (await (await fetch(`${PULSO_URL}/widget/integrity.json`)).json()) as { path: string; integrity: string }
  const tag = `<script async crossorigin="anonymous" integrity="${integrity}" src="${PULSO_URL}${path}?site=${site.siteKey}"></script>`
  const html = toHtml({ site, reaches: 'checkout' }).replace(/<script async.*?<\/script>/, tag)
  const { origin } = await servePage(html)
  await page.goto(origin)
  await thePoint(page, '5 out of 5').click()
  await expectAnswer(site, { score: 5 })
})

test('shows on the page what it would do, for who installs it', async ({ page, servePage }) => {
  const site = await createSite({ prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0, rules: { sample: 0 } }] })
  const { origin } = await servePage(toHtml({ site }))
  await page.goto(`${origin}/?pulso_debug=1`)
  await expect(page.getByRole('region', { name: 'Pulso' })).toContainText('sample')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('pulso-debug')).toHaveCount(0)
  expect(await storedResponses(site)).toEqual([])
})
