import type { Report } from '@pulso/protocol/types'
import { useId } from 'preact/hooks'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { type MapFilter, toChoices } from './map-filter.ts'
import './filter-bar.css'

type Props = { report: Report; filter: MapFilter; onFilter: (filter: MapFilter) => void }

/** Whose and which touchpoints are shown; each choice is there only where the journey has several. */
export function FilterBar({ report, filter, onFilter }: Props) {
  const { words: shell } = useSpeech()
  const words = useWords(journeyWords).filter
  const { audiences, channels } = toChoices(report)
  return (
    <>
      {(audiences.length > 1 || filter.audience !== null) && (
        <Pick
          label={words.audience}
          all={words.all}
          names={words.audiences}
          values={audiences}
          value={filter.audience}
          onPick={(audience) => onFilter({ ...filter, audience })}
        />
      )}
      {(channels.length > 1 || filter.channel !== null) && (
        <Pick
          label={words.channel}
          all={words.all}
          names={shell.touchpoint.channels}
          values={channels}
          value={filter.channel}
          onPick={(channel) => onFilter({ ...filter, channel })}
        />
      )}
    </>
  )
}

type PickProps<Value extends string> = {
  label: string
  all: string
  names: Record<Value, string>
  values: readonly Value[]
  value: Value | null
  onPick: (value: Value | null) => void
}

function Pick<Value extends string>({ label, all, names, values, value, onPick }: PickProps<Value>) {
  const id = useId()
  return (
    <span class="map-filter" data-on={value !== null}>
      <label for={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onPick(values.find((one) => one === event.currentTarget.value) ?? null)}>
        <option value="">{all}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </span>
  )
}
