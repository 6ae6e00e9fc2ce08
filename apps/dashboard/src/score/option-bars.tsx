import type { Score } from '@pulso/protocol/types'
import { toShareText } from '../format/numbers.ts'
import { toOptionRows } from '../format/option-rows.ts'
import { useSpeech } from '../words/speech.tsx'
import { useOptionName } from './use-option-name.ts'
import './option-bars.css'

/** What people chose: a bar per option, in the options' own order. None is better than another, so none is coloured. */
export function OptionBars({ score }: { score: Score }) {
  const { locale } = useSpeech()
  const toName = useOptionName()
  return (
    <ul class="option-bars">
      {toOptionRows(score).map((row) => (
        <li key={row.place} style={{ '--share': `${row.share * 100}%` }}>
          <span>{toName(row)}</span>
          <span>{toShareText(row.share, locale)}</span>
        </li>
      ))}
    </ul>
  )
}
