import type { Prompt } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { SKIP, toFirstChoice, toOffers, toTarget } from './targets.ts'

const prompt = (id: string, kind: Prompt['kind'], scaleMax: number, touchpoint: string) =>
  ({ id, kind, scaleMax, version: 3, touchpoints: [touchpoint] }) as Prompt
const touchpoints = [{ key: 'menu' }, { key: 'checkout' }] as never
const site = { prompts: [prompt('rate', 'csat', 5, 'menu'), prompt('recommend', 'nps', 10, 'checkout')], touchpoints }

test('offers what asks the same on the same scale, then a prompt that holds the history alone', () => {
  const nps = { type: 'NPS', rows: 9, scores: { lowest: 0, highest: 10 } }
  expect(toOffers(nps, site).map(({ value, isNew }) => [value, isNew])).toEqual([
    ['recommend', false],
    ['imported-nps-10', true],
  ])
  const choice = toFirstChoice(nps, site)
  expect(choice).toEqual({ offer: 'recommend', touchpoint: 'checkout' })
  expect(toTarget(nps, choice, site)).toEqual({
    promptId: 'recommend',
    promptVersion: 3,
    kind: 'nps',
    min: 0,
    scaleMax: 10,
    touchpoint: 'checkout',
  })
  expect(toTarget(nps, { ...choice, offer: SKIP }, site)).toBe(null)
  const thumbs = { type: 'Thumbs', rows: 9, scores: { lowest: 0, highest: 1 } }
  expect(toFirstChoice(thumbs, site)).toEqual({ offer: 'imported-thumbs-1', touchpoint: 'menu' })
})

test('does not stretch effort of five steps to seven, and leaves out what nobody can tell', () => {
  const ces = (highest: number) => ({ type: 'CES', rows: 9, scores: { lowest: 1, highest } })
  expect(toOffers(ces(7), site).map(({ value }) => value)).toEqual(['imported-ces-7'])
  expect(toOffers(ces(5), site).map(({ value }) => value)).toEqual([
    'imported-ces-7',
    'rate',
    'imported-csat-5',
    'imported-emoji-5',
    'imported-stars-5',
  ])
  const unknown = { type: 'PMF', rows: 9, scores: { lowest: 1, highest: 3 } }
  expect(toFirstChoice(unknown, site).offer).toBe(SKIP)
  expect(toOffers(unknown, site).map(({ value }) => value)).toContain('imported-emoji-3')
  expect(toOffers({ type: 'NPS', rows: 1, scores: null }, site)).toEqual([])
})
