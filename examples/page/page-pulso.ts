import type { Page } from '@playwright/test'

/** Pulso as the scripts of a page see it. */
export interface PagePulso {
  touchpoint(key: string, options?: { container?: Element | null }): void
  ask(prompt: string, options: { touchpoint: string }): Promise<void>
  event(name: string, properties?: Record<string, unknown>): void
  configure(settings: Record<string, unknown>): void
  consent(decision: 'granted' | 'denied'): void
  snooze(days: number): Promise<void>
  reset(): Promise<void>
  on(event: string, listener: (detail: object) => void): () => void
  explain(touchpoint: string): { prompt: string | null; reason: string }[]
  destroy(): void
}

/** Waits until the page's Pulso is there, then does something with it, in the page. */
export async function withPulso<Result, Argument = undefined>(
  page: Page,
  act: (pulso: PagePulso, argument: Argument) => Result,
  argument?: Argument,
): Promise<Awaited<Result>> {
  // Not by animation frames: a stopped clock has none.
  await page.waitForFunction(() => 'touchpoint' in ((window as { pulso?: object }).pulso ?? {}), undefined, { polling: 50 })
  const pulso = await page.evaluateHandle(() => (window as unknown as { pulso: PagePulso }).pulso)
  return pulso.evaluate(act as (pulso: PagePulso, argument: unknown) => Awaited<Result>, argument)
}

/** The reasons at a touchpoint, in the order of its prompts. */
export const explain = (page: Page, touchpoint: string): Promise<string[]> =>
  withPulso(page, (pulso, key: string) => pulso.explain(key).map(({ reason }) => reason), touchpoint)

/**
 * Lets the page's Pulso do whatever it was about to do: everything that it
 * waits for before it asks is an idle moment or a timer that is due.
 */
export async function settled(page: Page): Promise<void> {
  await withPulso(page, async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => requestIdleCallback(resolve))
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
  })
}

/** Records what of Pulso the page fetches: nothing of what asks, as long as nobody is asked. */
export function watchAsking(page: Page): () => boolean {
  let isAsking = false
  page.on('request', (request) => {
    isAsking ||= /\/widget\/\w+\/(asking|ui)\.js$/.test(request.url())
  })
  return () => isAsking
}
