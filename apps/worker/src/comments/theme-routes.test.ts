import { LIMITS, type Response as PulsoResponse, type ResponsePage, type Site, type ThemesReport } from '@pulso/protocol'
import { toWilsonInterval } from '@pulso/stats'
import { csvParse } from 'd3-dsv'
import { expect, test } from 'vitest'
import {
  callWorker,
  createResponse,
  createSite,
  createToken,
  manage,
  OPERATOR,
  readProblem,
  sendBatch,
  storeAnswers,
} from '../../test/talk-to-worker.ts'

const DAY_MS = 86_400_000

async function readThemes(site: Site, query = ''): Promise<ThemesReport> {
  const response = await callWorker(`/v1/sites/${site.id}/themes${query}`, { headers: OPERATOR })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}

/** Comments at a touchpoint, so many days ago. */
function write(touchpoint: string, daysAgo: number, ...comments: string[]): PulsoResponse[] {
  const answeredAt = Date.now() - daysAgo * DAY_MS
  return comments.map((comment) => createResponse({ touchpoint, comment, shownAt: answeredAt - 1000, answeredAt }))
}

async function importAll(site: Site, responses: PulsoResponse[]) {
  const answer = await manage('POST', `/v1/sites/${site.id}/import`, { source: 'import', responses })
  if (!answer.ok) throw new Error(await answer.text())
}

const USUAL = [
  'Todo bien',
  'Volveré',
  'El café muy rico',
  'La tarta estaba rica',
  'Buen sitio para trabajar',
  'Muy amables',
  'La música alta',
  'Cerca de casa',
]
const usual = (count: number) => Array.from({ length: count }, (_, place) => `${USUAL[place % USUAL.length]}`)

test('finds what is said at a touchpoint and nowhere else, in how many comments, with the newest as examples', async () => {
  const site = await createSite('themes-found')
  const broken = [
    'El lector de tarjetas no va',
    'otra vez los lectores de tarjetas',
    'Lector de tarjeta roto, lector de tarjeta lento',
    'Falla el lector de tarjetas',
  ]
  await importAll(site, [
    ...write('checkout', 2, ...usual(24), ...broken, ...broken, ...broken),
    ...write('pickup', 2, ...usual(60)),
    ...write('checkout', 40, ...usual(60)),
  ])
  await storeAnswers(site, ...write('checkout', 0, 'El lector de tarjetas no lee la mía, escribidme a ana@example.com'))
  const report = await readThemes(site, '?touchpoint=checkout&days=30')
  expect(report.comments).toEqual({ here: 37, elsewhere: 120, otherLanguages: 0, rowsRead: 157, isAll: true })
  expect(report).toMatchObject({ enoughData: true, touchpoint: 'checkout', lane: 'production', falseDiscoveryRate: 0.05 })
  expect(report.lookedAt).toBeGreaterThan(10)
  const [theme, ...others] = report.themes
  // Singular and plural are one; said twice in a comment is said in one comment.
  expect(theme).toMatchObject({ text: 'lector de tarjetas', language: 'es', n: 13, elsewhere: 0 })
  expect(theme?.q).toBeLessThan(0.05)
  expect(theme?.z).toBeGreaterThan(3)
  expect(theme?.examples).toHaveLength(LIMITS.themeExamples)
  expect(theme?.examples[0]?.text).toBe('El lector de tarjetas no lee la mía, escribidme a [email]')
  expect(others.map(({ text }) => text)).not.toContain('lector')
  // Everywhere else the usual is said as often as ever.
  expect((await readThemes(site, '?touchpoint=pickup')).themes).toEqual([])
})

test('without a touchpoint finds what is said now and was not before', async () => {
  const site = await createSite('themes-new')
  await importAll(site, [
    ...write('checkout', 3, ...usual(20), ...Array.from({ length: 15 }, () => 'The new menu is confusing')),
    ...write('checkout', 10, ...usual(40), ...Array.from({ length: 40 }, () => 'The app is confusing')),
  ])
  const { themes, range, previous } = await readThemes(site, '?days=7')
  // Of the parts of one sentence the longest stands for them all.
  expect(themes.map(({ text, language }) => [text, language])).toEqual([['menu is confusing', 'en']])
  expect(Date.parse(range.from) - Date.parse(previous.to)).toBe(DAY_MS)
  expect(Date.parse(previous.to) - Date.parse(previous.from)).toBe(6 * DAY_MS)
})

test('one person who repeats a word makes no theme, nor do the same words everywhere', async () => {
  const site = await createSite('themes-repeated')
  await importAll(site, [
    ...write('checkout', 1, ...usual(40), 'estafa '.repeat(200), 'estafa '.repeat(200)),
    ...write('pickup', 1, ...usual(40)),
  ])
  expect((await readThemes(site, '?touchpoint=checkout')).themes).toEqual([])
})

test('gives the share of positive and negative comments of each touchpoint, with its interval', async () => {
  const site = await createSite('themes-feelings')
  await importAll(site, [
    ...write(
      'checkout',
      1,
      ...Array.from({ length: 20 }, () => 'No funciona'),
      ...Array.from({ length: 12 }, () => 'Excelente'),
      'Un cortado',
      'ni fu ni fa pero bueno, malo',
    ),
    ...write('pickup', 1, 'Me encanta'),
    ...write('pickup', 8, 'Horrible, de antes'),
  ])
  const { feelings } = await readThemes(site, '?days=7')
  expect(feelings.map(({ touchpoint, n }) => [touchpoint, n])).toEqual([
    ['checkout', 34],
    ['pickup', 1],
  ])
  const [checkout, pickup] = feelings
  const wilson = toWilsonInterval(20, 34)
  expect(checkout?.negative).toEqual({ value: 2000 / 34, low: 100 * (wilson?.low ?? 0), high: 100 * (wilson?.high ?? 0), n: 34 })
  expect(checkout?.positive?.value).toBeCloseTo(1200 / 34, 9)
  expect(checkout).toMatchObject({ neutral: 1, silent: 1, enoughData: true })
  expect(pickup).toMatchObject({ positive: { value: 100, n: 1 }, emotions: { joy: 1 }, enoughData: false })
})

test('says of responses and of exports what the shares are made of', async () => {
  const site = await createSite('themes-alike')
  await importAll(site, write('checkout', 1, 'Una delicia 😍', 'Pésimo, nadie contesta', 'Un café', 'Rien à dire'))
  await importAll(
    site,
    [createResponse({ comment: undefined })].map(({ comment: _, ...response }) => response),
  )
  const page = await callWorker(`/v1/sites/${site.id}/responses`, { headers: OPERATOR })
  const { responses } = await page.json<ResponsePage>()
  const csv = await (await callWorker(`/v1/sites/${site.id}/export.csv`, { headers: OPERATOR })).text()
  const records = new Map(csvParse(csv).map((record) => [record['id'], record]))
  const [feeling] = (await readThemes(site)).feelings
  expect(responses.map(({ sentiment }) => sentiment?.label ?? null).filter((label) => label === 'negative')).toHaveLength(1)
  expect(feeling).toMatchObject({ n: 4, silent: 2, negative: { value: 25 }, positive: { value: 25 }, emotions: { joy: 1 } })
  // Without a model, who asks for one gets the lexicon's reading, and is told so.
  const again = await callWorker(`/v1/sites/${site.id}/responses?reader=model`, { headers: OPERATOR })
  expect((await again.json<ResponsePage>()).responses).toEqual(responses)
  expect(responses[0]?.sentiment?.by ?? 'lexicon').toBe('lexicon')
  for (const { id, comment, sentiment } of responses) {
    expect(sentiment === null).toBe(comment === null)
    expect(records.get(id)).toMatchObject({
      sentiment: String(sentiment?.value ?? ''),
      sentimentLabel: sentiment?.label ?? '',
      emotion: sentiment?.emotion ?? '',
    })
  }
})

test('keeps lanes apart', async () => {
  const site = await createSite('themes-lanes')
  await sendBatch(site, [createResponse({ comment: 'Perfecto' })], { siteKey: site.siteKey.replace('pk_', 'pk_test_') })
  expect((await readThemes(site)).comments.here).toBe(0)
  expect(await readThemes(site, '?environment=test')).toMatchObject({ lane: 'test', comments: { here: 1 }, themes: [], enoughData: false })
})

test('is for whoever may read responses, and takes ranges that can be read', async () => {
  const site = await createSite('themes-mine')
  const { headers } = await createToken({ scopes: ['stats:read'], sites: [site.id] })
  const refused = await callWorker(`/v1/sites/${site.id}/themes`, { headers })
  expect(refused.status).toBe(403)
  expect((await readThemes(site, `?days=${LIMITS.themeDays}`)).themes).toEqual([])
  for (const query of [
    `days=${LIMITS.themeDays + 1}`,
    'days=0',
    'days=a',
    'from=2026-01-01',
    `touchpoint=${'a'.repeat(LIMITS.keyLength + 1)}`,
  ]) {
    const answer = await callWorker(`/v1/sites/${site.id}/themes?${query}`, { headers: OPERATOR })
    expect(answer.status).toBe(400)
    expect((await readProblem(answer)).contentType).toContain('application/problem+json')
  }
})
