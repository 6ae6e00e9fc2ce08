import { expect, test } from 'vitest'
import { findColourChanges } from './find-colour-changes.ts'

test('says nothing of colours that can be seen', () => {
  expect(findColourChanges({})).toEqual([])
  expect(findColourChanges({ theme: 'light', accent: '#4b3fd0' })).toEqual([])
})

test('says what becomes of a yellow that nobody would see on white, and why', () => {
  const [change, ...others] = findColourChanges({ theme: 'light', accent: '#ffee00' })
  expect(others).toEqual([])
  expect(change).toMatchObject({ theme: 'light', colour: 'accent', wished: '#ffee00', ground: '#ffffff', needed: 3 })
  expect(change?.ratio).toBeLessThan(1.3)
  expect(change?.used).not.toBe('#ffee00')
})

test('looks at both themes where the visitor decides, and on dark paper that yellow is fine', () => {
  expect(findColourChanges({ accent: '#ffee00' }).map(({ theme }) => theme)).toEqual(['light'])
  expect(findColourChanges({ accent: '#141414' }).map(({ theme }) => theme)).toEqual(['dark'])
})

test('texts take more than controls', () => {
  const changes = findColourChanges({ theme: 'light', ink: '#999999', onAccent: '#4b3fd0' })
  expect(changes.map(({ colour, needed }) => [colour, needed])).toEqual([
    ['ink', 4.5],
    ['onAccent', 4.5],
  ])
})
