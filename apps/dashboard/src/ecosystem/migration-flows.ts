import type { ClassRetention } from '@pulso/protocol/types'

export const MIGRATED = ['detractor', 'passive', 'promoter'] as const
type Migrated = (typeof MIGRATED)[number]
/** Where people are in the next month: in a class, back without saying whether they recommend, or away. */
const DESTINATIONS = ['detractor', 'passive', 'promoter', 'none', 'away'] as const
export type Destination = (typeof DESTINATIONS)[number]

/** A band from one side to the other; `count` people are in it. Heights are shares of the whole drawing. */
type Flow = { from: Migrated; to: Destination; count: number; fromTop: number; toTop: number; height: number }
export type Block<Name> = { name: Name; count: number; top: number; height: number }
type FlowChart = { from: Block<Migrated>[]; to: Block<Destination>[]; flows: Flow[] }

/** Between two blocks of a side, as a share of the height. */
const GAP = 0.03

/**
 * Detractors, passives and promoters of a month on one side, where they are in the next on the other, and between them bands
 * as thick as people are many. On both sides in the same order, so that who stays runs straight and who
 * changes is seen.
 */
export function toFlowChart(classes: readonly ClassRetention[]): FlowChart {
  const rows = MIGRATED.map((name) => ({ name, row: classes.find(({ from }) => from === name) }))
  const total = rows.reduce((sum, { row }) => sum + (row?.respondents ?? 0), 0)
  if (total === 0) return { from: [], to: [], flows: [] }
  const countOf = (from: Migrated, to: Destination) => rows.find(({ name }) => name === from)?.row?.to[to] ?? 0
  const toSum = (to: Destination) => MIGRATED.reduce((sum, from) => sum + countOf(from, to), 0)
  const fromSum = (from: Migrated) => DESTINATIONS.reduce((sum, to) => sum + countOf(from, to), 0)
  // Both sides have the gaps of the longer one, so that a person is as thick here as there.
  const room = 1 - GAP * (DESTINATIONS.length - 1)
  const from = toBlocks(MIGRATED, fromSum, total, room)
  const to = toBlocks(DESTINATIONS, toSum, total, room)
  const flows: Flow[] = []
  const left = new Map(from.map(({ name, top }) => [name, top]))
  const right = new Map(to.map(({ name, top }) => [name, top]))
  for (const start of MIGRATED) {
    for (const end of DESTINATIONS) {
      const count = countOf(start, end)
      if (count === 0) continue
      const height = (count / total) * room
      const [fromTop, toTop] = [left.get(start) ?? 0, right.get(end) ?? 0]
      flows.push({ from: start, to: end, count, fromTop, toTop, height })
      left.set(start, fromTop + height)
      right.set(end, toTop + height)
    }
  }
  return { from, to, flows }
}

function toBlocks<Name>(names: readonly Name[], toCount: (name: Name) => number, total: number, room: number): Block<Name>[] {
  const blocks = names.map((name) => ({ name, count: toCount(name) })).filter(({ count }) => count > 0)
  const gaps = 1 - room
  let top = 0
  return blocks.map(({ name, count }) => {
    const height = (count / total) * room
    const block = { name, count, top, height }
    top += height + (blocks.length > 1 ? gaps / (blocks.length - 1) : 0)
    return block
  })
}

/** The outline of a band in a drawing of that size: two curves that leave and arrive level. */
export function toFlowPath({ fromTop, toTop, height }: Flow, width: number, tall: number): string {
  const [leftTop, leftBottom, rightTop, rightBottom] = [fromTop, fromTop + height, toTop, toTop + height].map((share) =>
    round(share * tall),
  )
  const middle = round(width / 2)
  return `M0 ${leftTop}C${middle} ${leftTop} ${middle} ${rightTop} ${width} ${rightTop}V${rightBottom}C${middle} ${rightBottom} ${middle} ${leftBottom} 0 ${leftBottom}Z`
}

const round = (value: number) => Math.round(value * 100) / 100
