import { SiteDefinition, toPrompt, toTouchpointFinder } from '@pulso/protocol'
import type { Site } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { EditRefused } from './edit-refused.ts'
import { withEditedStage, withNewStage, withoutStage } from './edit-stage.ts'
import {
  toArrangement,
  withAlias,
  withArrangement,
  withEditedTouchpoint,
  withMerged,
  withNewTouchpoint,
  withoutTouchpoint,
  withSplit,
} from './edit-touchpoint.ts'
import { findPlace, toNextPlace, withStageMoved, withTouchpointAt } from './move.ts'

const definition = SiteDefinition.parse({
  name: 'Shop',
  timeZone: 'Europe/Madrid',
  defaultLocale: 'en',
  stages: ['look', 'buy', 'use'].map((key) => ({ key, name: { en: key }, phase: 'during' })),
  touchpoints: [
    { key: 'menu', stage: 'look', name: { en: 'Menu' } },
    { key: 'checkout', stage: 'buy', name: { en: 'Checkout' }, formerly: ['till'] },
    { key: 'pickup', stage: 'buy', name: { en: 'Pickup' } },
  ],
  prompts: [
    { id: 'ease', kind: 'ces', touchpoints: ['checkout', 'pickup'] },
    { id: 'csat', kind: 'csat', touchpoints: ['checkout'] },
    { id: 'scrolled', kind: 'thumbs', touchpoints: ['menu'], triggers: { scroll: 50 } },
  ],
})
const shop: Site = {
  ...definition,
  id: 'shop',
  siteKey: 'pk_shop',
  demoResponses: 0,
  prompts: definition.prompts.map((prompt) => toPrompt(prompt, definition)),
}

/** Whatever is saved must be a definition: the worker would refuse it otherwise. */
function expectValid({ id: _, siteKey: __, demoResponses: ___, ...site }: Site): void {
  expect(SiteDefinition.safeParse(site).error?.issues).toBeUndefined()
}
const touchpointOf = (site: Site, key: string) => {
  const found = site.touchpoints.find((touchpoint) => touchpoint.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}
const askedAt = (site: Site, id: string) => site.prompts.find((prompt) => prompt.id === id)?.touchpoints
const reasonOf = (change: () => unknown) => {
  try {
    change()
  } catch (error) {
    if (error instanceof EditRefused) return [error.reason, error.subject]
    throw error
  }
  return null
}

test('a renamed touchpoint keeps its history, its older names and its questions', () => {
  const was = touchpointOf(shop, 'checkout')
  const renamed = withEditedTouchpoint(shop, was, { ...was, key: 'payment' })
  expectValid(renamed)
  const find = toTouchpointFinder(renamed.touchpoints)
  expect([find('till'), find('checkout'), find('payment')]).toEqual(['payment', 'payment', 'payment'])
  expect([askedAt(renamed, 'ease'), askedAt(renamed, 'csat')]).toEqual([['payment', 'pickup'], ['payment']])
})

test('a touchpoint may take back a key it once had, and no key that another has or had', () => {
  const was = touchpointOf(shop, 'checkout')
  const back = withEditedTouchpoint(shop, was, { ...was, key: 'till' })
  expectValid(back)
  expect(touchpointOf(back, 'till').formerly).toEqual(['checkout'])
  expect(reasonOf(() => withEditedTouchpoint(shop, was, { ...was, key: 'menu' }))).toEqual(['key-taken', 'menu'])
  const menu = touchpointOf(shop, 'menu')
  expect(reasonOf(() => withEditedTouchpoint(shop, menu, { ...menu, key: 'till' }))).toEqual(['key-taken', 'till'])
  expect(reasonOf(() => withNewTouchpoint(shop, { ...menu, key: 'till' }))).toEqual(['key-taken', 'till'])
})

test('an edit that began before somebody else changed the same thing is refused, and says what', () => {
  const was = touchpointOf(shop, 'checkout')
  const theirs = withEditedTouchpoint(shop, was, { ...was, targetScore: 70 })
  expect(reasonOf(() => withEditedTouchpoint(theirs, was, { ...was, targetScore: 90 }))).toEqual(['changed', 'checkout'])
  expect(reasonOf(() => withTouchpointAt(withoutTouchpoint(shop, 'pickup'), 'pickup', { stage: 'use', position: 0 }))).toEqual([
    'gone',
    'pickup',
  ])
  // Another thing may have changed meanwhile.
  const menu = touchpointOf(theirs, 'menu')
  expectValid(withEditedTouchpoint(theirs, menu, { ...menu, momentOfTruth: true }))
})

test('deleting a touchpoint leaves its questions to their other places, and a trigger something to reach', () => {
  const without = withoutTouchpoint(shop, 'checkout')
  expectValid(without)
  expect([askedAt(without, 'ease'), askedAt(without, 'csat')]).toEqual([['pickup'], []])
  expect(reasonOf(() => withoutTouchpoint(shop, 'menu'))).toEqual(['only-place', 'scrolled'])
})

test('merging brings answers, names and questions along', () => {
  const merged = withMerged(shop, 'checkout', 'pickup')
  expectValid(merged)
  const find = toTouchpointFinder(merged.touchpoints)
  expect(['till', 'checkout', 'pickup'].map((name) => find(name, 'csat'))).toEqual(['pickup', 'pickup', 'pickup'])
  expect([askedAt(merged, 'ease'), askedAt(merged, 'csat')]).toEqual([['pickup'], ['pickup']])
  expect(reasonOf(() => withMerged(shop, 'menu', 'menu'))).toEqual(['merged-with-itself', 'menu'])
})

test('splitting takes a question with its history to a touchpoint of its own, and merging takes it back', () => {
  const split = withSplit(shop, 'checkout', ['ease'], { ...touchpointOf(shop, 'pickup'), key: 'card-form', name: { en: 'Card form' } })
  expectValid(split)
  const find = toTouchpointFinder(split.touchpoints)
  expect([find('checkout', 'ease'), find('till', 'ease'), find('checkout', 'csat')]).toEqual(['card-form', 'card-form', 'checkout'])
  expect([askedAt(split, 'ease'), askedAt(split, 'csat')]).toEqual([['card-form', 'pickup'], ['checkout']])
  const again = withMerged(split, 'card-form', 'checkout')
  expectValid(again)
  expect(toTouchpointFinder(again.touchpoints)('checkout', 'ease')).toBe('checkout')
})

test('a name from the tray becomes another name of a touchpoint, once', () => {
  const named = withAlias(shop, 'pickup', 'counter')
  expectValid(named)
  expect(toTouchpointFinder(named.touchpoints)('counter')).toBe('pickup')
  expect(reasonOf(() => withAlias(named, 'menu', 'counter'))).toEqual(['key-taken', 'counter'])
})

test('undo puts back what was there, and not over the change of somebody else', () => {
  const merged = withMerged(shop, 'checkout', 'pickup')
  expect(withArrangement(merged, toArrangement(shop), toArrangement(merged))).toEqual(shop)
  const theirs = withNewStage(merged, { key: 'more', name: { en: 'More' }, phase: 'after' })
  expect(reasonOf(() => withArrangement(theirs, toArrangement(shop), toArrangement(merged)))).toEqual(['journey-changed', ''])
  // A prompt's wording is not the journey's: undo leaves it as it is by now.
  const reworded = { ...merged, prompts: merged.prompts.map((prompt) => ({ ...prompt, delayMs: 5000 })) }
  expect(withArrangement(reworded, toArrangement(shop), toArrangement(merged)).prompts.map(({ delayMs }) => delayMs)).toEqual([
    5000, 5000, 5000,
  ])
})

test('stages are added, renamed with their touchpoints, moved, and leave their touchpoints to the one beside', () => {
  const added = withNewStage(shop, { key: 'wait', name: { en: 'Wait' }, phase: 'during' }, 'look')
  expect(added.stages.map(({ key }) => key)).toEqual(['look', 'wait', 'buy', 'use'])
  expect(reasonOf(() => withNewStage(shop, { key: 'buy', name: { en: 'Buy' }, phase: 'during' }))).toEqual(['key-taken', 'buy'])
  const [, buy] = shop.stages
  if (!buy) throw new Error('no stage')
  const renamed = withEditedStage(shop, buy, { ...buy, key: 'purchase' })
  expectValid(renamed)
  expect(touchpointOf(renamed, 'checkout').stage).toBe('purchase')
  expect(withStageMoved(shop, 'use', -2).stages.map(({ key }) => key)).toEqual(['use', 'look', 'buy'])
  expect(touchpointOf(withoutStage(shop, 'look'), 'menu').stage).toBe('buy')
  expect(touchpointOf(withoutStage(shop, 'buy'), 'pickup').stage).toBe('look')
  expect(reasonOf(() => withoutStage({ ...shop, stages: [buy], touchpoints: [] }, 'buy'))).toEqual(['last-stage', 'buy'])
})

test('a touchpoint moves within its stage and into any other, one step of an arrow key at a time', () => {
  const orderOf = (site: Site) => site.touchpoints.map(({ key, stage }) => `${stage}/${key}`)
  const moved = withTouchpointAt(shop, 'pickup', { stage: 'buy', position: 0 })
  expect(orderOf(moved)).toEqual(['look/menu', 'buy/pickup', 'buy/checkout'])
  expect(orderOf(withTouchpointAt(shop, 'menu', { stage: 'buy', position: 9 }))).toEqual(['buy/checkout', 'buy/pickup', 'buy/menu'])
  expect(findPlace(withTouchpointAt(shop, 'checkout', { stage: 'use', position: 0 }), 'checkout')).toEqual({ stage: 'use', position: 0 })
  expect(toNextPlace(shop, 'pickup', 'up')).toEqual({ stage: 'buy', position: 0 })
  expect(toNextPlace(shop, 'pickup', 'down')).toBeNull()
  expect(toNextPlace(shop, 'pickup', 'left')).toEqual({ stage: 'look', position: 1 })
  expect(toNextPlace(shop, 'pickup', 'right')).toEqual({ stage: 'use', position: 0 })
  expect(toNextPlace(shop, 'menu', 'left')).toBeNull()
})
