import type { StageReport } from '@pulso/protocol/types'
import { Table } from '../../controls/table.tsx'
import { toLocalized } from '../../format/localized.ts'
import { toCountText, toScoreText } from '../../format/numbers.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import type { StageEmotion } from './stage-emotion.ts'

type Props = { stages: readonly StageReport[]; emotions: readonly StageEmotion[] }

/** The emotional curve for those who do not see it, and for those who want to know what it is made of. */
export function CurveTable({ stages, emotions }: Props) {
  const { language, locale } = useSpeech()
  const { curve } = useWords(journeyWords)
  const toText = (share: number | null) => (share === null ? '–' : toScoreText(share * 100, 'points', locale))
  const columns = Object.entries(curve.columns).map(([key, label]) => ({ key, label, isNumber: key !== 'stage' }))
  return (
    <details class="curve-table">
      <summary>{curve.table}</summary>
      <p>{curve.note}</p>
      <Table
        caption={curve.title}
        isCaptionHidden
        columns={columns}
        rows={stages.map((stage, place) => {
          const { value = null, low = null, high = null, good = 0, middle = 0, bad = 0, n = 0 } = emotions[place]?.balance ?? {}
          const counts = [good, middle, bad, n].map((count) => toCountText(count, locale))
          const interval = low === null || high === null ? '–' : `${toText(low)} … ${toText(high)}`
          return { key: stage.key, cells: [toLocalized(stage.name, language), toText(value), interval, ...counts] }
        })}
      />
    </details>
  )
}
