import { chromium, type Page } from '@playwright/test'
import type { TortureRow } from './row.ts'
import { CHROMIUM_ARGUMENTS, openShop } from './shop.ts'

const TABS = 6
const RESPONSES = { full: 200, quick: 20 }

/** Six tabs of one browser answer at once, through one store on the device. */
export const manyTabsRow: TortureRow = {
  name: 'many-tabs',
  promise: 'many tabs',
  goal: '0 lost of 6 tabs × 200 responses',
  async run({ isQuick, stage }) {
    const each = isQuick ? RESPONSES.quick : RESPONSES.full
    const shop = await openShop(stage)
    const browser = await chromium.launch({ executablePath: await stage.chromium(), args: CHROMIUM_ARGUMENTS })
    const context = await browser.newContext({ locale: 'en' })
    const comments = Array.from({ length: TABS }, (_, tab) => Array.from({ length: each }, (_, number) => `tab ${tab}, ${number}`))
    let requests = 0
    context.on('request', (request) => {
      if (request.method() === 'POST') requests++
    })
    try {
      await Promise.all(
        comments.map(async (ofTab) => {
          const page = await context.newPage()
          await page.goto(`${shop.page.origin}/quiet`)
          await answerHeadless(page, ofTab)
          // Right after the last one.
          await page.close()
        }),
      )
      const late = await shop.missing(comments.flat())
      const next = await context.newPage()
      await next.goto(shop.page.origin)
      const lost = await shop.missing(late)
      const responses = (await shop.readResponses()).filter(({ comment }) => comment !== null)
      const doubled = responses.length - new Set(responses.map(({ comment }) => comment)).size
      return {
        measured: `${lost.length} lost, ${doubled} doubled of ${TABS} × ${each}`,
        isMet: lost.length + doubled === 0,
        detail: { requests, 'delivered only by the next page view': late.length - lost.length, ...(lost[0] && { 'first lost': lost[0] }) },
      }
    } finally {
      await browser.close()
      await shop.page.destroy()
    }
  },
}

/** Gives answers with these comments by the widget's own headless prompts, one as soon as the one before is thanked for. */
export function answerHeadless(page: Page, comments: readonly string[]): Promise<void> {
  return page.evaluate(async (all) => {
    interface Headless {
      state: { step: string }
      subscribe(listener: () => void): () => void
      choose(score: number): void
      write(text: string): void
      next(): void
    }
    const toPulso = () => (window as unknown as { pulso?: { headless?(prompt: string, options: object): Promise<Headless> } }).pulso
    while (!toPulso()?.headless) await new Promise((resolve) => requestAnimationFrame(resolve))
    for (const comment of all) {
      const prompt = await toPulso()?.headless?.('csat', { touchpoint: 'second' })
      if (!prompt) throw new Error('there is no prompt')
      const thanked = new Promise<void>((resolve) => {
        prompt.subscribe(() => {
          if (prompt.state.step === 'thanking') resolve()
        })
      })
      prompt.choose(4)
      prompt.write(comment)
      prompt.next()
      await thanked
    }
  }, comments)
}
