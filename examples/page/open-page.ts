import type { Locator, Page } from '@playwright/test'
import type { Site, SiteDefinitionInput, StoredResponse } from '@pulso/protocol'
import { createSite, expect, type ServePage, storedResponses, toSnippet } from '../product.ts'

/** The touchpoints of the page's site: at each, one kind of prompt is asked. */
const KEYS = ['nps', 'csat', 'emoji', 'three-faces'] as const
/** A site that asks every kind, each at a touchpoint of its own, as soon as that is reached. */
export function createPageSite(definition: Partial<SiteDefinitionInput> = {}): Promise<Site> {
  return createSite({
    touchpoints: KEYS.map((key) => ({ key, stage: 'purchase', name: { en: key } })),
    prompts: KEYS.map((key) => ({
      id: key,
      kind: key === 'three-faces' ? 'emoji' : key,
      touchpoints: [key],
      delayMs: 0,
      ...(key === 'three-faces' && { scaleMax: 3 }),
    })),
    ...definition,
  })
}

export interface PageOptions {
  site: Pick<Site, 'siteKey'>
  /** Reached as the page loads, before the script has. */
  reaches?: string
  lang?: string
  /** More of the page's own head. */
  head?: string
}

/** The page that every story here happens on, with the snippet as the documentation has it. */
export function toHtml({ site, reaches, lang = 'en', head = '' }: PageOptions): string {
  const reach = reaches ? `<script>(window.pulso ||= []).push(['touchpoint', '${reaches}'])</script>` : ''
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Corner Shop</title>
${head}
</head>
<body>
<main>
<h1>Corner Shop</h1>
<button type="button">Add to basket</button>
<a href="/elsewhere">Elsewhere</a>
</main>
${reach}
${toSnippet(site)}
</body>
</html>`
}

/** Serves the page from a fresh origin and opens it. */
export async function openPage(page: Page, servePage: ServePage, options: PageOptions): Promise<string> {
  const { origin } = await servePage(toHtml(options))
  await page.goto(origin)
  return origin
}

/**
 * Stops the clock of the page, which is opened after this. The result lets time
 * pass, in small steps, since what a page waits for comes in several.
 */
export async function stopTheClock(page: Page): Promise<(ms: number) => Promise<void>> {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 60_000)
  return async (ms) => {
    await page.waitForFunction(() => 'touchpoint' in ((window as { pulso?: object }).pulso ?? {}), undefined, { polling: 50 })
    await page.clock.runFor(ms)
    // What was loaded meanwhile goes on with the next idle moment.
    await page.waitForLoadState('networkidle')
    await page.clock.runFor(1)
  }
}

/** The card, once it is shown. */
export function theCard(page: Page): Locator {
  return page.getByRole('dialog')
}

/** One point of the scale, by the beginning of its accessible name. */
export function thePoint(page: Page, name: string): Locator {
  return page.getByRole('radio', { name: new RegExp(`^${name}(,|$)`) })
}

/** The accessible name of what has the focus, also inside the card. */
export function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const inside = document.activeElement?.shadowRoot?.activeElement
    const focused = inside ?? document.activeElement
    return focused?.getAttribute('aria-label') || focused?.id || focused?.textContent || null
  })
}

/** Waits until the one response of the site is stored as told, in its newest revision. */
export async function expectAnswer(site: Site, answer: Partial<StoredResponse>): Promise<void> {
  await expect.poll(() => storedResponses(site)).toEqual([expect.objectContaining(answer)])
}
