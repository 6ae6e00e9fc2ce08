import { FLAGS, KINDS, QUARANTINE_REASONS, SCORE_BANDS, SENTIMENTS, UNMAPPED_TOUCHPOINT } from '@pulso/protocol/constants'
import type { Site, TagList } from '@pulso/protocol/types'
import { Field } from '../controls/field.tsx'
import { toLanguageName } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { type FilterName, toValues, withFilter, withToggled } from './filter.ts'
import { Pills } from './pills.tsx'
import type { Names } from './to-names.ts'
import { responsesWords } from './words.ts'
import './filter-panel.css'

type Props = {
  id: string
  site: Site
  names: Names
  tags: TagList['tags']
  query: URLSearchParams
  onQuery: (query: URLSearchParams) => void
}

/** Everything that the list can be narrowed by. Each choice works at once, and stands in the address. */
export function FilterPanel({ id, site, names, tags, query, onQuery }: Props) {
  const words = useWords(responsesWords)
  const { language, locale, words: shell } = useSpeech()
  const { filters } = words
  const set = (changes: Parameters<typeof withFilter>[1]) => onQuery(withFilter(query, changes))
  const pills = (name: FilterName, options: readonly (readonly [string, string])[]) => (
    <Pills
      legend={filters.names[name]}
      options={options}
      chosen={toValues(query, name)}
      onToggle={(value) => onQuery(withToggled(query, name, value))}
    />
  )
  const pick = (name: FilterName, options: readonly (readonly [string, string])[]) => (
    <Field label={filters.names[name]}>
      {(control) => (
        <select {...control} class="input" value={query.get(name) ?? ''} onChange={(event) => set({ [name]: event.currentTarget.value })}>
          <option value="">{filters.any}</option>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  const day = (name: 'from' | 'to') => (
    <Field label={filters.names[name]}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="date"
          min="2000-01-01"
          max="2199-12-31"
          value={query.get(name) ?? ''}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  const languages = [...new Set(site.prompts.flatMap(({ wording }) => Object.keys(wording)).map((name) => name.split('-')[0] ?? name))]
  const isInQuarantine = query.get('lane') === 'quarantine'
  return (
    <section class="inbox-filter-panel" id={id} aria-label={filters.title}>
      {pills(
        'band',
        SCORE_BANDS.map((band) => [band, filters.bands[band]] as const),
      )}
      {pills(
        'sentiment',
        SENTIMENTS.map((label) => [label, filters.sentiments[label]] as const),
      )}
      <div class="inbox-filter-fields">
        {pick('touchpoint', [
          ...site.touchpoints.map(({ key }) => [key, names.touchpoint(key)] as const),
          [UNMAPPED_TOUCHPOINT, filters.unmapped] as const,
        ])}
        {pick(
          'stage',
          site.stages.map(({ key }) => [key, names.stage(key)] as const),
        )}
        {pick(
          'prompt',
          site.prompts.map(({ id: prompt }) => [prompt, names.prompt(prompt)] as const),
        )}
        {pick(
          'kind',
          KINDS.map((kind) => [kind, shell.kinds[kind].name] as const),
        )}
        {site.segments.length > 0 &&
          pick(
            'segment',
            site.segments.map((segment) => [segment, segment] as const),
          )}
        {pick('comments', [
          ['only', filters.comments.only],
          ['none', filters.comments.none],
        ])}
        {pick(
          'tag',
          tags.map(({ tag, responses }) => [tag, `${tag} (${toCountText(responses, locale)})`] as const),
        )}
        {languages.length > 1 &&
          pick(
            'language',
            languages.map((name) => [name, toLanguageName(name, language)] as const),
          )}
        {day('from')}
        {day('to')}
        <Field label={filters.names.lane}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={query.get('environment') === 'all' ? 'all' : (query.get('lane') ?? '')}
              onChange={({ currentTarget: { value } }) =>
                set(
                  value === 'all'
                    ? { environment: 'all', lane: null }
                    : { environment: null, lane: value, ...(value !== 'quarantine' && { reason: null }) },
                )
              }
            >
              <option value="">{site.respondents === 'verified' ? filters.lanes.verified : filters.lanes.production}</option>
              {(site.respondents === 'verified'
                ? (['production', 'quarantine', 'test'] as const)
                : (['verified', 'quarantine', 'test'] as const)
              ).map((lane) => (
                <option key={lane} value={lane}>
                  {filters.lanes[lane]}
                </option>
              ))}
              <option value="all">{filters.allLanes}</option>
            </select>
          )}
        </Field>
        {pick(
          'flag',
          FLAGS.map((flag) => [flag, filters.flags[flag]] as const),
        )}
        {isInQuarantine &&
          pick(
            'reason',
            QUARANTINE_REASONS.map((reason) => [reason, filters.reasons[reason]] as const),
          )}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={query.get('answers') === 'all'}
          onChange={(event) => set({ answers: event.currentTarget.checked ? 'all' : null })}
        />
        {filters.unanswered}
      </label>
    </section>
  )
}
