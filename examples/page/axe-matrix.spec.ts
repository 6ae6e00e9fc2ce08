import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { KINDS, MODES, type SiteDefinitionInput } from '@pulso/protocol'
import { createSite, expect, test } from '../product.ts'
import { toHtml } from './open-page.ts'

const LOCALES = ['en', 'es', 'es-419', 'pt-BR', 'fr', 'de', 'it', 'nl', 'ca', 'ja', 'zh-Hans', 'ar'] as const
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A prompt of every kind in every mode, all asked by the page itself. */
const PROMPTS: SiteDefinitionInput['prompts'] = KINDS.flatMap((kind) =>
  MODES.map((mode) => ({
    id: `${kind}-${mode}`,
    kind,
    mode,
    target: '#here',
    touchpoints: [],
    wording: { en: { second: 'May we write to you?' }, ar: { second: 'هل يمكننا مراسلتك؟' } },
    links: { low: 'https://help.example/', mid: 'https://help.example/', high: 'https://help.example/' },
    ...(kind === 'choice' && { options: [{ key: 'price' }, { key: 'taste' }], other: true as const, multiple: true as const }),
  })),
)

/** What axe finds wrong with the page as it is now, by rule. */
async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).include('pulso-card').analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** The first choice that this kind offers. */
async function answer(page: Page, kind: (typeof KINDS)[number]): Promise<void> {
  if (kind === 'text') await page.locator('pulso-card textarea').fill('Texto')
  else await page.locator('pulso-card input').first().click()
  if (kind === 'text' || kind === 'choice') await page.locator('pulso-card .send').click()
}

// Every kind with every mode; theme, direction and language go around with them, so that each pair of kind and
// mode is seen once and every language in both themes. All by all would show the same few style sheets again.
for (const [row, kind] of KINDS.entries()) {
  test(`${kind}: nothing for axe to find in any mode, step, theme and direction`, async ({ page, servePage }) => {
    const site = await createSite({ locales: [...LOCALES], prompts: PROMPTS })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const [column, mode] of MODES.entries()) {
      const locale = LOCALES[(row * MODES.length + column) % LOCALES.length] ?? 'en'
      const isDark = (row + column + Math.floor((row * MODES.length + column) / LOCALES.length)) % 2 === 1
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: isDark ? 'dark' : 'light' })
      const ask = `<script>(window.pulso ||= []).push(['ask', '${kind}-${mode}', { touchpoint: 'checkout' }])</script>`
      const { origin } = await servePage(toHtml({ site, lang: locale, head: ask }).replace('</h1>', '</h1><div id="here"></div>'))
      await page.goto(origin)
      const where = `${kind} as ${mode} in ${locale}, ${isDark ? 'dark' : 'light'}`
      if (mode === 'tab') {
        await expect(page.locator('pulso-card .tab')).toBeVisible()
        expect(await findViolations(page), `${where}: the tab`).toEqual([])
        await page.locator('pulso-card .tab').click()
      }
      await expect(page.locator('pulso-card .card')).toBeVisible()
      expect(await findViolations(page), `${where}: asking`).toEqual([])
      await answer(page, kind)
      await expect(page.locator('pulso-card #comment')).toBeVisible({ visible: !(kind === 'text' && locale !== 'en' && locale !== 'ar') })
      expect(await findViolations(page), `${where}: following`).toEqual([])
      while (await page.locator('pulso-card #comment').isVisible()) await page.locator('pulso-card .actions .send').click()
      await expect(page.locator('pulso-card .thanks')).toBeVisible()
      expect(await findViolations(page), `${where}: thanking`).toEqual([])
    }
  })
}
