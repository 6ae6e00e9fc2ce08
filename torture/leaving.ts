import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { TortureRow } from './row.ts'
import { CHROMIUM_ARGUMENTS, fillIn, openShop } from './shop.ts'

const TRIES = { full: 200, quick: 3 }
/** Each in a browser context of its own: in one, only one tab asks at a time. */
const LANES = 2

/** What becomes of the page in the very moment in which the answer is submitted. */
const WAYS: Record<string, (page: Page, context: BrowserContext, comment: string) => Promise<void>> = {
  async navigate(page, _, comment) {
    const send = await fillIn(page, comment)
    await send.evaluate((button) => {
      ;(button as HTMLButtonElement).click()
      location.href = '/elsewhere'
    })
    await page.waitForURL('**/elsewhere')
  },
  async close(page, _, comment) {
    const send = await fillIn(page, comment)
    await send.evaluate((button) => (button as HTMLButtonElement).click())
  },
  async crash(page, context, comment) {
    const session = await context.newCDPSession(page)
    const send = await fillIn(page, comment)
    const crashed = page.waitForEvent('crash')
    await send.evaluate((button) => (button as HTMLButtonElement).click())
    // A renderer that is gone answers nothing.
    session.send('Page.crash').catch(() => {})
    await crashed
  },
}

export const leavingRow: TortureRow = {
  name: 'leaving',
  promise: 'leaving the page',
  goal: '200 of 200 each delivered or kept: navigating, closing the tab, crashing the renderer right after submit',
  async run({ isQuick, stage, note }) {
    const tries = isQuick ? TRIES.quick : TRIES.full
    const shop = await openShop(stage)
    const browser = await chromium.launch({ executablePath: await stage.chromium(), args: CHROMIUM_ARGUMENTS })
    const kept: string[] = []
    const lost: string[] = []
    /** Every `LANES`th try of a way, and then a page view that brings home what could not be sent. */
    const lane = async (way: string, first: number) => {
      const context = await browser.newContext({ locale: 'en' })
      const comments: string[] = []
      for (let number = first; number < tries; number += LANES) {
        const comment = `${way} ${number}`
        comments.push(comment)
        const page = await context.newPage()
        await page.goto(shop.page.origin)
        await WAYS[way]?.(page, context, comment)
        await page.close()
        if (number % 50 === 0) note(comment)
      }
      // What was on its way arrives; what was not waits on the device for the next page view.
      const late = await shop.missing(comments)
      const next = await context.newPage()
      await next.goto(`${shop.page.origin}/`)
      const gone = await shop.missing(late)
      kept.push(...late.filter((comment) => !gone.includes(comment)))
      lost.push(...gone)
      await context.close()
    }
    try {
      for (const way of Object.keys(WAYS)) await Promise.all(Array.from({ length: LANES }, (_, first) => lane(way, first)))
    } finally {
      await browser.close()
      await shop.page.destroy()
    }
    const ofWay = (way: string) => tries - lost.filter((comment) => comment.startsWith(way)).length
    return {
      measured: Object.keys(WAYS)
        .map((way) => `${way} ${ofWay(way)} of ${tries}`)
        .join(', '),
      isMet: lost.length === 0,
      detail: { 'delivered only by the next page view': kept.length, ...(lost[0] && { 'first lost': lost[0] }) },
    }
  },
}
