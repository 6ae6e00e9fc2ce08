import type { Flag, Kind, Lane, QuarantineReason } from '@pulso/protocol/types'
import { toLanguageName } from '../format/localized.ts'
import { toDayText } from '../format/times.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import type { Words } from '../words/words.ts'
import { FILTER_NAMES, type FilterName, toValues, withFilter, withoutFilters, withToggled } from './filter.ts'
import type { Names } from './to-names.ts'
import { type ResponsesWords, responsesWords } from './words.ts'
import './filter-chips.css'

type Props = { query: URLSearchParams; names: Names; onQuery: (query: URLSearchParams) => void }
type Chip = { key: string; text: string; without: URLSearchParams }

/** What the buttons above say already. */
const IN_SIGHT: ReadonlySet<string> = new Set(['comments only'])

/** What the list is narrowed by now, each with the way out of it. */
export function FilterChips({ query, names, onQuery }: Props) {
  const words = useWords(responsesWords)
  const { language, locale, words: shell } = useSpeech()
  const chips = FILTER_NAMES.filter((name) => !IN_SIGHT.has(`${name} ${query.get(name)}`) && name !== 'q' && name !== 'status').flatMap(
    (name): Chip[] =>
      toValues(query, name).map((value) => ({
        key: `${name} ${value}`,
        text: toText(name, value, {
          words,
          shell,
          names,
          toLanguage: (locale) => toLanguageName(locale, language),
          toDay: (day) => toDayText(day, locale),
        }),
        without: withToggled(query, name, value),
      })),
  )
  if (query.get('answers') === 'all') {
    chips.push({ key: 'answers', text: words.filters.unanswered, without: withFilter(query, { answers: null }) })
  }
  if (chips.length === 0) return null
  return (
    <ul class="inbox-filter-chips" aria-label={words.filters.title}>
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <button type="button" class="inbox-filter-chip" aria-label={words.filters.remove(text)} onClick={() => onQuery(without)}>
            {text} <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" class="link" onClick={() => onQuery(withoutFilters(query))}>
          {words.filters.clear}
        </button>
      </li>
    </ul>
  )
}

type Says = { words: ResponsesWords; shell: Words; names: Names; toLanguage: (locale: string) => string; toDay: (day: string) => string }

/** `Score: low`. What this version does not know is said as it stands in the address. */
function toText(name: FilterName, value: string, { words, shell, names, toLanguage, toDay }: Says): string {
  const { filters } = words
  const texts: Partial<Record<FilterName, string | undefined>> = {
    status: filters.statuses[value as keyof typeof filters.statuses],
    touchpoint: names.touchpoint(value),
    stage: names.stage(value),
    prompt: names.prompt(value),
    kind: shell.kinds[value as Kind]?.name,
    band: filters.bands[value as keyof typeof filters.bands],
    sentiment: filters.sentiments[value as keyof typeof filters.sentiments],
    language: name === 'language' ? toLanguage(value) : undefined,
    comments: filters.comments[value as keyof typeof filters.comments],
    from: name === 'from' && !Number.isNaN(Date.parse(value)) ? toDay(value) : undefined,
    to: name === 'to' && !Number.isNaN(Date.parse(value)) ? toDay(value) : undefined,
    lane: filters.lanes[value as Lane],
    reason: filters.reasons[value as QuarantineReason],
    flag: filters.flags[value as Flag],
    environment: value === 'all' ? filters.allLanes : undefined,
    respondent: filters.person,
  }
  if (name === 'respondent' || name === 'environment' || name === 'flag') return texts[name] ?? value
  return `${filters.names[name]}: ${texts[name] ?? value}`
}
