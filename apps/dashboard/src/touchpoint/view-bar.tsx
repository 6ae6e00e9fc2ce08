import { LANES, OTHER_SEGMENT } from '@pulso/protocol/constants'
import type { Kind, SeriesInterval, Site } from '@pulso/protocol/types'
import { toRangeText } from '../format/times.ts'
import { Choice } from '../site/choice.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { DaysForm } from './days-form.tsx'
import { COMPARED, type Filter, type PageQuery } from './page-query.ts'
import { toPromptName } from './prompt-name.ts'
import { touchpointWords } from './words.ts'
import './view-bar.css'

type Props = {
  page: PageQuery
  range: { from: string; to: string }
  interval: SeriesInterval
  offered: readonly SeriesInterval[]
  mostDays: number
  definition: Site | null
  touchpoint: string
  kinds: readonly Kind[]
  today: string
  toPath: (changes: Record<string, string | null>) => string
  onChange: (changes: Record<string, string | null>) => void
}

type Option = { value: string; label: string }

/** Which answers the page is about, in what steps and beside what: all of it is in the address. */
export function ViewBar(props: Props) {
  const { page, range, interval, offered, mostDays, definition, touchpoint, kinds, today, toPath, onChange } = props
  const { words: common, locale, language } = useSpeech()
  const words = useWords(touchpointWords)
  const prompts = (definition?.prompts ?? []).filter(
    ({ id, touchpoints }) => touchpoints.includes(touchpoint) || id === page.filters.prompt,
  )
  const options: Record<Filter, Option[]> = {
    segment: [...(definition?.segments ?? []), OTHER_SEGMENT].map((value) => ({
      value,
      label: toSegmentLabel(value, words.view),
    })),
    prompt: prompts.map((prompt) => ({ value: prompt.id, label: toPromptName(prompt, language) })),
    kind: kinds.map((value) => ({ value, label: common.kinds[value].name })),
  }
  const toLabel = (filter: Filter, value: string) => options[filter].find((option) => option.value === value)?.label ?? value
  const chosen = (Object.entries(page.filters) as [Filter, string][]).map(([name, value]) => ({
    name,
    title: words.view.filter[name],
    value: toLabel(name, value),
  }))
  const laneChosen = page.lane && { name: 'lane', title: words.view.lane, value: words.view.lanes[page.lane] }
  const daysChosen = page.range && { name: 'from', title: common.topBar.range, value: toRangeText(page.range, locale) }
  const chips = [...(daysChosen ? [daysChosen] : []), ...chosen, ...(laneChosen ? [laneChosen] : [])]
  return (
    <section class="view-bar" aria-label={words.view.title}>
      <div class="view-bar-controls">
        {offered.length > 1 && (
          <Choice
            legend={words.view.interval}
            options={offered.map((value) => ({ value, label: words.view.intervals[value] }))}
            value={interval}
            onChoose={(value) => onChange({ interval: value })}
          />
        )}
        <Pick
          label={words.view.compare}
          value={page.compare}
          options={COMPARED.map((value) => ({ value, label: words.view.compared[value] }))}
          onPick={(value) => onChange({ compare: value === 'previous' ? null : value })}
        />
        {(['segment', 'prompt', 'kind'] as const)
          .filter((filter) => options[filter].length > 1 || page.filters[filter] !== undefined)
          .map((filter) => (
            <Pick
              key={filter}
              label={words.view.filter[filter]}
              value={page.filters[filter] ?? ''}
              options={[{ value: '', label: words.view.all }, ...withChosen(options[filter], page.filters[filter])]}
              onPick={(value) => onChange({ [filter]: value || null })}
            />
          ))}
        <Pick
          label={words.view.lane}
          value={page.lane ?? ''}
          options={[{ value: '', label: words.view.usualLane }, ...LANES.map((value) => ({ value, label: words.view.lanes[value] }))]}
          onPick={(value) => onChange({ lane: value || null })}
        />
        <DaysForm range={range} today={today} mostDays={mostDays} onChoose={(days) => onChange({ ...days, interval: null })} />
      </div>
      {chips.length > 0 && (
        <ul class="view-bar-chosen" aria-label={words.view.chosen}>
          {chips.map(({ name, title, value }) => (
            <li key={name}>
              <a
                class="view-bar-chip"
                href={toPath(name === 'from' ? { from: null, to: null } : { [name]: null })}
                aria-label={words.view.remove(title, value)}
              >
                <span>{title}</span> {value}
              </a>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <a class="view-bar-clear" href={toPath({ from: null, to: null, segment: null, prompt: null, kind: null, lane: null })}>
                {words.view.clear}
              </a>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

export const toSegmentLabel = (segment: string, { otherSegment, noSegment }: { otherSegment: string; noSegment: string }) =>
  segment === OTHER_SEGMENT ? otherSegment : segment === '' ? noSegment : segment

/** An address that was written by hand may hold several values: they stand as one, so that the control shows what is so. */
function withChosen(options: readonly Option[], value: string | undefined): readonly Option[] {
  return value === undefined || options.some((option) => option.value === value) ? options : [...options, { value, label: value }]
}

type PickProps = { label: string; value: string; options: readonly Option[]; onPick: (value: string) => void }

function Pick({ label, value, options, onPick }: PickProps) {
  return (
    <label class="view-bar-pick">
      <span>{label}</span>
      <select class="input" value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
