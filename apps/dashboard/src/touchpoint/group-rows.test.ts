import type { Group } from '@pulso/protocol/types'
import { toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
import { toGroupLists } from './group-rows.ts'

/** A group with so many unhappy and happy answers, of satisfaction or recommendation. */
function groupWith(key: string, bad: number, good: number, kind: 'csat' | 'nps' = 'csat'): Group {
  const scaleMax = kind === 'nps' ? 10 : 5
  const scores = Array.from({ length: 11 }, (_, score) => (score === scaleMax ? good : score === 1 ? bad : 0))
  const counts = { shown: bad + good, dismissed: 0, answered: bad + good }
  return { key, name: null, ...counts, completed: 0, comments: 0, scores: [{ score: toScore({ kind, scaleMax, scores, ...counts }) }] }
}

test('puts the worst first, and those with too few answers last, the most first', () => {
  const groups = [groupWith('few', 0, 3), groupWith('best', 10, 90), groupWith('some', 9, 2), groupWith('worst', 60, 40)]
  expect(toGroupLists(groups).map(({ rows }) => rows.map(({ key }) => key))).toEqual([['worst', 'best', 'some', 'few']])
})

test('never puts two scales into one list', () => {
  const both: Group = { ...groupWith('new', 10, 90), scores: [...groupWith('', 10, 90).scores, ...groupWith('', 50, 50, 'nps').scores] }
  const lists = toGroupLists([both, groupWith('returning', 20, 80)])
  expect(lists.map(({ score, rows }) => `${score.kind} ${rows.map(({ key }) => key)}`)).toEqual(['csat returning,new', 'nps new'])
})

test('leaves out who was asked and said nothing', () => {
  const silent = groupWith('silent', 0, 0)
  expect(toGroupLists([silent])).toEqual([])
  expect(toGroupLists([silent, groupWith('new', 1, 1)])[0]?.rows.map(({ key }) => key)).toEqual(['new'])
})
