import type { Group, GroupScore, Score } from '@pulso/protocol/types'

/** Of one kind and scale, and of a choice one prompt: what may stand in one list. */
export function toScoreKey({ kind, scaleMax, promptId = '' }: Pick<Score, 'kind' | 'scaleMax' | 'promptId'>): string {
  return `${kind} ${scaleMax} ${promptId}`
}

/** One group in the list of one kind and scale. */
export type GroupRow = GroupScore & { key: string }

export type GroupList = { key: string; score: Score; rows: GroupRow[] }

/**
 * Groups as lists, one per kind and scale, since these never mix. First those of which
 * enough is known, the worst first, since that is where something can be done; then those with too few
 * answers, most answers first, since that is how much they say.
 */
export function toGroupLists(groups: readonly Group[]): GroupList[] {
  const lists = new Map<string, GroupList>()
  for (const { key, scores } of groups) {
    for (const one of scores) {
      const listKey = toScoreKey(one.score)
      const list = lists.get(listKey) ?? { key: listKey, score: one.score, rows: [] }
      list.rows.push({ ...one, key })
      lists.set(listKey, list)
    }
  }
  return [...lists.values()]
    .filter(({ score }) => score.formula !== 'counts')
    .map((list) => ({ ...list, rows: list.rows.filter(({ score }) => score.n > 0).toSorted(byWorth) }))
    .filter(({ rows }) => rows.length > 0)
}

function byWorth({ score: left }: GroupRow, { score: right }: GroupRow): number {
  if (left.enoughData !== right.enoughData) return left.enoughData ? -1 : 1
  return left.enoughData ? (left.value ?? 0) - (right.value ?? 0) : right.n - left.n
}
