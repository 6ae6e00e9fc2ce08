import type { Page } from '@playwright/test'
import type { SiteDefinitionInput } from '@pulso/protocol'
import { createSite, expect, test } from '../product.ts'
import { openPage, theCard, thePoint } from './open-page.ts'

const createAsking = (more: Partial<SiteDefinitionInput> = {}) =>
  createSite({ prompts: [{ id: 'ask', kind: 'csat', touchpoints: ['checkout'], delayMs: 0 }], ...more })

/** A computed value of a part of the card. */
const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(`pulso-card ${selector}`)
    .first()
    .evaluate((part, name) => getComputedStyle(part).getPropertyValue(name), property)

/** Relative luminance of `rgb(r, g, b)`, WCAG 2.2. */
function toLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

async function contrastOf(page: Page, one: [selector: string, property: string], other: typeof one): Promise<number> {
  const [first, second] = [toLuminance(await styleOf(page, ...one)) + 0.05, toLuminance(await styleOf(page, ...other)) + 0.05]
  return Math.max(first / second, second / first)
}

/** Every pair that must be told apart, at the question and at the follow-up. */
async function expectReadable(page: Page): Promise<void> {
  const paper: [string, string] = ['.card', 'background-color']
  expect(await contrastOf(page, ['.question', 'color'], paper), 'question').toBeGreaterThanOrEqual(4.5)
  expect(await contrastOf(page, ['.ends', 'color'], paper), 'ends').toBeGreaterThanOrEqual(4.5)
  expect(await contrastOf(page, ['.close', 'color'], paper), 'close').toBeGreaterThanOrEqual(4.5)
  expect(await contrastOf(page, ['.scale .point', 'border-top-color'], paper), 'point').toBeGreaterThanOrEqual(3)
  await thePoint(page, '4 out of 5').click()
  await expect(page.getByRole('textbox')).toBeVisible()
  expect(await contrastOf(page, ['.send', 'color'], ['.send', 'background-color']), 'send').toBeGreaterThanOrEqual(4.5)
  expect(await contrastOf(page, ['.send', 'background-color'], paper), 'button').toBeGreaterThanOrEqual(3)
  expect(await contrastOf(page, ['textarea', 'border-top-color'], paper), 'text box').toBeGreaterThanOrEqual(3)
  expect(await contrastOf(page, ['.back', 'color'], paper), 'back').toBeGreaterThanOrEqual(4.5)
}

for (const [name, look] of Object.entries({
  'yellow on white': { accent: '#ffe600' },
  'white on white': { accent: '#ffffff', ink: '#ffffff', paper: '#ffffff', onAccent: '#ffffff' },
  'one grey for all': { accent: '#777777', ink: '#777777', paper: '#777777' },
  'red on green': { accent: '#ff0000', paper: '#00aa00', ink: '#aa0000' },
  'a dark paper in a light theme': { paper: '#10301f', theme: 'light' as const },
})) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`stays readable with ${name}, ${colorScheme}`, async ({ page, servePage }) => {
      const site = await createAsking({ look })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await openPage(page, servePage, { site, reaches: 'checkout' })
      await expect(theCard(page)).toBeVisible()
      await expectReadable(page)
    })
  }
}

for (const [name, css] of Object.entries({
  'names and keywords': '--pulso-accent: gold; --pulso-paper: ivory; --pulso-ink: khaki',
  'colours of today': '--pulso-accent: oklch(0.9 0.1 150); --pulso-paper: color(display-p3 0.1 0.2 0.4); --pulso-ink: hsl(220 40% 30%)',
  'what is no colour': '--pulso-accent: 12px; --pulso-paper: url(x); --pulso-ink: ;',
})) {
  test(`stays readable with the page's own ${name}`, async ({ page, servePage }) => {
    const site = await createAsking()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openPage(page, servePage, { site, reaches: 'checkout', head: `<style>:root { ${css} }</style>` })
    await expect(theCard(page)).toBeVisible()
    await expectReadable(page)
  })
}

test('takes colours that can be read as they are, from the site and nearer from the page', async ({ page, servePage }) => {
  const site = await createAsking({ look: { paper: '#fff0f6', ink: '#4a0d2b', radius: 4, font: 'Georgia', density: 'compact' } })
  await openPage(page, servePage, { site, reaches: 'checkout', head: '<style>:root { --pulso-ink: rgb(20, 60, 20) }</style>' })
  await expect(theCard(page)).toBeVisible()
  expect(await styleOf(page, '.card', 'background-color')).toBe('rgb(255, 240, 246)')
  expect(await styleOf(page, '.question', 'color')).toBe('rgb(20, 60, 20)')
  expect(await styleOf(page, '.card', 'border-top-left-radius')).toBe('4px')
  expect(await styleOf(page, '.question', 'font-family')).toBe('Georgia')
  const compact = (await theCard(page).boundingBox())?.height ?? 0
  const roomy = await createAsking()
  await openPage(page, servePage, { site: roomy, reaches: 'checkout' })
  await expect(theCard(page)).toBeVisible()
  expect(compact).toBeLessThan((await theCard(page).boundingBox())?.height ?? 0)
})

test('takes the page’s own font by choice, and its radius', async ({ page, servePage }) => {
  const site = await createAsking({ look: { font: 'inherit' } })
  const head = '<style>html { font-family: "Times New Roman", serif } :root { --pulso-radius: 2px }</style>'
  await openPage(page, servePage, { site, reaches: 'checkout', head })
  await expect(theCard(page)).toBeVisible()
  expect(await styleOf(page, '.question', 'font-family')).toBe('"Times New Roman", serif')
  expect(await styleOf(page, '.card', 'border-top-left-radius')).toBe('2px')
})

for (const [theme, system, isDark] of [
  ['auto', 'dark', true],
  ['auto', 'light', false],
  ['dark', 'light', true],
  ['light', 'dark', false],
] as const) {
  test(`theme ${theme} on a ${system} system`, async ({ page, servePage }) => {
    const site = await createAsking({ look: { theme } })
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await page.emulateMedia({ colorScheme: system })
    await openPage(page, servePage, { site, reaches: 'checkout' })
    await expect(theCard(page)).toBeVisible()
    expect(toLuminance(await styleOf(page, '.card', 'background-color')) < 0.1).toBe(isDark)
    // A theme alone needs nothing more to be loaded.
    expect(fetched.filter((url) => url.endsWith('/look.js'))).toEqual([])
  })
}

test('turns with the system while it is on the screen, and stays readable', async ({ page, servePage }) => {
  const site = await createAsking({ look: { accent: '#b00020' } })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await openPage(page, servePage, { site, reaches: 'checkout' })
  await expect(theCard(page)).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expect.poll(async () => toLuminance(await styleOf(page, '.card', 'background-color'))).toBeLessThan(0.1)
  await expectReadable(page)
})

test('offers its parts to the page, and keeps everything else', async ({ page, servePage }) => {
  const site = await createAsking()
  const head = `<style>
    pulso-card::part(question) { text-transform: uppercase }
    * { --paper: red !important; --ink: red !important; --line: red !important; --radius: 99px !important; --gap: 40vw !important }
  </style>`
  await openPage(page, servePage, { site, reaches: 'checkout', head })
  await expect(theCard(page)).toBeVisible()
  expect(await styleOf(page, '.question', 'text-transform')).toBe('uppercase')
  expect(await styleOf(page, '.card', 'background-color')).toBe('rgb(255, 255, 255)')
  expect(await styleOf(page, '.question', 'color')).toBe('rgb(28, 26, 37)')
  expect(await styleOf(page, '.card', 'border-top-left-radius')).toBe('18px')
  const parts = await page
    .locator('pulso-card [part]')
    .evaluateAll((elements) => [...new Set(elements.map((element) => element.getAttribute('part')))].sort())
  expect(parts).toEqual(['card', 'close', 'point', 'question', 'scale'])
})

test('is not printed', async ({ page, servePage }) => {
  const site = await createAsking()
  await openPage(page, servePage, { site, reaches: 'checkout' })
  await expect(theCard(page)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('pulso-card .card')).toBeHidden()
})
