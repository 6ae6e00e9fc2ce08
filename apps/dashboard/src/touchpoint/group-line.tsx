import { toCertainty, toCountText, toScoreText } from '../format/numbers.ts'
import { IntervalStrip } from '../score/interval-strip.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { toChangeText } from './change-text.ts'
import type { GroupRow } from './group-rows.ts'
import { touchpointWords } from './words.ts'
import './group-line.css'

type Props = {
  row: GroupRow
  name: string
  isChosen: boolean
  /** Null: whose page said nothing cannot be asked for. */
  path: string | null
}

/** One group against everybody else. Its name shows the page for it alone, or for everybody again. */
export function GroupLine({ row, name, isChosen, path }: Props) {
  const { words: common, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const { score } = row
  const change = toChangeText(row, { is: 'rest' }, words, locale)
  return (
    <li class="group-line" data-thin={!score.enoughData} data-chosen={isChosen}>
      {path === null ? (
        <span class="group-line-name">{name}</span>
      ) : (
        <a href={path} aria-label={isChosen ? words.groups.showAll(name) : words.groups.show(name)}>
          {name}
        </a>
      )}
      <p class="group-line-score">
        <strong>{toScoreText(score.value, score.unit, locale)}</strong> {toCertainty(score, locale)?.text}
      </p>
      <IntervalStrip score={score} />
      <p class="group-line-n">{common.touchpoint.answers(score.n, toCountText(score.n, locale))}</p>
      <p class="group-line-change" data-is={change.is}>
        {change.text}
      </p>
    </li>
  )
}
