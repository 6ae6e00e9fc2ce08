import { PATHS, type Response as PulsoResponse, type Site, type SiteDefinitionInput, type TallyCheck } from '@pulso/protocol'
import { SeededRandom } from './seeded-random.ts'
import { findDrift, type Keying, TallyModel, type TallyRows } from './tally-model.ts'

interface TalliesOptions {
  /** Asks a running worker, by whatever connection. */
  call: (path: string, init?: RequestInit) => Promise<Response>
  operator: Record<string, string>
  seed: number
  /** At least so many inserts, revisions, retries, verdicts, erasures, moves. */
  operations: number
  /** After how many rounds the site gets another time zone and other segments; four times as often tallies are checked. */
  roundsBetweenMoves: number
  /** The id of the site that is made for it. */
  name: string
  /** What the tables hold, when nothing is under way. */
  readTables(site: Site): Promise<{ days: TallyRows; hours: TallyRows }>
  /** Retires responses for their age, where the caller can. */
  retire?(site: Site, ids: readonly string[]): Promise<void>
  note?(text: string): void
}

export interface TalliesReport {
  operations: number
  /** Of which kind. */
  counts: Record<string, number>
  /** How often the tables were compared with the model. */
  comparisons: number
  /** Tally rows that were wrong, in words; empty when all is well. */
  drift: string[]
}

/** Senders side by side; each has its own responses, so that what must come of them is known. */
const SENDERS = 4
/** As many as surely fit into a request. */
const BATCH = 40
const DAY_MS = 86_400_000
const QUARTER_MS = 900_000

const NAMED_SEGMENTS = [null, 'pro', 'free', 'gold']
const KEYINGS: readonly Keying[] = [
  { timeZone: 'Europe/Madrid', segments: ['pro', 'free'] },
  { timeZone: 'Asia/Kolkata', segments: ['pro', 'free', 'gold'] },
  { timeZone: 'America/New_York', segments: [] },
  { timeZone: 'Europe/Madrid', segments: ['gold'] },
]

const TOUCHPOINTS = ['checkout', 'pickup', 'recommend']
const PROMPTS = [
  { promptId: 'nps', kind: 'nps', scaleMax: 10, lowest: 0 },
  { promptId: 'csat', kind: 'csat', scaleMax: 5, lowest: 1 },
  { promptId: 'mood', kind: 'emoji', scaleMax: 3, lowest: 1 },
  { promptId: 'why', kind: 'choice', scaleMax: 10, lowest: 0 },
  { promptId: 'box', kind: 'text', scaleMax: 0, lowest: 0 },
] as const

function toDefinition(keying: Keying): SiteDefinitionInput {
  return {
    name: 'Counted',
    defaultLocale: 'en',
    ...keying,
    stages: [{ key: 'use', name: { en: 'Use' }, phase: 'during' }],
    touchpoints: TOUCHPOINTS.map((key) => ({ key, stage: 'use', name: { en: key } })),
    prompts: PROMPTS.map(({ promptId: id, kind, scaleMax }) => ({
      id,
      kind,
      scaleMax,
      touchpoints: [],
      ...(kind === 'choice' && { options: ['a', 'b', 'c'].map((key) => ({ key })), multiple: true as const }),
    })),
  }
}

/**
 * Plays random inserts, revisions, older revisions, retries, verdicts, erasures, late
 * retries of what was erased, imports and their removal, from several senders at
 * once, and now and then gives the site another time zone and other segments; holds
 * what the tables then say against a model that counts plainly in memory, and against
 * the product's own recount.
 */
export async function runTallies(options: TalliesOptions): Promise<TalliesReport> {
  const { call, operator, seed, name, roundsBetweenMoves, note } = options
  const roundsBetweenChecks = Math.ceil(roundsBetweenMoves / 4)
  const headers = { ...operator, 'Content-Type': 'application/json' }
  const manage = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await call(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  let keying: Keying = KEYINGS[0] as Keying
  const site = await manage<Site>('PUT', PATHS.site(name), toDefinition(keying))
  const models = Array.from({ length: SENDERS }, () => new TallyModel(TOUCHPOINTS))
  // One each: what they do must not depend on whose answer comes first.
  const randoms = models.map((_, sender) => new SeededRandom(seed * SENDERS + sender))
  const report: TalliesReport = { operations: 0, counts: {}, comparisons: 0, drift: [] }
  const tell = (what: string, count = 1) => {
    report.operations += count
    report.counts[what] = (report.counts[what] ?? 0) + count
  }
  const compare = async () => {
    const wanted = models.map((model) => model.count(keying))
    const found = await options.readTables(site)
    report.comparisons += 1
    for (const table of ['days', 'hours'] as const) {
      report.drift.push(...findDrift(addUp(wanted.map((counted) => counted[table])), found[table]).map((text) => `${table} ${text}`))
    }
  }
  const check = async (action: 'verify' | 'rebuild') => {
    for (let run: string | null = null; ; ) {
      const step: TallyCheck = await manage<TallyCheck>('POST', PATHS.tallies(site.id), { action, run })
      run = step.run
      if (step.state !== 'done') continue
      report.drift.push(...step.differences.map((difference) => `recount ${JSON.stringify(difference)}`))
      return
    }
  }

  for (let round = 1; report.operations < options.operations && report.drift.length === 0; round += 1) {
    // A check side by side with everything else, which it must neither disturb nor be misled by.
    const plays = models.map((model, sender) =>
      play({ ...options, random: randoms[sender] as SeededRandom, site, model, manage, keying, tell }),
    )
    await Promise.all([...plays, ...(round % roundsBetweenChecks === 0 ? [check('verify')] : [])])
    if (round % roundsBetweenMoves !== 0) continue
    await compare()
    keying = KEYINGS[(round / roundsBetweenMoves) % KEYINGS.length] as Keying
    await manage('PUT', PATHS.site(name), toDefinition(keying))
    tell('move of the whole site')
    // It moves the responses that the background has not moved yet, and must then find nothing to mend.
    await check('rebuild')
    await compare()
    note?.(`${report.operations} operations`)
  }
  await compare()
  return report
}

interface Play extends Pick<TalliesOptions, 'call' | 'retire'> {
  random: SeededRandom
  site: Site
  model: TallyModel
  keying: Keying
  manage<Answer>(method: string, path: string, body?: unknown): Promise<Answer>
  tell(what: string, count?: number): void
}

/** One sender's turn: a batch of responses, and something that a member of the team does. */
async function play(turn: Play): Promise<void> {
  const { random, model, site, manage, tell } = turn
  await sendBatch(turn)
  const pick = () => (model.ids.length === 0 ? [] : random.many(random.int(1, 3), () => random.pick(model.ids)))
  const deed = random.int(0, 9)
  if (deed <= 2) {
    const ids = [...new Set(pick())]
    const verdict = random.pick(['released', 'confirmed'] as const)
    if (ids.length === 0) return
    await manage('PATCH', PATHS.siteResponses(site.id), { ids, verdict })
    model.judge(ids, verdict)
    tell(verdict, ids.length)
  } else if (deed <= 4) {
    for (const id of new Set(pick())) {
      const last = model.find(id)
      await manage('DELETE', `${PATHS.siteResponses(site.id)}/${id}`)
      model.erase(id)
      tell('erased')
      // Its sender knows nothing of that, and tries once more.
      if (last && random.int(0, 1) === 0) await post(turn, [{ ...last, rev: last.rev + 1 }], false, 'late retry of an erased one')
    }
  } else if (deed === 5) {
    const responses = random.many(random.int(1, BATCH), () => makeResponse(random))
    await manage('POST', PATHS.siteImport(site.id), { source: 'import', responses })
    for (const response of responses) model.send(response, { isImport: true })
    tell('import', responses.length)
  } else if (deed === 6 && turn.retire) {
    const ids = [...new Set(pick())]
    await turn.retire(site, ids)
    model.retire(ids, turn.keying)
    tell('retired', ids.length)
  }
}

/** New responses, newer revisions, older ones and the same again, in any order. */
async function sendBatch(turn: Play): Promise<void> {
  const { random, model } = turn
  const isTest = random.int(0, 5) === 0
  const ours = model.ids.filter((id) => model.isTest(id) === isTest)
  const batch = random.many(random.int(1, BATCH), () => {
    const last = ours.length > 0 && random.int(0, 2) > 0 ? model.find(random.pick(ours)) : undefined
    if (!last) return makeResponse(random)
    const change = random.int(0, 4)
    if (change === 0) return last
    return { ...makeResponse(random, last), rev: change === 1 ? random.int(1, last.rev) : last.rev + random.int(1, 3) }
  })
  await post(turn, batch, isTest, 'sent')
  // The answer was lost on its way.
  if (random.int(0, 3) === 0) await post(turn, batch, isTest, 'sent again')
}

async function post({ call, site, model, tell }: Play, responses: PulsoResponse[], isTest: boolean, what: string): Promise<void> {
  const siteKey = isTest ? site.siteKey.replace('pk_', 'pk_test_') : site.siteKey
  const answer = await call(PATHS.responses, { method: 'POST', body: JSON.stringify({ siteKey, sentAt: Date.now(), responses }) })
  if (![200, 410].includes(answer.status)) throw new Error(`a batch was answered with ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
  for (const response of responses) model.send(response, { isTest })
  tell(what, responses.length)
}

/** Anything that a visitor may have answered in the last six days; of one that is revised the id and the question stay. */
function makeResponse(random: SeededRandom, before?: PulsoResponse): PulsoResponse {
  const shownAt = before?.shownAt ?? toTime(random)
  const { promptId, kind, scaleMax, lowest } = PROMPTS.find(({ promptId: id }) => id === before?.promptId) ?? random.pick(PROMPTS)
  const state = random.pick(['shown', 'dismissed', 'answered', 'answered', 'completed', 'completed'] as const)
  const segment = random.pick(NAMED_SEGMENTS)
  const isAnswered = state === 'answered' || state === 'completed'
  return {
    id: before?.id ?? toId(shownAt, random),
    rev: 1,
    promptId,
    promptVersion: 1,
    kind,
    scaleMax,
    touchpoint: random.pick([...TOUCHPOINTS, 'nowhere']),
    locale: 'en',
    shownAt,
    state,
    ...(segment !== null && { segment }),
    ...(isAnswered && { answeredAt: toTime(random) }),
    ...(isAnswered && kind === 'choice' && { choices: ['a', 'b', 'c'].slice(random.int(0, 2)) }),
    ...(isAnswered && kind !== 'choice' && kind !== 'text' && { score: random.int(lowest, scaleMax) }),
    ...(isAnswered && (kind === 'text' || random.int(0, 2) === 0) && { comment: `Words of ${random.int(0, 999)}` }),
  }
}

/** In the middle of a quarter of an hour, so that what a request takes moves nothing into another hour. */
function toTime(random: SeededRandom): number {
  const quarters = Math.floor(Date.now() / QUARTER_MS) - 2
  return (quarters - random.int(0, Math.floor((6 * DAY_MS) / QUARTER_MS))) * QUARTER_MS + QUARTER_MS / 2
}

function toId(shownAt: number, random: SeededRandom): string {
  const time = shownAt.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`
}

function addUp(tables: readonly TallyRows[]): TallyRows {
  const sums = new Map<string, readonly number[]>()
  for (const table of tables) {
    for (const [key, counts] of table) {
      const before = sums.get(key)
      sums.set(key, before ? before.map((sum, index) => sum + (counts[index] ?? 0)) : counts)
    }
  }
  return sums
}
