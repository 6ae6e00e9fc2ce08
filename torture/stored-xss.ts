import { chromium, type Page } from '@playwright/test'
import { PATHS } from '@pulso/protocol'
import { ManagementClient } from '../commands/management-client.ts'
import { createSeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { watchForAttacks } from '../examples/dashboard/watch-for-attacks.ts'
import { toSpread, XSS_VECTORS } from '../examples/dashboard/xss-vectors.ts'
import { makeResponse } from './make-response.ts'
import type { TortureRow } from './row.ts'
import { sendBatch } from './send-batch.ts'
import { CHROMIUM_ARGUMENTS } from './shop.ts'

/** Texts that would run something if anybody took them for more than text, stored and then looked at everywhere. */
export const storedXssRow: TortureRow = {
  name: 'stored-xss',
  promise: 'stored XSS',
  goal: '≥ 500 vectors through API into dashboard and export, in Chromium: 0 executions, 0 CSP violations',
  isGentle: true,
  async run({ seed, isQuick, stage, note }) {
    const random = createSeededRandom(seed)
    const vectors = isQuick ? toSpread(22) : [...XSS_VECTORS]
    const product = await stage.product()
    const [name = '', touchpointName = '', stageName = ''] = vectors.map(({ text }) => text).filter((text) => text.length < 280)
    const site = await product.createSite({
      name,
      stages: [{ key: 'use', name: { en: stageName }, phase: 'during' }],
      touchpoints: ['first', 'second'].map((key) => ({ key, stage: 'use', name: { en: touchpointName } })),
    })
    for (let first = 0; first < vectors.length; first += 10) {
      const batch = vectors
        .slice(first, first + 10)
        .map(({ text }) => ({ ...makeResponse(random), state: 'completed' as const, score: 1, answeredAt: Date.now(), comment: text }))
      const { status } = await sendBatch(product.origin, site, batch)
      if (status !== 200) throw new Error(`the vectors were answered with ${status}`)
    }
    const stored = (await product.readResponses(site)).flatMap(({ comment }) => comment ?? [])
    const link = await new ManagementClient(product.origin, product.adminToken).createSignInLink()
    const browser = await chromium.launch({ executablePath: await stage.chromium(), args: CHROMIUM_ARGUMENTS })
    try {
      const page = await browser.newPage({ locale: 'en' })
      const attacks = await watchForAttacks(page)
      await page.goto(link)
      await page.waitForURL('**/sites/**')
      await page.goto(`${product.origin}/sites/${site.id}`)
      const shown = await readAllComments(page, stored.length)
      note(`${shown.length} comments shown`)
      await touchEverything(page)
      for (const path of [PATHS.site(site.id), `${PATHS.siteResponses(site.id)}?comments=only&limit=100`, PATHS.stats(site.id), '/docs']) {
        await page.goto(`${product.origin}${path}`)
        await touchEverything(page)
      }
      const exported = await readExport(product.origin, product.adminToken, site.id)
      // The dashboard shows what was redacted as a label: the word without its brackets.
      const difference = findDifference(stored.map(toLabelled), shown) ?? findDifference(stored, exported)
      const { executions, violations } = attacks
      return {
        measured: `${executions.length} executions, ${violations.length} violations of ${vectors.length} vectors`,
        isMet: executions.length + violations.length === 0 && stored.length === vectors.length && difference === undefined,
        detail: {
          'shown in the dashboard': shown.length,
          'in the export': exported.length,
          'every text as it is stored': String(difference === undefined),
          ...(difference !== undefined && { 'first difference': JSON.stringify(difference) }),
          ...(executions[0] && { 'first execution': executions[0] }),
          ...(violations[0] && { 'first violation': violations[0] }),
        },
      }
    } finally {
      await browser.close()
    }
  },
}

const toLabelled = (text: string) => text.replaceAll('[secret]', 'secret')

/** The first text that is in one list more often than in the other. */
function findDifference(
  left: readonly string[],
  right: readonly string[],
): [left: string | undefined, right: string | undefined] | undefined {
  const [ours, theirs] = [left.toSorted(), right.toSorted()]
  const place = Array.from({ length: Math.max(ours.length, theirs.length) }).findIndex((_, index) => ours[index] !== theirs[index])
  return place < 0 ? undefined : [ours[place], theirs[place]]
}

async function readAllComments(page: Page, count: number): Promise<string[]> {
  const quotes = page.getByRole('blockquote')
  // They are asked for when somebody comes to them.
  await page.locator('.comments').scrollIntoViewIfNeeded()
  await quotes.first().waitFor()
  while ((await quotes.count()) < count) {
    const before = await quotes.count()
    await page.getByRole('button', { name: 'Show older comments' }).click()
    await page.waitForFunction((many) => document.querySelectorAll('blockquote').length > many, before)
  }
  return quotes.evaluateAll((elements) => elements.map((element) => element.textContent ?? ''))
}

/** Moves over, focuses and unfolds everything, for handlers that wait for that. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      for (const type of ['pointerenter', 'mouseover', 'focus', 'animationstart']) element.dispatchEvent(new Event(type, { bubbles: true }))
    }
  })
}

/** Every comment of the export for programs. */
async function readExport(origin: string, adminToken: string, siteId: string): Promise<string[]> {
  const answer = await fetch(`${origin}${PATHS.exportNdjson(siteId)}`, { headers: { authorization: `Bearer ${adminToken}` } })
  if (!answer.ok) throw new Error(`the export gave ${answer.status}`)
  const lines = (await answer.text()).trimEnd().split('\n')
  return lines.flatMap((line) => (JSON.parse(line) as { comment: string | null }).comment ?? [])
}
