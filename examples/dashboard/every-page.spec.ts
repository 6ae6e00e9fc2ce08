import { findViolations } from '../axe.ts'
import { expect, readSite, signIn, test } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { collectTrouble, sidewaysScroll } from './dashboard-page.ts'
import { isThere, MAIN_PAGES } from './main-pages.ts'

/** Colours know no language, and names know no colours: one of each, or each with each with PULSO_AXE=all. */
const LOOKS = [
  { locale: 'en-GB', colorScheme: 'light', width: 1280, isQuick: true },
  { locale: 'es-ES', colorScheme: 'dark', width: 320, isQuick: true },
  { locale: 'en-GB', colorScheme: 'dark', width: 1280, isQuick: false },
  { locale: 'es-ES', colorScheme: 'light', width: 1280, isQuick: false },
  { locale: 'en-GB', colorScheme: 'light', width: 320, isQuick: false },
  { locale: 'en-GB', colorScheme: 'dark', width: 320, isQuick: false },
  { locale: 'es-ES', colorScheme: 'dark', width: 1280, isQuick: false },
  { locale: 'es-ES', colorScheme: 'light', width: 320, isQuick: false },
] as const

for (const { locale, colorScheme, width } of LOOKS.filter(({ isQuick }) => isQuick || process.env['PULSO_AXE'] === 'all')) {
  test(`shows every page without fault, in ${locale}, ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
    // Every element of every page is looked at.
    test.slow()
    const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width, height: 800 } })
    const page = await context.newPage()
    const trouble = collectTrouble(page)
    await signIn(page)
    const site = await readSite('cafe')
    for (const { name, toPath } of MAIN_PAGES) {
      await page.goto(`${PULSO_URL}${toPath(site)}`)
      await page.waitForFunction(isThere)
      expect(await page.getByRole('heading', { level: 1 }).count(), name).toBe(1)
      expect(await findViolations(page), name).toEqual([])
      expect(await sidewaysScroll(page), name).toBe(0)
    }
    expect(trouble).toEqual([])
  })
}

/** These two are no pages to read: one is a map from edge to edge, the other hangs on a wall. */
const WITHOUT_HEAD = new Set(['journey', 'wallboard'])

for (const width of [320, 1280]) {
  test(`begins every page at the same place and in the same hand, ${width} pixels wide`, async ({ browser }) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    await signIn(page)
    const site = await readSite('cafe')
    const heads = new Map<string, object>()
    for (const { name, toPath } of MAIN_PAGES.filter((one) => !WITHOUT_HEAD.has(one.name))) {
      await page.goto(`${PULSO_URL}${toPath(site)}`)
      await page.waitForFunction(isThere)
      const title = page.getByRole('heading', { level: 1 })
      heads.set(
        name,
        await title.evaluate((heading) => ({ left: heading.getBoundingClientRect().left, size: getComputedStyle(heading).fontSize })),
      )
    }
    const [first] = heads.values()
    for (const [name, head] of heads) expect(head, name).toEqual(first)
  })
}
