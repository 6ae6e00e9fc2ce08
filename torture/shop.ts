import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Page } from '@playwright/test'
import type { Site, StoredResponse } from '@pulso/protocol'
import type { Product } from './product.ts'
import { type ServedPage, servePage } from './serve-page.ts'
import type { Stage } from './stage.ts'

/** Chromium without a sandbox, as containers need it, without what it does for itself on the network, and as a person's. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-blink-features=AutomationControlled',
]
/** How long an answer that is on its way may take on a busy machine. */
const ARRIVES_WITHIN_MS = 15_000

/** A site, its page and what was stored of it. */
export interface Shop {
  product: Product
  site: Site
  page: ServedPage
  /** The comments stored so far; each is of one try. */
  readComments(): Promise<Set<string>>
  /** Waits until these comments are stored, and gives those that are not when time is up. */
  missing(comments: Iterable<string>): Promise<string[]>
  readResponses(): Promise<StoredResponse[]>
}

export async function openShop(stage: Stage): Promise<Shop> {
  const product = await stage.product()
  const page = await servePage()
  const site = await product.createSite({ origins: [page.origin] })
  page.carry(product.toSnippet(site))
  const readResponses = () => product.readResponses(site)
  const readComments = async () => new Set((await readResponses()).flatMap(({ comment }) => comment ?? []))
  return {
    product,
    site,
    page,
    readResponses,
    readComments,
    async missing(comments) {
      const deadline = Date.now() + ARRIVES_WITHIN_MS
      let left = [...comments]
      while (left.length > 0 && Date.now() < deadline) {
        const stored = await readComments()
        left = left.filter((comment) => !stored.has(comment))
        if (left.length > 0) await wait(100)
      }
      return left
    },
  }
}

/** Answers the prompt up to the last button, which is given back unpressed. */
export async function fillIn(page: Page, comment: string): Promise<Locator> {
  await page.getByRole('radio', { name: /^4/ }).click()
  await page.getByRole('textbox').fill(comment)
  return page.getByRole('button', { name: 'Send' })
}
