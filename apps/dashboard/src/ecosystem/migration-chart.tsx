import type { ClassRetention } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { type Block, type Destination, toFlowChart, toFlowPath } from './migration-flows.ts'
import { ecosystemWords } from './words.ts'
import './migration-chart.css'

const WIDTH = 400
const TALL = 280
/** Blocks thinner than this have no room for a name beside them. */
const LEAST_NAMED = 0.035

/** From class to class, month to month: bands as thick as people are many. */
export function MigrationChart({ classes }: { classes: readonly ClassRetention[] }) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { from, to, flows } = toFlowChart(classes)
  const people = from.reduce((sum, { count }) => sum + count, 0)
  if (people === 0) return null
  const { destinations } = words.retention
  const toText = (count: number) => toCountText(count, locale)
  return (
    <figure class="migration">
      <figcaption class="for-the-ear">{words.retention.flow(people, toText(people))}</figcaption>
      <div class="migration-side" data-side="from" aria-hidden="true">
        <p>{words.retention.thisMonth}</p>
        <Names blocks={from} />
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${TALL}`} preserveAspectRatio="none" aria-hidden="true">
        {flows.map((flow) => (
          <path key={`${flow.from} ${flow.to}`} d={toFlowPath(flow, WIDTH, TALL)} data-class={flow.from} data-away={flow.to === 'away'}>
            <title>{words.retention.band(flow.count, toText(flow.count), destinations[flow.from], destinations[flow.to])}</title>
          </path>
        ))}
      </svg>
      <div class="migration-side" data-side="to" aria-hidden="true">
        <p>{words.retention.nextMonth}</p>
        <Names blocks={to} />
      </div>
    </figure>
  )
}

function Names({ blocks }: { blocks: readonly Block<Destination>[] }) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  return (
    <div class="migration-blocks">
      {blocks.map(({ name, count, top, height }) => (
        <span key={name} data-class={name} style={{ top: `${top * 100}%`, height: `${height * 100}%` }}>
          {height >= LEAST_NAMED && (
            <span>
              {words.retention.destinations[name]} <b>{toCountText(count, locale)}</b>
            </span>
          )}
        </span>
      ))}
    </div>
  )
}
