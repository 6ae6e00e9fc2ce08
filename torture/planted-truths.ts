import {
  type AlertReport,
  type ImportBatch,
  type Journey,
  LIMITS,
  PATHS,
  type Report,
  type Retention,
  type Site,
  type ThemesReport,
} from '@pulso/protocol'
import { createPlantedHistory, type PlantedHistory } from '../examples/planted/history.ts'
import { PLANTED_SEGMENTS, toPlantedSite } from '../examples/planted/site.ts'
import { toWire } from '../examples/planted/to-wire.ts'
import type { PlantedTruths } from '../examples/planted/truths.ts'
import type { Product } from './product.ts'
import type { TortureRow } from './row.ts'

const DAYS = 90
const FORMS = {
  full: { planted: 5, quiet: 40, responses: 30_000 },
  quick: { planted: 1, quiet: 0, responses: 20_000 },
}
/** What is stated of each: at most one site in twenty is told something that is not so. */
const STATED_RATE = 0.05
/** A count of so many trials at that rate is passed by chance in less than one run of a thousand. */
const toMostFalse = (trials: number) => STATED_RATE * trials + 3.1 * Math.sqrt(trials * STATED_RATE * (1 - STATED_RATE))

/** Histories with known truths, and quiet ones: does the product find the first, and nothing in the second? */
export const plantedTruthsRow: TortureRow = {
  name: 'planted-truths',
  promise: 'planted truths',
  goal: 'all found by fix-first, alerts, themes and comparison; in pure noise nothing beyond the stated 5 % of sites',
  isGentle: true,
  async run({ seed, isQuick, stage, note }) {
    const { planted, quiet, responses } = isQuick ? FORMS.quick : FORMS.full
    const product = await stage.product()
    const missed: string[] = []
    for (let number = 0; number < planted; number += 1) {
      const { truths, found } = await look(product, { seed: seed + number, responses, isQuiet: false })
      if (!truths) throw new Error('nothing was planted')
      const checks = checkTruths(found, truths, isQuick)
      for (const [what, isFound] of Object.entries(checks)) if (!isFound) missed.push(`${what} (seed ${seed + number})`)
      note(`planted ${number + 1} of ${planted}`)
    }
    const falseFinds: Record<string, number> = { 'fix first': 0, alerts: 0, themes: 0, segments: 0 }
    for (let number = 0; number < quiet; number += 1) {
      const { found } = await look(product, { seed: seed + 1000 + number, responses, isQuiet: true })
      for (const [what, isFound] of Object.entries(findNoise(found))) if (isFound) falseFinds[what] = (falseFinds[what] ?? 0) + 1
      note(`quiet ${number + 1} of ${quiet}`)
    }
    const tooMany = Object.entries(falseFinds).filter(([, count]) => count > toMostFalse(quiet))
    return {
      measured: `${missed.length} truths missed of ${planted * (Object.keys(TRUTHS).length - (isQuick ? 1 : 0))}; found in ${quiet} quiet sites: ${Object.entries(
        falseFinds,
      )
        .map(([what, count]) => `${what} ${count}`)
        .join(', ')}`,
      isMet: missed.length === 0 && tooMany.length === 0,
      detail: { 'responses in each': responses, ...(missed[0] && { missed: missed.join(', ') }) },
    }
  },
}

/** Everything that the product says of a site. */
interface Found {
  /** From the release on, and the two months before it. */
  since: Journey
  before: Journey
  alerts: AlertReport
  themes: ThemesReport
  /** By segment, each against the rest, at every touchpoint. */
  segments: Record<string, Report>
  retention: Retention
  stats: Report
}

interface Look {
  seed: number
  responses: number
  isQuiet: boolean
}

async function look(product: Product, { seed, responses, isQuiet }: Look): Promise<{ truths: PlantedTruths | null; found: Found }> {
  const history = createPlantedHistory({ now: Date.now(), responses, days: DAYS, seed, isQuiet, isSegmented: true })
  const site = await product.createSite(toPlantedSite({ name: isQuiet ? 'Quiet' : 'Planted' }))
  await bring(product, site, history)
  const ask = async <Answer>(path: string, query: string): Promise<Answer> => {
    const answer = await fetch(`${product.origin}${path}?${query}`, { headers: { authorization: `Bearer ${product.adminToken}` } })
    if (!answer.ok) throw new Error(`${path}?${query} gave ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  const release = history.truths?.release
  if (release) await mark(product, site, release)
  // What the night would do.
  await post(product, PATHS.months(site.id), {})
  const today = toDay(Date.now(), site.timeZone)
  const [first, last] = release ? [release.day, today] : [addDays(today, -27), today]
  const segments: Record<string, Report> = {}
  for (const { key } of site.touchpoints) {
    segments[key] = await ask(PATHS.stats(site.id), `days=${DAYS}&by=segment&compare=rest&touchpoint=${key}`)
  }
  return {
    truths: history.truths,
    found: {
      since: await ask(PATHS.journey(site.id), `from=${first}&to=${last}`),
      before: await ask(PATHS.journey(site.id), `from=${addDays(first, -60)}&to=${addDays(first, -1)}`),
      alerts: await ask(PATHS.alerts(site.id), ''),
      themes: await ask(PATHS.themes(site.id), `days=${daysBetween(first, last) + 1}&touchpoint=payment`),
      segments,
      retention: await ask(PATHS.retention(site.id), ''),
      stats: await ask(PATHS.stats(site.id), `days=${DAYS}`),
    },
  }
}

async function bring(product: Product, site: Site, { responses }: PlantedHistory): Promise<void> {
  let chunk: ImportBatch['responses'] = []
  const send = () => post(product, PATHS.siteImport(site.id), { source: 'import', responses: chunk } satisfies ImportBatch)
  for (const response of responses) {
    chunk.push(toWire(response))
    if (chunk.length < LIMITS.importResponses) continue
    await send()
    chunk = []
  }
  if (chunk.length > 0) await send()
}

/** The team says what it released, as its pipeline would. */
function mark(product: Product, site: Site, { name, day }: PlantedTruths['release']): Promise<void> {
  return post(product, PATHS.releases(site.id), { id: name, at: Date.parse(`${day}T04:00:00Z`) })
}

async function post({ origin, adminToken }: Product, path: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' }
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} gave ${answer.status}: ${await answer.text()}`)
}

const toDay = (time: number, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(time)
const addDays = (day: string, count: number) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
const daysBetween = (one: string, other: string) => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000

const segmentChange = (found: Found, touchpoint: string, segment: string) =>
  found.segments[touchpoint]?.breakdown?.groups.find(({ key }) => key === segment)?.scores[0]?.change

/** What takes more people who answered both than the quick form has. */
const NEEDS_MANY = 'what recommendation hangs on'

/** Each truth, and whether what the product says amounts to it. */
const TRUTHS: Record<string, (found: Found, truths: PlantedTruths) => boolean> = {
  'the release hurt payment: first to fix, beyond doubt': ({ since }, { release }) => {
    const [first] = since.fixFirst.items
    return first?.touchpoint === release.touchpoint && first.isConfident
  },
  'the release hurt payment: alert, its day, its release': ({ alerts }, { release }) => {
    const change = alerts.alerts.find(({ touchpoint }) => touchpoint === release.touchpoint)?.changes.at(-1)
    return change?.direction === 'lower' && daysBetween(change.changedOn, release.day) <= 3 && change.releases.includes(release.name)
  },
  'nothing else changed': ({ alerts }, { release }) =>
    alerts.alerts.every(({ touchpoint, changes }) => touchpoint === release.touchpoint || changes.length === 0),
  'what they write about since': ({ themes }, { theme }) =>
    (['es', 'en'] as const).every((language) => {
      const texts = themes.themes.filter((one) => one.language === language).map(({ text }) => text)
      return theme.words[language].filter((word) => texts.some((text) => text.includes(word))).length >= 2
    }),
  'a stage that nobody answers': ({ stats }, { silent }) =>
    stats.stages
      .filter(({ key }) => key === silent.stage)
      .flatMap(({ touchpoints }) => touchpoints)
      .every(({ shown, answered, scores }) => shown > 0 && answered === 0 && scores.every(({ value }) => value === null)),
  'a segment that differs': (found, { segment }) => {
    const change = segmentChange(found, segment.touchpoint, segment.segment)
    return change?.isDifferent === true && change.value < 0
  },
  'detractors who came round': ({ retention }, { migration }) => {
    const detractors = retention.total.classes.find(({ from }) => from === migration.from)
    const share = detractors?.migrated?.[migration.to]
    // One interval in twenty misses the truth; by ten points more hardly any does.
    return share !== undefined && share.low <= migration.share * 100 + 10 && migration.share * 100 - 10 <= share.high
  },
  [NEEDS_MANY]: ({ before }, { driver }) => before.moments.derived.includes(driver.touchpoint),
}

function checkTruths(found: Found, truths: PlantedTruths, isQuick: boolean): Record<string, boolean> {
  const asked = Object.entries(TRUTHS).filter(([what]) => !isQuick || what !== NEEDS_MANY)
  return Object.fromEntries(asked.map(([what, isFound]) => [what, isFound(found, truths)]))
}

/** Of a quiet site: whether anything is said with confidence that is only chance. */
function findNoise(found: Found): Record<string, boolean> {
  return {
    // Its delivery lies a point under its standard in truth, so that alone is not chance.
    'fix first': found.since.fixFirst.items.some(({ isConfident, touchpoint }) => isConfident && touchpoint !== 'delivery'),
    alerts: found.alerts.alerts.some(({ changes }) => changes.length > 0),
    themes: found.themes.themes.length > 0,
    segments: PLANTED_SEGMENTS.some((segment) => segmentChange(found, 'payment', segment)?.isDifferent === true),
  }
}
