import { toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
import { toOptionRows } from './option-rows.ts'

const options = ['sun', 'shade'].map((key) => ({ key, name: { en: key } }))

function choiceOf(scores: Record<number, number>, answered: number) {
  const places = Array.from({ length: 11 }, (_, place) => scores[place] ?? 0)
  return toScore({ kind: 'choice', scaleMax: 10, scores: places, shown: answered, dismissed: 0, answered })
}

test('shows every option that can be chosen, also one that nobody chose', () => {
  const rows = toOptionRows({ ...choiceOf({ 0: 4 }, 5), options })
  expect(rows.map(({ name, count, share }) => [name?.['en'], count, share])).toEqual([
    ['sun', 4, 0.8],
    ['shade', 0, 0],
  ])
})

test('shares people, not choices, so that several per person add up to more than all', () => {
  const rows = toOptionRows({ ...choiceOf({ 0: 10, 1: 5, 10: 1 }, 10), options })
  expect(rows.map(({ share, isOther }) => [share, isOther])).toEqual([
    [1, false],
    [0.5, false],
    [0.1, true],
  ])
})

test('keeps what was chosen of a prompt that is gone, without its names', () => {
  expect(toOptionRows(choiceOf({ 3: 2 }, 2))).toEqual([{ place: 3, name: null, isOther: false, count: 2, share: 1 }])
})

test('shares out nothing when nobody answered', () => {
  expect(toOptionRows({ ...choiceOf({}, 0), options }).map(({ share }) => share)).toEqual([0, 0])
})
