import { request } from 'node:http'
import type { BatchResult, SiteDefinitionInput } from '@pulso/protocol'
import { createHostileRequests, type HostileRequest } from '../apps/worker/test/hostile-requests.ts'
import { createSeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from './make-response.ts'
import type { TortureRow } from './row.ts'
import { sendBatch } from './send-batch.ts'

const COUNT = { full: 40_000, quick: 300 }
const TOGETHER = 10
/** Of the second half over the first: workerd collects late, and its memory climbs for about 25,000 requests before it stands still. */
const MOST_GROWTH = 1.3
const ORIGIN = 'https://shop.example'

const BESIEGED: Partial<SiteDefinitionInput> = {
  origins: [ORIGIN],
  touchpoints: [{ key: 'recommend', stage: 'use', name: { en: 'Recommend' } }],
  prompts: [{ id: 'nps', kind: 'nps', touchpoints: ['recommend'] }],
}

/** Requests that nobody honest sends, over a real connection: each is refused or stored rightly, and nothing else is stored. */
export const badInputRow: TortureRow = {
  name: 'bad-input',
  promise: 'bad input',
  goal: '≥ 20,000 generated requests: 100 % 4xx or correctly stored; 0 5xx; nothing else stored; memory flat',
  isGentle: true,
  async run({ seed, isQuick, stage, note }) {
    const count = isQuick ? COUNT.quick : COUNT.full
    const product = await stage.product()
    const site = await product.createSite(BESIEGED)
    const other = await product.createSite()
    const theirs = makeResponse(createSeededRandom(seed))
    await sendBatch(product.origin, other, [theirs])
    // The other site asks `csat` too, which this one has never had.
    const foreign = { siteKey: other.siteKey, promptId: 'csat', responseId: theirs.id }

    const complaints: string[] = []
    const expected = new Map<string, { rev: number; score: number | null; comment: string | null }>()
    const byChance = new Set<string>()
    let memoryBefore = 0
    for (let first = 0; first < count; first += TOGETHER) {
      const round = createHostileRequests(seed, TOGETHER, { siteKey: site.siteKey, origin: ORIGIN, foreign }, first)
      const answers = await Promise.all(round.map((hostile) => send(product.origin, hostile)))
      for (const [place, hostile] of round.entries()) {
        const { status, text } = answers[place] ?? { status: 0, text: 'no answer' }
        if (!hostile.statuses.includes(status))
          complaints.push(`${hostile.family}, index ${hostile.index}: ${status} ${text.slice(0, 200)}`)
        if (hostile.rows !== 'any') for (const row of hostile.rows) expected.set(row.id, row)
        else if (status === 200) {
          for (const result of (JSON.parse(text) as BatchResult).results) if (result.status === 'stored') byChance.add(result.id)
        }
      }
      // What a process takes for its first half is room that it keeps; what it takes anew for the second is a leak.
      if (first === Math.floor(count / 2 / TOGETHER) * TOGETHER) memoryBefore = await product.readMemoryMb()
      if (first % 2000 === 0) note(`${first} requests`)
    }
    const memoryAfter = await product.readMemoryMb()
    const { rows, drift } = await product.readStored(site)
    const { rows: neighbours } = await product.readStored(other)
    const missing = [...expected].filter(([id, { rev, score, comment }]) => {
      const row = rows.get(id)
      return row?.rev !== rev || row.score !== score || row.comment !== comment
    })
    const surplus = [...rows.keys()].filter((id) => !expected.has(id) && !byChance.has(id)).length
    const isOtherAsBefore = neighbours.size === 1 && neighbours.get(theirs.id)?.rev === theirs.rev
    const isFlat = isQuick || memoryAfter <= memoryBefore * MOST_GROWTH
    return {
      measured: `${complaints.length} wrong answers of ${count}; ${missing.length} not stored rightly, ${surplus} stored that should not be; memory ${Math.round(memoryBefore)} → ${Math.round(memoryAfter)} MB`,
      isMet: complaints.length + missing.length + surplus + drift === 0 && isOtherAsBefore && isFlat && expected.size > count / 5,
      detail: {
        'stored rightly': expected.size,
        'tallies off': drift,
        'the other site': isOtherAsBefore ? 'as before' : 'changed',
        ...(complaints[0] && { 'first wrong answer': complaints[0] }),
        ...(missing[0] && { 'first not stored rightly': JSON.stringify([missing[0], rows.get(missing[0][0])]) }),
      },
    }
  },
}

/** On a connection of its own, so that what one body leaves behind is not taken for the next request. */
function send(origin: string, { method, path, headers, body, claimedLength }: HostileRequest): Promise<{ status: number; text: string }> {
  const length = claimedLength ?? body?.byteLength
  const options = { method, agent: false, headers: { ...headers, ...(length !== undefined && { 'content-length': length }) } }
  return new Promise((resolve) => {
    const sent = request(`${origin}${path}`, options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
      answer.on('error', (error) => resolve({ status: 0, text: String(error) }))
    })
    sent.on('error', (error) => resolve({ status: 0, text: String(error) }))
    sent.end(body ?? undefined)
  })
}
