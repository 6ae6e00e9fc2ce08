import { AUDIENCES, CHANNELS, OTHER_SEGMENT } from '@pulso/protocol/constants'
import type { ShareFilter, Site } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { sharingWords } from './words.ts'

const DIMENSIONS = ['stage', 'touchpoint', 'audience', 'channel', 'segment'] as const
type Dimension = (typeof DIMENSIONS)[number]

type Props = { site: Site; filter: ShareFilter; onChange: (filter: ShareFilter) => void }

/** What a link is narrowed to: as many of each as one likes, none of a kind for all of it. */
export function ShareFilters({ site, filter, onChange }: Props) {
  const words = useWords(sharingWords)
  const { language } = useSpeech()
  const options: Record<Dimension, { value: string; label: string }[]> = {
    stage: site.stages.map(({ key, name }) => ({ value: key, label: toLocalized(name, language) })),
    touchpoint: site.touchpoints.map(({ key, name }) => ({ value: key, label: toLocalized(name, language) })),
    audience: AUDIENCES.filter((audience) => site.touchpoints.some((one) => one.audience === audience)).map((value) => ({
      value,
      label: words.shares.audiences[value],
    })),
    channel: CHANNELS.filter((channel) => site.touchpoints.some((one) => one.channel === channel)).map((value) => ({
      value,
      label: words.shares.channels[value],
    })),
    segment: site.segments.length === 0 ? [] : [...site.segments, OTHER_SEGMENT].map((value) => ({ value, label: value })),
  }
  const toggle = (dimension: Dimension, value: string, isChosen: boolean) => {
    const chosen: string[] = filter[dimension] ?? []
    const next = isChosen ? [...chosen, value] : chosen.filter((one) => one !== value)
    const { [dimension]: _, ...rest } = filter
    onChange(next.length === 0 ? rest : { ...rest, [dimension]: next })
  }
  return (
    <fieldset class="sharing-set">
      <legend>{words.shares.filters}</legend>
      <p class="field-hint">{words.shares.filtersNote}</p>
      <div class="sharing-filters">
        {DIMENSIONS.filter((dimension) => options[dimension].length > 1).map((dimension) => {
          const chosen: readonly string[] = filter[dimension] ?? []
          return (
            <details key={dimension}>
              <summary>
                {words.shares.filter[dimension]} {chosen.length > 0 && <span>({chosen.length})</span>}
              </summary>
              <div>
                {options[dimension].map(({ value, label }) => (
                  <label key={value} class="check">
                    <input
                      type="checkbox"
                      checked={chosen.includes(value)}
                      onChange={(event) => toggle(dimension, value, event.currentTarget.checked)}
                    />
                    <span>{dimension === 'segment' && value === OTHER_SEGMENT ? words.shares.otherSegment : label}</span>
                  </label>
                ))}
              </div>
            </details>
          )
        })}
      </div>
    </fieldset>
  )
}
