import { answersStored, expect, test } from '../product.ts'
import { createPageSite, openPage, stopTheClock, theCard, thePoint } from './open-page.ts'

/** The page as its own scripts see Pulso. */
interface PulsoPage {
  pulso: { touchpoint(key: unknown): void; ask(what: unknown, options?: unknown): void; push(...calls: unknown[]): void }
}

test('loads nothing but the script until there is something to ask', async ({ page, servePage }) => {
  const site = await createPageSite()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await openPage(page, servePage, { site })
  await page.waitForFunction(() => 'touchpoint' in ((window as unknown as PulsoPage).pulso ?? {}))
  await page.evaluate(() => (window as unknown as PulsoPage).pulso.touchpoint('nowhere'))
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/', `/w/${site.siteKey}.js`])
})

test('asks every kind in the language of the page', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'three-faces', lang: 'es-MX' })
  await expect(page.getByRole('radiogroup', { name: '¿Cómo te sientes ahora mismo?' })).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(3)
  await expect(thePoint(page, '1 de 3')).toHaveAccessibleName('1 de 3, Muy mal')
  await expect(thePoint(page, '2 de 3')).toHaveAccessibleName('2 de 3')
})

test('speaks the language the page configures, or else the browser’s', async ({ browser, servePage }) => {
  const site = await createPageSite()
  const context = await browser.newContext({ locale: 'es-AR' })
  const page = await context.newPage()
  const configure = "<script>(window.pulso ||= []).push(['configure', { locale: 'en' }])</script>"
  await openPage(page, servePage, { site, reaches: 'csat', lang: 'es', head: configure })
  await expect(theCard(page)).toContainText('How was your experience with Corner Shop?')
  await openPage(page, servePage, { site, reaches: 'csat', lang: '' })
  await expect(theCard(page)).toContainText('¿Cómo valoras tu experiencia con Corner Shop?')
})

test('keeps every call made before the script has loaded', async ({ page, servePage }) => {
  const site = await createPageSite({ segments: ['premium'] })
  const early = `<script>
    window.pulso = [['configure', { segment: 'premium' }], ['nonsense', 1], null, 'more nonsense']
    pulso.push(['touchpoint', 'unheard-of'], ['ask', 'csat', { touchpoint: 'nps' }])
  </script>`
  await openPage(page, servePage, { site, head: early })
  await thePoint(page, '4 out of 5').click()
  const [answer] = await answersStored(site, 1)
  expect(answer).toMatchObject({ kind: 'csat', touchpoint: 'nps', segment: 'premium' })
})

test('asks when it is told to, by kind or by id, and still takes push', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site })
  await page.waitForFunction(() => 'touchpoint' in ((window as unknown as PulsoPage).pulso ?? {}))
  await page.evaluate(() => (window as unknown as PulsoPage).pulso.ask('nps', { touchpoint: 'csat' }))
  await expect(page.getByRole('radio')).toHaveCount(11)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.evaluate(() => (window as unknown as PulsoPage).pulso.push(['ask', 'three-faces', { touchpoint: 'csat' }]))
  await expect(page.getByRole('radio')).toHaveCount(3)
})

test('asks once: not again on the next page, unless told to', async ({ page, servePage }) => {
  const site = await createPageSite()
  const origin = await openPage(page, servePage, { site, reaches: 'csat' })
  await thePoint(page, '4 out of 5').click()
  await answersStored(site, 1)
  await page.goto(`${origin}/next`)
  await page.waitForFunction(() => 'touchpoint' in ((window as unknown as PulsoPage).pulso ?? {}))
  await page.evaluate(() => (window as unknown as PulsoPage).pulso.touchpoint('nps'))
  await expect(page.getByRole('radio')).toHaveCount(11)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.evaluate(() => (window as unknown as PulsoPage).pulso.ask('csat', { touchpoint: 'csat' }))
  await expect(page.getByRole('radio')).toHaveCount(5)
})

test('puts one prompt on the screen at a time', async ({ page, servePage }) => {
  const site = await createPageSite()
  await openPage(page, servePage, { site, reaches: 'csat' })
  await expect(theCard(page)).toBeVisible()
  await page.evaluate(() => {
    const { pulso } = window as unknown as PulsoPage
    pulso.ask('nps', { touchpoint: 'nps' })
    pulso.touchpoint('emoji')
    pulso.touchpoint('csat')
  })
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  await expect(page.getByRole('radio')).toHaveCount(5)
})

test('waits for the delay of the prompt, and looks again at its end', async ({ page, servePage }) => {
  const pass = await stopTheClock(page)
  const site = await createPageSite({
    prompts: [{ id: 'later', kind: 'csat', touchpoints: ['csat', 'emoji'], delayMs: 20_000 }],
  })
  await openPage(page, servePage, { site, reaches: 'csat' })
  await pass(19_500)
  await expect(page.locator('pulso-card')).toBeAttached()
  await expect(theCard(page)).toHaveCount(0)
  await pass(1000)
  await expect(theCard(page)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()

  // Answered in another tab meanwhile: what was about to appear does not.
  await page.evaluate(() => (window as unknown as PulsoPage).pulso.touchpoint('emoji'))
  await pass(19_500)
  await expect(page.locator('pulso-card')).toBeAttached()
  await page.evaluate((siteKey) => localStorage.setItem(`pulso:${siteKey}:asked:later:emoji`, `${Date.now()}`), site.siteKey)
  await pass(1000)
  await expect(page.locator('pulso-card')).toHaveCount(0)
})

test('asks nobody who has a dialog of the page before them, beside which nothing can be answered', async ({ page, servePage }) => {
  const pass = await stopTheClock(page)
  const site = await createPageSite()
  await openPage(page, servePage, { site })
  await pass(100)
  await page.evaluate(() => {
    const dialog = document.body.appendChild(document.createElement('dialog'))
    dialog.showModal()
    ;(window as unknown as PulsoPage).pulso.touchpoint('csat')
  })
  await pass(3000)
  await expect(page.locator('pulso-card')).toHaveCount(0)
  await page.evaluate(() => {
    document.querySelector('dialog')?.close()
    ;(window as unknown as PulsoPage).pulso.touchpoint('csat')
  })
  await pass(3000)
  await expect(theCard(page)).toBeVisible()
})

test('takes any nonsense without a word', async ({ page, servePage }) => {
  const site = await createPageSite()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => complaints.push(message.text()))
  await openPage(page, servePage, { site, reaches: '__proto__' })
  await page.waitForFunction(() => 'touchpoint' in ((window as unknown as PulsoPage).pulso ?? {}))
  await page.evaluate(() => {
    const { pulso } = window as unknown as PulsoPage
    for (const nonsense of [undefined, null, 7, {}, [], 'Not a Key!', Symbol('x')]) {
      pulso.touchpoint(nonsense)
      pulso.ask(nonsense)
      pulso.ask('nps', nonsense)
      pulso.ask('nps', { touchpoint: nonsense })
      pulso.push(nonsense, [nonsense], ['push', nonsense])
    }
    pulso.ask('csat', { touchpoint: 'csat' })
  })
  await expect(page.getByRole('radio')).toHaveCount(5)
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
})
