import type { ClassRetention } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { toFlowChart, toFlowPath } from './migration-flows.ts'

const classWith = (from: ClassRetention['from'], to: Partial<ClassRetention['to']>): ClassRetention => {
  const whole = { detractor: 0, passive: 0, promoter: 0, none: 0, away: 0, ...to }
  const respondents = Object.values(whole).reduce((sum, count) => sum + count, 0)
  return { from, respondents, returned: null, to: whole, migrated: null, enoughData: respondents >= 30 }
}

const CLASSES = [
  classWith('detractor', { detractor: 10, promoter: 20, away: 30 }),
  classWith('passive', { passive: 15, none: 5 }),
  classWith('promoter', { promoter: 18, away: 2 }),
  classWith('none', { none: 500 }),
]

test('draws everybody once, as thick on one side as on the other', () => {
  const { from, to, flows } = toFlowChart(CLASSES)
  expect(from.map(({ name, count }) => [name, count])).toEqual([
    ['detractor', 60],
    ['passive', 20],
    ['promoter', 20],
  ])
  expect(to.map(({ name, count }) => [name, count])).toEqual([
    ['detractor', 10],
    ['passive', 15],
    ['promoter', 38],
    ['none', 5],
    ['away', 32],
  ])
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
  expect(sum(flows.map(({ count }) => count))).toBe(100)
  expect(sum(from.map(({ height }) => height))).toBeCloseTo(sum(to.map(({ height }) => height)))
})

test('fits into its height, block under block', () => {
  const { from, to } = toFlowChart(CLASSES)
  for (const side of [from, to]) {
    const [first, last] = [side[0], side.at(-1)]
    expect(first?.top).toBe(0)
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeCloseTo(1)
    for (const [index, block] of side.slice(1).entries()) {
      expect(block.top).toBeGreaterThan((side[index]?.top ?? 0) + (side[index]?.height ?? 0))
    }
  }
})

test('lets bands leave and arrive one under the other, within their blocks', () => {
  const { to, flows } = toFlowChart(CLASSES)
  const intoPromoters = flows.filter((flow) => flow.to === 'promoter')
  const block = to.find(({ name }) => name === 'promoter')
  expect(intoPromoters.map(({ from }) => from)).toEqual(['detractor', 'promoter'])
  expect(intoPromoters[0]?.toTop).toBe(block?.top)
  expect(intoPromoters[1]?.toTop).toBeCloseTo((block?.top ?? 0) + (intoPromoters[0]?.height ?? 0))
})

test('draws nothing of nobody', () => {
  expect(toFlowChart([])).toEqual({ from: [], to: [], flows: [] })
  expect(toFlowChart([classWith('none', { away: 9 })]).flows).toEqual([])
})

test('draws a band from edge to edge', () => {
  expect(toFlowPath({ from: 'detractor', to: 'promoter', count: 1, fromTop: 0, toTop: 0.5, height: 0.25 }, 100, 200)).toBe(
    'M0 0C50 0 50 100 100 100V150C50 150 50 50 0 50Z',
  )
})
