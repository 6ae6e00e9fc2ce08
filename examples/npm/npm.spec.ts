import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Site } from '@pulso/protocol'
import { build, preview } from 'vite'
import { answersStored, test as base, createSite, expect } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'

/** The workshop, built by Vite for a site of the test's own and served as built. */
const test = base.extend<{ workshop: { url: string; site: Site } }>({
  workshop: async ({ browserName: _ }, use) => {
    const site = await createSite({
      name: 'Second Gear',
      touchpoints: [
        { key: 'checkout', stage: 'purchase', name: { en: 'Booking' } },
        { key: 'recommend', stage: 'purchase', name: { en: 'Recommendation' } },
      ],
      prompts: [
        { id: 'checkout', kind: 'csat', touchpoints: ['checkout'], delayMs: 0 },
        { id: 'recommend', kind: 'nps', touchpoints: [] },
      ],
    })
    const outDir = await mkdtemp(join(tmpdir(), 'pulso-npm-'))
    const served = { root: import.meta.dirname, logLevel: 'error', build: { outDir, emptyOutDir: true } } as const
    const define = {
      'import.meta.env.VITE_PULSO_HOST': JSON.stringify(PULSO_URL),
      'import.meta.env.VITE_PULSO_SITE_KEY': JSON.stringify(site.siteKey),
    }
    await build({ ...served, define })
    const server = await preview({ ...served, preview: { host: '127.0.0.1', port: 0 } })
    await use({ url: server.resolvedUrls?.local[0] ?? '', site })
    await server.close()
    await rm(outDir, { recursive: true })
  },
})

test('asks at a touchpoint of a page that Vite has built, and stores the answer', async ({ page, workshop }) => {
  await page.goto(workshop.url)
  await page.getByRole('button', { name: 'Book a repair' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'See you on Monday.' })).toBeVisible()
  await page.getByRole('radio', { name: '4 out of 5' }).click()
  await page.getByRole('textbox', { name: 'What did you like most?' }).fill('Booked while waiting for the bus')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('dialog').getByText('Thank you!')).toBeVisible()
  // The score is stored first, the comment follows as a later revision.
  await expect
    .poll(async () => (await answersStored(workshop.site, 1))[0])
    .toMatchObject({ touchpoint: 'checkout', kind: 'csat', score: 4, comment: 'Booked while waiting for the bus' })
})

test('asks from a feedback button as often as it is pressed', async ({ page, workshop }) => {
  await page.goto(workshop.url)
  for (const score of [9, 3]) {
    await page.getByRole('button', { name: 'Tell us what you think' }).click()
    await page.getByRole('radio', { name: `${score} out of 10` }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog', { name: 'Your opinion' })).toHaveCount(0)
  }
  const answers = await answersStored(workshop.site, 2)
  expect(answers.map(({ kind, touchpoint, score }) => ({ kind, touchpoint, score }))).toEqual([
    { kind: 'nps', touchpoint: 'recommend', score: 3 },
    { kind: 'nps', touchpoint: 'recommend', score: 9 },
  ])
})
