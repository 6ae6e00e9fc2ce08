import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BatchResult, PATHS, type Response as PulsoResponse, type Site } from '@pulso/protocol'
import { createSeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from './make-response.ts'
import type { Product } from './product.ts'
import type { TortureRow } from './row.ts'

const PEOPLE = { full: 60, quick: 6 }
const ANSWERS_EACH = 5

/** Every second person is erased; then their outboxes send everything again, and then the database is turned back to before. */
export const erasureRow: TortureRow = {
  name: 'erasure',
  promise: 'erasure',
  goal: 'erase, then replay outbox and restored backup: 0 resurrected',
  async run({ seed, isQuick, stage }) {
    const random = createSeededRandom(seed)
    const product = await stage.product()
    const site = await product.createSite()
    const people = Array.from({ length: isQuick ? PEOPLE.quick : PEOPLE.full }, (_, number) => ({
      respondentId: `pen-name-${seed}-${number}`,
      // What has arrived, and what was still in the outbox when they were erased.
      sent: Array.from({ length: ANSWERS_EACH }, () => makeResponse(random)),
      unsent: Array.from({ length: 2 }, () => makeResponse(random)),
    }))
    for (const { respondentId, sent } of people) await send(product, site, respondentId, sent)
    const folder = mkdtempSync(join(tmpdir(), 'pulso-backup-'))
    const backup = join(folder, 'backup.sqlite')
    await product.backUp(backup)

    const erased = people.filter((_, number) => number % 2 === 0)
    for (const { respondentId } of erased) await erase(product, site, respondentId)
    const replay = async () => {
      for (const { respondentId, sent, unsent } of erased) {
        // As they were, a revision further, with the name and without it.
        const all = [...sent, ...unsent, ...sent.map((response) => ({ ...response, rev: response.rev + 1 }))]
        await send(product, site, respondentId, all)
        await send(product, site, undefined, sent)
      }
    }
    await replay()
    const gone = new Set(erased.flatMap(({ sent, unsent }) => [...sent, ...unsent].map(({ id }) => id)))
    const countResurrected = async () => [...(await product.readStored(site)).rows.keys()].filter((id) => gone.has(id)).length
    const afterOutbox = await countResurrected()

    // A restored backup has everything that was erased, and has forgotten that it was.
    await product.stop()
    product.restore(backup)
    rmSync(folder, { recursive: true })
    const restored = await countResurrected()
    await product.start()
    await manage(product, 'POST', `${PATHS.site(site.id)}/erasures/replay`)
    await replay()
    const afterBackup = await countResurrected()
    const { rows, drift } = await product.readStored(site)
    const kept = people.filter((person) => !erased.includes(person)).flatMap(({ sent }) => sent)
    const missing = kept.filter(({ id }) => !rows.has(id)).length
    return {
      measured: `${afterOutbox} resurrected by outboxes, ${afterBackup} by a restored backup, of ${gone.size}`,
      isMet: afterOutbox + afterBackup + missing + drift === 0 && restored > 0,
      detail: { 'people erased': erased.length, 'in the backup': restored, 'others lost': missing, 'tallies off': drift },
    }
  },
}

async function send(product: Product, { siteKey }: Site, respondentId: string | undefined, responses: readonly PulsoResponse[]) {
  const body = JSON.stringify({ siteKey, sentAt: Date.now(), responses, ...(respondentId !== undefined && { respondentId }) })
  const answer = await fetch(`${product.origin}${PATHS.responses}`, { method: 'POST', body })
  // 410 when every item was erased: that is an answer too.
  if (!answer.ok && answer.status !== 410) throw new Error(`sending gave ${answer.status}`)
  return (await answer.json()) as Partial<BatchResult>
}

async function erase(product: Product, site: Site, respondentId: string): Promise<void> {
  const { respondent } = (await manage(product, 'POST', `${PATHS.site(site.id)}/respondents`, { respondentId })) as { respondent: string }
  await manage(product, 'DELETE', `${PATHS.site(site.id)}/respondents/${respondent}`)
}

async function manage(product: Product, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${product.origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${product.adminToken}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path} gave ${answer.status}`)
  return answer.json()
}
