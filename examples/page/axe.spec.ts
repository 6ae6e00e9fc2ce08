import type { Page } from '@playwright/test'
import { KINDS, MODES, type SiteDefinitionInput } from '@pulso/protocol'
import { findViolations } from '../axe.ts'
import { createSite, expect, test } from '../product.ts'
import { openPage } from './open-page.ts'
import { withPulso } from './page-pulso.ts'

/*
 * Every step of every kind, in every mode, theme, direction and language: each
 * with each with PULSO_AXE=all, which takes a quarter of an hour. Without it
 * every language is seen in one mode with a third of the kinds, every kind in
 * four languages.
 */
const IS_ALL = process.env['PULSO_AXE'] === 'all'

type Kind = (typeof KINDS)[number]
type Mode = (typeof MODES)[number]
interface Surroundings {
  colorScheme: 'light' | 'dark'
  dir: 'ltr' | 'rtl'
}

const LOCALES = ['en', 'es', 'es-419', 'pt-BR', 'fr', 'de', 'it', 'nl', 'ca', 'ja', 'zh-Hans', 'ar']
const LINK = 'https://shop.example/'
const SECOND = '¿…?'
const OPTIONS = {
  options: [{ key: 'price' }, { key: 'taste' }, { key: 'none', exclusive: true }],
  multiple: true,
  other: true,
  shuffle: true,
}

/** A page with a look of its own in both themes, as axe can see it. */
const PAGE_STYLE = `<style>
  @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } a { color: #9cf } }
</style>`

/** A site that asks every kind in one mode, with a second question and a link at the end of each. */
const createAsking = (mode: Mode, locale: string) =>
  createSite({
    locales: LOCALES,
    prompts: KINDS.map((kind) => ({
      id: kind,
      kind,
      mode,
      target: 'main',
      touchpoints: [],
      links: { low: LINK, mid: LINK, high: LINK },
      wording: { [locale]: { second: SECOND, links: { low: '→ 1', mid: '→ 2', high: '→ 3' } } },
      ...(kind === 'choice' && OPTIONS),
    })) as SiteDefinitionInput['prompts'],
  })

/** What axe cannot know: that nothing is cut off or out of the window, and that every control can be hit (WCAG 2.2, 1.4.10 and 2.5.8). */
const findOthers = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const shadow = document.querySelector('pulso-card')?.shadowRoot
    const isSeen = (part: Element) => part.checkVisibility({ visibilityProperty: true }) && !part.closest('[role=status]')
    for (const part of shadow?.querySelectorAll('*') ?? []) {
      if (!isSeen(part)) continue
      const { left, right, width, height } = part.getBoundingClientRect()
      if (left < -0.5 || right > innerWidth + 0.5) found.push(`out of the window: ${part.outerHTML.slice(0, 120)}`)
      if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) found.push(`cut off: ${part.outerHTML.slice(0, 120)}`)
      if (part.matches('input, button, textarea, a') && Math.min(width, height) < 23.99)
        found.push(`too small: ${part.outerHTML.slice(0, 120)}`)
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page can be scrolled sideways')
    return found
  })

async function expectNothing(page: Page, step: string, all: readonly Surroundings[]): Promise<void> {
  for (const { colorScheme, dir } of all) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate((direction) => {
      document.documentElement.dir = direction
    }, dir)
    expect([...(await findViolations(page)), ...(await findOthers(page))], `${step}, ${colorScheme}, page ${dir}`).toEqual([])
  }
}

/** Answers by keyboard, whatever the kind, from the first step to the last, calling at each. */
async function walk(page: Page, kind: Kind, mode: Mode, at: (step: string) => Promise<void>): Promise<void> {
  const card = page.locator('pulso-card .card')
  const toStep = async (step: string, text: string) => {
    await expect(page.locator(step)).toBeVisible()
    await at(text)
  }
  if (mode === 'tab') {
    await toStep('pulso-card .tab', 'folded')
    await page.locator('pulso-card .tab').click()
  }
  await expect(card).toBeVisible()
  await at('asking')
  if (!(await card.evaluate((element) => element.matches(':focus-within')))) await page.keyboard.press('F6')
  if (kind === 'text') await page.keyboard.type('A bench')
  else if (kind === 'choice') {
    await page.keyboard.press('Space')
    await page.locator('pulso-card [type=checkbox][value="3"]').press('Space')
    await at('choosing')
  } else {
    await page.keyboard.press('ArrowDown')
    await at('moving on the scale')
  }
  await page.keyboard.press(kind === 'text' || kind === 'choice' ? 'Control+Enter' : 'Enter')
  if (kind !== 'text') {
    await toStep('pulso-card #comment', 'following')
    await page.keyboard.press('Control+Enter')
  }
  // The step before has a text box too, until what was written there is kept: what is typed into that goes nowhere.
  await expect(card).toContainText(SECOND)
  await expect(page.locator('pulso-card #comment')).toBeFocused()
  await at('second')
  await page.keyboard.press('Control+Enter')
  await toStep('pulso-card .thanks', 'thanking')
}

const THEMES = ['light', 'dark'] as const
const DIRECTIONS = ['ltr', 'rtl'] as const
const ALL_SURROUNDINGS = THEMES.flatMap((colorScheme) => DIRECTIONS.map((dir) => ({ colorScheme, dir })))

const cases = LOCALES.flatMap((locale, row) =>
  MODES.map((mode, column) => {
    const one = ALL_SURROUNDINGS[(row + Math.floor(row / 4)) % 4] as Surroundings
    return {
      locale,
      mode,
      surroundings: IS_ALL ? ALL_SURROUNDINGS : [one],
      kinds: KINDS.filter((_, index) => IS_ALL || (index + row) % 3 === 0),
      isQuick: column === row % MODES.length,
    }
  }),
).filter(({ isQuick }) => IS_ALL || isQuick)

for (const { locale, mode, kinds, surroundings } of cases) {
  const where = IS_ALL ? 'everywhere' : surroundings.map(({ colorScheme, dir }) => `${colorScheme}, page ${dir}`).join()
  test(`axe finds nothing at any step of ${IS_ALL ? 'any kind' : kinds.join(', ')}: ${locale}, ${mode}, ${where}`, async ({
    page,
    servePage,
  }) => {
    test.setTimeout(IS_ALL ? 900_000 : 120_000)
    const site = await createAsking(mode, locale)
    await page.setViewportSize({ width: 320, height: 640 })
    await openPage(page, servePage, { site, lang: locale, head: PAGE_STYLE })
    for (const kind of kinds) {
      await withPulso(page, (pulso, prompt) => pulso.ask(prompt, { touchpoint: 'checkout' }), kind)
      await walk(page, kind, mode, (step) => expectNothing(page, `${kind}, ${step}`, surroundings))
      // An inline prompt stays where it is read.
      if (mode === 'inline') await page.evaluate(() => document.querySelector('pulso-card')?.remove())
      else await page.keyboard.press('Escape')
      await expect(page.locator('pulso-card')).toHaveCount(0)
    }
  })
}
