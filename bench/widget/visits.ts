import { join } from 'node:path'
import type { Browser, CDPSession, Page } from '@playwright/test'
import type { SiteDefinitionInput } from '@pulso/protocol'
import type { PageName, ServedPages } from './serve-pages.ts'

const THROTTLING = 4
/** Long enough for the widget's head start: it prepares two seconds before a prompt is due. */
const COMING_AFTER_MS = 3500
/** The watch for the frame begins a little before it can come, so that it costs the wait before nothing. */
const WATCH_BEFORE_MS = 150
/** What a page view is given to come to rest. Whatever the tag does in idle time is in it, and its first look at how long the page is. */
const REST_MS = 2000

/** The site that is measured: one prompt that waits for a moment, one that comes, one that is asked for. */
export const MEASURED_SITE: SiteDefinitionInput = {
  name: 'Acme',
  timeZone: 'Europe/Madrid',
  defaultLocale: 'en',
  stages: [{ key: 'use', name: { en: 'Use', es: 'Uso' }, phase: 'during' }],
  touchpoints: ['view', 'coming', 'asked'].map((key) => ({ key, stage: 'use', name: { en: key, es: key } })),
  prompts: [
    { id: 'view', kind: 'csat', touchpoints: ['view'], rules: { url: ['/nowhere/**'], sample: 0.5 } },
    { id: 'scrolled', kind: 'csat', touchpoints: ['view'], triggers: { scroll: 90 } },
    { id: 'coming', kind: 'nps', touchpoints: ['coming'], delayMs: COMING_AFTER_MS },
    { id: 'asked', kind: 'nps', touchpoints: ['asked'], delayMs: 0 },
  ],
}

/** One visit's figure, and what disturbed the visitor meanwhile. */
export interface Measurement {
  ms: number
  longTasks: number[]
  layoutShift: number
}

/** What the measured pages have in their one global scope, seen from here. */
declare global {
  interface Window {
    probe: {
      painted(selector: string): Promise<number>
      disturbance(from: number): Promise<Omit<Measurement, 'ms'>>
    }
    askByHand(endpoint: string): void
  }
}
interface PageWithPulso {
  pulso: {
    touchpoint(key: string): void
    ask(prompt: string, options: { touchpoint: string }): void
    headless(prompt: string, options: { touchpoint: string }): Promise<unknown>
  }
}

interface VisitTools {
  browser: Browser
  pages: ServedPages
}

/** Opens one of the pages as a new visitor with an empty cache, on a slow machine, and closes it afterwards. */
async function visit<Result>(
  { browser, pages }: VisitTools,
  name: PageName,
  act: (page: Page, session: CDPSession) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' })
  try {
    await context.addInitScript({ path: join(import.meta.dirname, 'probe.js') })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLING })
    await session.send('Performance.enable', { timeDomain: 'timeTicks' })
    await page.goto(pages.toUrl(name))
    return await act(page, session)
  } finally {
    await context.close()
  }
}

/** Lets the page do what it does by itself. */
const rest = (page: Page) =>
  page.evaluate((ms) => new Promise<void>((resolve) => setTimeout(() => requestIdleCallback(() => resolve()), ms)), REST_MS)

/** All main-thread tasks of a page view, from navigation until the page rests. */
export const viewPage = (tools: VisitTools, name: 'empty' | 'empty-script' | 'tag'): Promise<Measurement> =>
  visit(tools, name, async (page, session) => {
    await rest(page)
    const { metrics } = await session.send('Performance.getMetrics')
    const seconds = metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN
    return { ms: seconds * 1000, ...(await page.evaluate(() => window.probe.disturbance(0))) }
  })

/** A prompt by hand, out of the blue. */
export const askByHand = (tools: VisitTools): Promise<Measurement> =>
  visit(tools, 'hand-written', async (page) => {
    await rest(page)
    return page.evaluate(async () => {
      const from = performance.now()
      const painted = window.probe.painted('hand-written-card')
      window.askByHand('/answers')
      return { ms: (await painted) - from, ...(await window.probe.disturbance(from)) }
    })
  })

/** The files that a page fetches from Pulso once a prompt is asked for. */
export const findChunks = ({ browser, pages }: VisitTools): Promise<string[]> =>
  visit({ browser, pages }, 'ready', async (page) => {
    await rest(page)
    const files: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && files.push(request.url()))
    await page.evaluate(() => (window as unknown as PageWithPulso).pulso.ask('asked', { touchpoint: 'asked' }))
    await page.locator('pulso-card').waitFor()
    return files
  })

/** The same by Pulso, out of the blue: its code and its words are loaded, no card was ever drawn. */
export const askPulso = (tools: VisitTools, chunks: readonly string[]): Promise<Measurement> =>
  visit(tools, 'ready', async (page) => {
    await rest(page)
    await page.evaluate(async (urls) => {
      await Promise.all(urls.map((url) => import(url)))
      await (window as unknown as PageWithPulso).pulso.headless('view', { touchpoint: 'view' })
    }, chunks)
    await rest(page)
    return page.evaluate(async () => {
      const from = performance.now()
      const painted = window.probe.painted('pulso-card')
      ;(window as unknown as PageWithPulso).pulso.ask('asked', { touchpoint: 'asked' })
      return { ms: (await painted) - from, ...(await window.probe.disturbance(from)) }
    })
  })

/** Something that comes after a delay: from when it is due until it is painted. */
const come = (tools: VisitTools, what: 'div' | 'prompt'): Promise<Measurement> =>
  visit(tools, 'ready', async (page) => {
    await rest(page)
    return page.evaluate(
      async ({ what, delayMs, watchBeforeMs }) => {
        const from = performance.now()
        if (what === 'prompt') (window as unknown as PageWithPulso).pulso.touchpoint('coming')
        else
          setTimeout(() => document.body.append(Object.assign(document.createElement('div'), { id: 'late', textContent: 'Late' })), delayMs)
        await new Promise((resolve) => setTimeout(resolve, delayMs - watchBeforeMs))
        const painted = await window.probe.painted(what === 'prompt' ? 'pulso-card' : '#late')
        return { ms: painted - from - delayMs, ...(await window.probe.disturbance(from)) }
      },
      { what, delayMs: COMING_AFTER_MS, watchBeforeMs: WATCH_BEFORE_MS },
    )
  })
export const comingDiv = (tools: VisitTools): Promise<Measurement> => come(tools, 'div')
export const comingPrompt = (tools: VisitTools): Promise<Measurement> => come(tools, 'prompt')
