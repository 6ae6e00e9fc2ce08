import { ImportBatch, SCALES, SiteDefinition } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createDemoHistory } from './seed.ts'
import { CAFE_TIME_ZONE, toCafeSite } from './site.ts'

const DAY_MS = 86_400_000
// A Thursday, in the middle of the afternoon in Madrid.
const NOW = Date.UTC(2026, 10, 19, 15, 30)
const history = createDemoHistory({ now: NOW, timeZone: CAFE_TIME_ZONE, seed: 1 })

/** Top-box share in percent of one touchpoint, between two ages in days. */
function toShare(touchpoint: string, { sinceDaysAgo, untilDaysAgo = 0 }: { sinceDaysAgo: number; untilDaysAgo?: number }) {
  const scores = history
    .filter((response) => response.touchpoint === touchpoint)
    .filter(({ shownAt }) => shownAt > NOW - sinceDaysAgo * DAY_MS && shownAt <= NOW - untilDaysAgo * DAY_MS)
    .flatMap(({ score, scaleMax }) => (score === undefined ? [] : [{ isTop: scaleMax === 3 ? score === 3 : score >= 4 }]))
  return { n: scores.length, share: (100 * scores.filter(({ isTop }) => isTop).length) / scores.length }
}

function countBy(key: (instant: Date) => number, rows: { shownAt: number }[]) {
  const counts = new Map<number, number>()
  for (const { shownAt } of rows) counts.set(key(new Date(shownAt)), (counts.get(key(new Date(shownAt))) ?? 0) + 1)
  return (value: number) => counts.get(value) ?? 0
}

test('describes a site that the contract takes, with two moments of truth and seven touchpoints or more over six stages', () => {
  const site = SiteDefinition.parse(toCafeSite('http://127.0.0.1:8080'))
  const stagesInUse = new Set(site.touchpoints.map(({ stage }) => stage))
  expect(site.stages.map(({ key }) => key)).toEqual([...stagesInUse])
  expect(site.stages).toHaveLength(6)
  expect(site.touchpoints.length).toBeGreaterThanOrEqual(7)
  expect(site.touchpoints.filter(({ momentOfTruth }) => momentOfTruth).map(({ key }) => key)).toEqual(['checkout', 'coffee'])
})

test('asks at every touchpoint, in both languages, in words of its own', () => {
  const site = SiteDefinition.parse(toCafeSite('http://127.0.0.1:8080'))
  expect(site.prompts.flatMap(({ touchpoints }) => touchpoints).sort()).toEqual(site.touchpoints.map(({ key }) => key).sort())
  for (const prompt of site.prompts) {
    for (const locale of ['en', 'es']) expect(prompt.wording[locale], `${prompt.id} in ${locale}`).toHaveProperty('question')
  }
})

test('writes responses that the contract takes, each with an id of its own, oldest first and none from the future', () => {
  const Imported = ImportBatch.shape.responses.element
  for (const response of history) expect(Imported.safeParse(response).error, JSON.stringify(response)).toBeUndefined()
  expect(new Set(history.map(({ id }) => id)).size).toBe(history.length)
  expect(history.map(({ shownAt }) => shownAt)).toEqual(history.map(({ shownAt }) => shownAt).sort((a, b) => a - b))
  expect(Math.max(...history.map(({ shownAt, answeredAt = shownAt }) => answeredAt))).toBeLessThan(NOW)
  expect(Math.min(...history.map(({ shownAt }) => shownAt))).toBeGreaterThan(NOW - 90 * DAY_MS)
})

test('carries the time of showing in its ids, as UUIDv7 does', () => {
  for (const { id, shownAt } of history) expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(shownAt)
})

test('tells the same history for the same seed, and another one for another', () => {
  const again = createDemoHistory({ now: NOW, timeZone: CAFE_TIME_ZONE, seed: 1 })
  const other = createDemoHistory({ now: NOW, timeZone: CAFE_TIME_ZONE, seed: 2 })
  expect(again).toEqual(history)
  expect(other).not.toEqual(history)
})

test('fits the prompts that the site asks', () => {
  const { prompts } = SiteDefinition.parse(toCafeSite('http://127.0.0.1:8080'))
  for (const { promptId, kind, scaleMax, touchpoint } of history) {
    const prompt = prompts.find(({ id }) => id === promptId)
    expect(prompt).toMatchObject({ kind, touchpoints: [touchpoint] })
    expect(scaleMax).toBe(prompt?.scaleMax ?? SCALES[kind].max[0])
  }
})

test('fills ninety days as a café would: six to eight thousand showings, busier now than then', () => {
  expect(history.length).toBeGreaterThan(6000)
  expect(history.length).toBeLessThan(8000)
  const lastMonth = history.filter(({ shownAt }) => shownAt > NOW - 30 * DAY_MS).length
  const firstMonth = history.filter(({ shownAt }) => shownAt <= NOW - 60 * DAY_MS).length
  expect(lastMonth).toBeGreaterThan(1.15 * firstMonth)
})

test('keeps the hours of a café: nobody at the bar by night, most in the morning, more on Saturday than on Monday', () => {
  const atTheBar = history.filter(({ touchpoint }) => touchpoint === 'coffee' || touchpoint === 'pickup')
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: CAFE_TIME_ZONE, hour: 'numeric', hourCycle: 'h23' })
  const countAt = countBy((instant) => Number(hour.format(instant)), atTheBar)
  for (const night of [22, 23, 0, 1, 2, 3, 4, 5, 6]) expect(countAt(night), `at ${night}`).toBe(0)
  expect(countAt(10)).toBeGreaterThan(2 * countAt(14))
  expect(countAt(17)).toBeGreaterThan(1.5 * countAt(14))
  const countOn = countBy((instant) => instant.getUTCDay(), atTheBar)
  expect(countOn(6)).toBeGreaterThan(1.2 * countOn(1))
})

test('has a release in it that broke the payment for two weeks, and its repair', () => {
  const before = toShare('checkout', { sinceDaysAgo: 90, untilDaysAgo: 28 })
  const during = toShare('checkout', { sinceDaysAgo: 25, untilDaysAgo: 13 })
  const since = toShare('checkout', { sinceDaysAgo: 11 })
  expect(before.share).toBeGreaterThan(78)
  expect(during.share).toBeLessThan(50)
  expect(since.share).toBeGreaterThan(75)
})

test('has help as its weak point and the coffee as its strength', () => {
  const monthly = ['menu', 'choose', 'pickup', 'coffee', 'help'].map((touchpoint) => ({
    touchpoint,
    ...toShare(touchpoint, { sinceDaysAgo: 90 }),
  }))
  const ranked = monthly.sort((a, b) => a.share - b.share).map(({ touchpoint }) => touchpoint)
  expect(ranked.at(0)).toBe('help')
  expect(ranked.at(-1)).toBe('coffee')
})

test('has enough answers in thirty days at every touchpoint but the new rooftop tables', () => {
  const ofCustomers = toCafeSite('http://127.0.0.1:8080').touchpoints.filter(({ audience = 'customer' }) => audience === 'customer')
  const enough = ofCustomers.filter(({ key }) => toShare(key, { sinceDaysAgo: 30 }).n >= 30)
  expect(enough.map(({ key }) => key)).toEqual(['menu', 'choose', 'checkout', 'pickup', 'coffee', 'help', 'recommend'])
  const { n } = toShare('terrace', { sinceDaysAgo: 30 })
  expect(n).toBeGreaterThan(3)
  expect(n).toBeLessThan(30)
})

test('is commented on in Spanish seven times out of ten, without repeating itself within a page of twenty', () => {
  const comments = history.flatMap(({ comment, locale }) => (comment === undefined ? [] : [{ comment, locale }]))
  const inSpanish = comments.filter(({ locale }) => locale === 'es').length / comments.length
  expect(inSpanish).toBeGreaterThan(0.65)
  expect(inSpanish).toBeLessThan(0.75)
  // What was said, without the full stop or the afterthought that makes it look different.
  const said = comments.map(({ comment }) => comment.split('.')[0])
  for (let end = 20; end <= said.length; end += 1) expect(new Set(said.slice(end - 20, end)).size, `up to comment ${end}`).toBe(20)
})

/** The half year that `npm start` loads. */
const halfYear = createDemoHistory({ now: NOW, timeZone: CAFE_TIME_ZONE, days: 180, seed: 1 })

test('has two segments, of which one is worse off at help and nowhere else by so much', () => {
  const { segments } = toCafeSite('http://127.0.0.1:8080')
  const known = new Set(halfYear.flatMap(({ segment = [] }) => segment))
  expect([...known].sort()).toEqual(segments?.toSorted())
  const shareOf = (touchpoint: string, segment: string) => {
    const scores = halfYear.filter((one) => one.touchpoint === touchpoint && one.segment === segment).flatMap(({ score = [] }) => score)
    return scores.filter((score) => score >= (touchpoint === 'pickup' ? 3 : 4)).length / scores.length
  }
  const leads = ['menu', 'choose', 'checkout', 'pickup', 'coffee', 'help'].map((touchpoint) => ({
    touchpoint,
    lead: shareOf(touchpoint, 'club') - shareOf(touchpoint, 'casual'),
  }))
  for (const { touchpoint, lead } of leads) {
    if (touchpoint === 'help') expect(lead).toBeGreaterThan(0.2)
    else expect(Math.abs(lead), touchpoint).toBeLessThan(0.12)
  }
})

test('knows whoever has a card of the club, and nobody else: those who drop in, staff, couriers and the roaster are anonymous', () => {
  for (const { segment, respondentId } of halfYear) expect(respondentId !== undefined).toBe(segment === 'club')
  const site = toCafeSite('http://127.0.0.1:8080')
  const ofOthers = site.touchpoints.filter(({ audience = 'customer' }) => audience !== 'customer').map(({ key }) => key)
  expect(ofOthers).toEqual(['courier', 'beans', 'desk', 'shift'])
  for (const { segment } of halfYear.filter(({ touchpoint }) => ofOthers.includes(touchpoint))) expect(segment).toBeUndefined()
})

test('asks nobody the same twice in a calendar month', () => {
  const month = new Intl.DateTimeFormat('en-CA', { timeZone: CAFE_TIME_ZONE, year: 'numeric', month: '2-digit' })
  const asked = halfYear
    .filter(({ respondentId }) => respondentId !== undefined)
    .map(({ respondentId, promptId, shownAt }) => [respondentId, promptId, month.format(shownAt)].join(' '))
  expect(asked.length).toBeGreaterThan(2000)
  expect(new Set(asked).size).toBe(asked.length)
})

test('has members who come back another month, and critics among them who are won over', () => {
  const month = new Intl.DateTimeFormat('en-CA', { timeZone: CAFE_TIME_ZONE, year: 'numeric', month: '2-digit' })
  const months = [...new Set(halfYear.map(({ shownAt }) => month.format(shownAt)))].sort()
  const said = new Map<string, number>()
  for (const { respondentId, kind, score, shownAt } of halfYear) {
    if (respondentId !== undefined && kind === 'nps' && score !== undefined) said.set(`${respondentId} ${month.format(shownAt)}`, score)
  }
  const again = [...said].flatMap(([key, before]) => {
    const [who, when = ''] = key.split(' ')
    const after = said.get(`${who} ${months[months.indexOf(when) + 1]}`)
    return after === undefined ? [] : [{ before, after }]
  })
  const critics = again.filter(({ before }) => before <= 6)
  expect(critics.length).toBeGreaterThan(30)
  const won = critics.filter(({ after }) => after >= 9).length / critics.length
  expect(won).toBeGreaterThan(0.25)
  expect(won).toBeLessThan(0.55)
})

test('hears staff, couriers and the roaster seldom, as there are few of them, and staff least content', () => {
  const answersAt = (touchpoint: string, days: number) =>
    halfYear.filter((one) => one.touchpoint === touchpoint && one.shownAt > NOW - days * DAY_MS).flatMap(({ score = [] }) => score)
  for (const touchpoint of ['courier', 'beans', 'desk', 'shift']) {
    expect(answersAt(touchpoint, 30).length, touchpoint).toBeGreaterThan(0)
    expect(answersAt(touchpoint, 30).length, touchpoint).toBeLessThan(40)
  }
  const toNps = (scores: number[]) =>
    (100 * (scores.filter((score) => score >= 9).length - scores.filter((score) => score <= 6).length)) / scores.length
  expect(toNps(answersAt('shift', 90))).toBeLessThan(toNps(answersAt('recommend', 90)) - 15)
})
