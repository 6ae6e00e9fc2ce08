import type { Score, SeriesInterval } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { Table } from '../controls/table.tsx'
import { toCountText, toScoreText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import type { ChartStep } from './chart-steps.ts'
import { toStepText } from './step-text.ts'
import { touchpointWords } from './words.ts'

type Props = { score: Score; steps: readonly ChartStep[]; interval: SeriesInterval; timeZone: string }

/** What the chart draws, in numbers: the newest step first. Made when it is opened: a year of hours is long. */
export function SeriesTable({ score, steps, interval, timeZone }: Props) {
  const { words: common, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const [isOpen, setOpen] = useState(false)
  const { columns } = words.chart
  const toText = (value: number | null) => toScoreText(value, score.unit, locale) ?? '–'
  return (
    <details class="numbers-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.chart.table}</summary>
      {isOpen && (
        <Table
          caption={`${common.kinds[score.kind].name}: ${words.chart.title}`}
          isCaptionHidden
          columns={[
            { key: 'step', label: columns.step },
            { key: 'score', label: columns.score, isNumber: true },
            { key: 'interval', label: columns.interval, isNumber: true },
            { key: 'answers', label: columns.answers, isNumber: true },
            { key: 'note', label: columns.note },
          ]}
          rows={steps.toReversed().map((step) => ({
            key: step.from,
            cells: [
              toStepText(step, interval, locale, timeZone),
              toText(step.value),
              step.value === null ? '–' : `${toText(step.low)} … ${toText(step.high)}`,
              toCountText(step.n, locale),
              [step.n > 0 && step.isThin && words.chart.tooFew, !step.isWhole && words.chart.soFar].filter(Boolean).join(', '),
            ],
          }))}
        />
      )}
    </details>
  )
}
