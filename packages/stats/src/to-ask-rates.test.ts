import type { Prompt, Touchpoint } from '@pulso/protocol'
import { AskRate } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { type DayScores, toAskRates, toPromptShare } from './index.ts'

const toTouchpoint = (key: string, targetMargin?: number): Touchpoint => ({
  key,
  stage: 'purchase',
  name: { en: key },
  channel: 'digital',
  audience: 'customer',
  momentOfTruth: false,
  ...(targetMargin !== undefined && { targetMargin }),
})

type Asked = Pick<Prompt, 'id' | 'kind' | 'scaleMax' | 'touchpoints' | 'rules'>
const toSite = (touchpoints: Touchpoint[], prompts: Asked[]) => ({ touchpoints, prompts: prompts as Prompt[] })

const DAYS = Array.from({ length: 28 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`)

/** A hundred answers a day, four of five the best. */
const toRows = (touchpoint: string, kind: Prompt['kind'], scaleMax: number): DayScores[] =>
  DAYS.map((day) => {
    const scores = new Array<number>(11).fill(0)
    scores[1] = 20
    scores[scaleMax] = 80
    return { touchpoint, kind, scaleMax, day, scores }
  })

const recentDays = DAYS.slice(-7)
const csat: Asked = { id: 'csat', kind: 'csat', scaleMax: 5, touchpoints: ['checkout'], rules: undefined }

test('has a rate for every touchpoint with a wish and something to measure it by', () => {
  const site = toSite(
    [toTouchpoint('checkout', 3), toTouchpoint('menu'), toTouchpoint('box', 5)],
    [csat, { ...csat, id: 'menu', touchpoints: ['menu'] }, { ...csat, id: 'box', kind: 'text', scaleMax: 0, touchpoints: ['box'] }],
  )
  const rates = toAskRates(site, { rows: toRows('checkout', 'csat', 5), recentDays, asked: [] })
  expect(rates.map(({ touchpoint, why }) => [touchpoint, why])).toEqual([['checkout', 'met']])
  for (const rate of rates) expect(AskRate.parse(rate)).toEqual(rate)
})

test('lets the kind that takes more have its way', () => {
  const nps: Asked = { id: 'nps', kind: 'nps', scaleMax: 10, touchpoints: ['checkout'], rules: undefined }
  const rows = [...toRows('checkout', 'csat', 5), ...toRows('checkout', 'nps', 10)]
  const [both] = toAskRates(toSite([toTouchpoint('checkout', 4)], [csat, nps]), { rows, recentDays, asked: [] })
  const [alone] = toAskRates(toSite([toTouchpoint('checkout', 4)], [csat]), { rows, recentDays, asked: [] })
  expect(both?.needed).toBeGreaterThan(2 * (alone?.needed ?? Number.NaN))
})

test('counts a prompt with a sample of its own as asked by that share', () => {
  const half = { ...csat, rules: { sample: 0.5 } }
  const [rate] = toAskRates(toSite([toTouchpoint('checkout', 3)], [half]), { rows: toRows('checkout', 'csat', 5), recentDays, asked: [] })
  const [whole] = toAskRates(toSite([toTouchpoint('checkout', 3)], [csat]), { rows: toRows('checkout', 'csat', 5), recentDays, asked: [] })
  expect(rate?.rate).toBeCloseTo((whole?.rate ?? 0) / 2, 9)
})

test('asks of a prompt the largest rate of its touchpoints, rounded up, and never more than its sample', () => {
  const rates = new Map([
    ['checkout', 0.1],
    ['pickup', 0.2345],
  ])
  const shareOf = (touchpoints: string[], sample?: number) =>
    toPromptShare({ touchpoints, rules: sample === undefined ? undefined : { sample } }, rates)
  expect(shareOf(['checkout'])).toBe(0.1)
  expect(shareOf(['checkout', 'pickup'])).toBe(0.235)
  expect(shareOf(['checkout', 'elsewhere'])).toBe(1)
  expect(shareOf(['pickup'], 0.2)).toBe(0.2)
  expect(shareOf([], 0.2)).toBe(0.2)
  expect(shareOf([])).toBe(1)
})
