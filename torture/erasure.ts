import { renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type BatchResult, PATHS, type Response as PulsoResponse, type Site } from '@pulso/protocol'
import { createSeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from './make-response.ts'
import type { Product } from './product.ts'
import { readDatabase } from './read-database.ts'
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
    await product.stop()
    const file = product.findDatabase()
    const backup = `${file}.backup`
    takeBackup(file, backup)
    await product.start()

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
    await product.stop()
    const gone = new Set(erased.flatMap(({ sent, unsent }) => [...sent, ...unsent].map(({ id }) => id)))
    const countResurrected = () => [...readDatabase(file, site.id).rows.keys()].filter((id) => gone.has(id)).length
    const afterOutbox = countResurrected()

    // A restored backup has everything that was erased, and has forgotten that it was.
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
    renameSync(backup, file)
    const restored = countResurrected()
    await product.start()
    await manage(product, 'POST', `${PATHS.site(site.id)}/erasures/replay`)
    await replay()
    await product.stop()
    const afterBackup = countResurrected()
    const { rows, drift } = readDatabase(file, site.id)
    const kept = people.filter((person) => !erased.includes(person)).flatMap(({ sent }) => sent)
    const missing = kept.filter(({ id }) => !rows.has(id)).length
    return {
      measured: `${afterOutbox} resurrected by outboxes, ${afterBackup} by a restored backup, of ${gone.size}`,
      isMet: afterOutbox + afterBackup + missing + drift === 0 && restored > 0,
      detail: { 'people erased': erased.length, 'in the backup': restored, 'others lost': missing, 'tallies off': drift },
    }
  },
}

/** The whole database in one file, also what still lies in its log. */
function takeBackup(file: string, backup: string): void {
  const database = new DatabaseSync(file)
  database.prepare('VACUUM INTO ?').run(backup)
  database.close()
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
