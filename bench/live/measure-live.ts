import { chromium } from '@playwright/test'
import type { Site, SiteDefinitionInput } from '@pulso/protocol'
import type { ManagementClient } from '../../commands/management-client.ts'
import { createSeededRandom } from '../../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from '../../torture/make-response.ts'
import { sendBatch } from '../../torture/send-batch.ts'
import { openWatchers } from './watchers.ts'

const WATCHERS = 500
const ANSWERS = 200
const PER_SECOND = 8

const WATCHED_SITE: SiteDefinitionInput = {
  name: 'Watched',
  timeZone: 'Europe/Madrid',
  defaultLocale: 'en',
  stages: [{ key: 'use', name: { en: 'Use' }, phase: 'during' }],
  touchpoints: [{ key: 'first', stage: 'use', name: { en: 'First' } }],
  prompts: [{ id: 'nps', kind: 'nps', touchpoints: ['first'] }],
  // They all come from one machine.
  networkAnswersPerHour: 0,
}

export interface LiveMeasurements {
  watchers: number
  answers: number
  /** From sending an answer until a watcher's socket had it, in milliseconds, for each watcher and answer. */
  heardMs: number[]
  /** The same until a dashboard in Chromium had drawn it, for each answer. */
  drawnMs: number[]
  /** Frames to one watcher per second. */
  framesPerSecond: number
}

interface LiveTools {
  origin: string
  client: ManagementClient
  executablePath: string
}

/** Five hundred watchers of one site and one dashboard in a browser, while answers come at random moments. */
export async function measureLive({ origin, client, executablePath }: LiveTools): Promise<LiveMeasurements> {
  const site = await client.saveSite('watched', WATCHED_SITE)
  const random = createSeededRandom(1)
  const watchers = await openWatchers(client, origin, site, WATCHERS)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  try {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
    await page.goto(await client.createSignInLink())
    await page.locator('h1').waitFor()
    await page.goto(`${origin}/sites/${site.id}?days=7`)
    await page.locator('[data-connection=live]').waitFor()
    await send(origin, site, random)
    await page.getByText('1 answer').first().waitFor()
    await page.evaluate(() => {
      const drawnAt: number[] = []
      Object.assign(window, { drawnAt })
      new MutationObserver(() => {
        const answers = Number(/(\d+) answers?/.exec(document.querySelector('[data-touchpoint=first] .card-note')?.textContent ?? '')?.[1])
        for (let known = drawnAt.length; known <= answers; known += 1) drawnAt[known] = Date.now()
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    })
    await watchers.waitFor(1)

    const framesBefore = watchers.frames
    const from = performance.now()
    const sentAt: number[] = [0, 0]
    for (let answer = 2; answer < ANSWERS + 2; answer += 1) {
      // Answers come as they come: a Poisson process.
      await new Promise((resolve) => setTimeout(resolve, (-Math.log(1 - random.next()) / PER_SECOND) * 1000))
      sentAt[answer] = performance.now()
      await send(origin, site, random)
    }
    await watchers.waitFor(ANSWERS + 1)
    const seconds = (performance.now() - from) / 1000
    await page
      .getByText(`${ANSWERS + 1} answers`)
      .first()
      .waitFor()
    const drawnAt = await page.evaluate(() => (window as unknown as { drawnAt: number[] }).drawnAt)
    const toMs = (at: readonly (number | undefined)[]) => sentAt.slice(2).map((sent, index) => (at[index + 2] ?? Number.NaN) - sent)
    return {
      watchers: WATCHERS,
      answers: ANSWERS,
      heardMs: watchers.heardAt.flatMap(toMs),
      drawnMs: toMs(drawnAt.map((time) => time - performance.timeOrigin)),
      framesPerSecond: (watchers.frames - framesBefore) / WATCHERS / seconds,
    }
  } finally {
    watchers.close()
    await browser.close()
  }
}

async function send(origin: string, site: Site, random: ReturnType<typeof createSeededRandom>): Promise<void> {
  const asked = { promptId: 'nps', kind: 'nps', scaleMax: 10, touchpoint: 'first' } as const
  const answer = { state: 'answered', score: random.below(11), answeredAt: Date.now() } as const
  const { status } = await sendBatch(origin, site, [{ ...makeResponse(random), ...asked, ...answer }])
  if (status !== 200) throw new Error(`an answer was answered with ${status}`)
}
