import type { Release } from '@pulso/protocol/types'
import { toMarkers } from './chart-markers.ts'

type Props = { releases: readonly Release[]; width: number; toLeft: (atMs: number) => number }

/** About as wide as one letter of a label, in pixels. */
const LETTER = 6.6
const MOST_LETTERS = 24

const toShort = (name: string) => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name)

/** When the team changed something: a line down the chart, with its name or its number in the list beneath. A picture only. */
export function ReleaseLines({ releases, width, toLeft }: Props) {
  const marked = releases.map((thing) => ({ thing, left: toLeft(thing.at) }))
  return (
    <>
      {toMarkers(marked, width, ({ name }) => toShort(name).length * LETTER + 20).map(({ left, things, number, label }) => (
        <span key={number} class="release-line" data-label={label} style={{ left: `${left}px` }} aria-hidden="true">
          <span>
            <b>{things.length > 1 ? `${number}–${number + things.length - 1}` : number}</b>
            {label !== 'number' && toShort(things[0]?.name ?? '')}
          </span>
        </span>
      ))}
    </>
  )
}
