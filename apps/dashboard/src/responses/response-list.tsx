import type { InboxResponse } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import type { InboxState } from './inbox-state.ts'
import { ResponseRow } from './response-row.tsx'
import type { Names } from './to-names.ts'
import { useNow } from './use-now.ts'
import { responsesWords } from './words.ts'
import './response-list.css'

type Props = {
  state: InboxState
  names: Names
  current: string | null
  selected: ReadonlySet<string>
  toHref: (id: string) => string
  hasKeys: boolean
  onOpen: (response: InboxResponse, byKey: boolean) => void
  onSelect: (id: string) => void
  onLetIn: () => void
  onFurther: () => void
}

/** The responses, what has arrived above them, and how far back it was looked beneath. */
export function ResponseList({ state, names, current, selected, hasKeys, toHref, onOpen, onSelect, onLetIn, onFurther }: Props) {
  const words = useWords(responsesWords)
  const { locale } = useSpeech()
  const nowMs = useNow()
  const { responses, waiting, fresh } = state
  return (
    <>
      <p class="inbox-arrived" role="status">
        {waiting.length > 0 && (
          <button type="button" class="button" onClick={onLetIn}>
            {words.arrived(waiting.length, toCountText(waiting.length, locale))}
          </button>
        )}
      </p>
      {responses.length > 0 && (
        <ol class="inbox-list" aria-label={words.list}>
          {responses.map((response) => (
            <ResponseRow
              key={response.id}
              response={response}
              href={toHref(response.id)}
              names={names}
              nowMs={nowMs}
              isCurrent={response.id === current}
              isSelected={selected.has(response.id)}
              isFresh={fresh.has(response.id)}
              hasKeys={hasKeys}
              onOpen={(byKey) => onOpen(response, byKey)}
              onSelect={() => onSelect(response.id)}
            />
          ))}
        </ol>
      )}
      {state.isRead && <ListEnd state={state} names={names} onFurther={onFurther} />}
    </>
  )
}

/** How far it was looked, in the words that fit: a search that found little says where it stopped. */
function ListEnd({ state, names, onFurther }: Pick<Props, 'state' | 'names' | 'onFurther'>) {
  const words = useWords(responsesWords)
  const { locale } = useSpeech()
  const { next, rows, backTo, isBeyond, isReading, responses } = state
  const text = toCountText(rows, locale)
  const day = backTo === null ? null : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: names.timeZone }).format(backTo)
  const says = next === null ? words.lookedAll(text) : isBeyond ? words.lookedBeyond(text) : day === null ? null : words.looked(text, day)
  const button = isBeyond ? words.beyond : rows > 20 * (responses.length + 1) ? words.further : words.more
  return (
    <div class="inbox-end">
      <p>
        {responses.length > 0 && <span>{words.shown(responses.length, toCountText(responses.length, locale))} </span>}
        {says}
      </p>
      {next !== null && (
        <button type="button" class="button button-quiet" disabled={isReading} aria-busy={isReading} onClick={onFurther}>
          {isReading ? words.reading : button}
        </button>
      )}
    </div>
  )
}
