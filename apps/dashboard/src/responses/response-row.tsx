import type { InboxResponse } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { toAgoText, toMomentText } from '../format/times.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { SaidText } from './said-text.tsx'
import { ScoreChip } from './score-chip.tsx'
import type { Names } from './to-names.ts'
import { responsesWords } from './words.ts'
import './response-row.css'

type Props = {
  response: InboxResponse
  href: string
  names: Names
  nowMs: number
  isCurrent: boolean
  isSelected: boolean
  isFresh: boolean
  /** Whether single keys work, `x` among them: a row is one stop of Tab then. */
  hasKeys: boolean
  /** `byKey`: with Enter, so the focus has somewhere to go. */
  onOpen: (byKey: boolean) => void
  onSelect: () => void
}

/** Where the focus goes when a response is walked to by key. */
export const toRowId = (id: string) => `response-${id}`

/** One response of the list: how it was, what was said, where and when, and how far the team is. */
export function ResponseRow({ response, href, names, nowMs, isCurrent, isSelected, isFresh, hasKeys, onOpen, onSelect }: Props) {
  const { locale } = useSpeech()
  const words = useWords(responsesWords)
  const { id, occurredAt, marks, flags, lane, state } = response
  const place = names.touchpoint(response.countedTouchpoint)
  const open = (event: MouseEvent) => {
    // Who wants it in a tab of its own gets that.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen(event.detail === 0)
  }
  return (
    <li class="inbox-row" data-status={marks.status} data-current={isCurrent} data-fresh={isFresh} data-response={id}>
      <label class="inbox-check">
        <input type="checkbox" checked={isSelected} tabIndex={hasKeys ? -1 : undefined} onChange={onSelect} />
        <span class="for-the-ear">{words.row.select(`${place}, ${toAgoText(occurredAt, nowMs, locale, names.timeZone)}`)}</span>
      </label>
      <a class="inbox-link" id={toRowId(id)} href={href} aria-current={isCurrent ? 'true' : undefined} onClick={open}>
        <ScoreChip response={response} />
        <span class="inbox-row-body">
          <span class="inbox-row-head">
            <span class="inbox-row-place">
              {marks.status === 'new' && (
                <span class="inbox-new">
                  <span class="for-the-ear">{words.row.isNew}</span>
                </span>
              )}
              {place}
            </span>
            <time dateTime={new Date(occurredAt).toISOString()} title={toMomentText(occurredAt, locale, names.timeZone)}>
              {toAgoText(occurredAt, nowMs, locale, names.timeZone)}
            </time>
          </span>
          <RowText response={response} names={names} />
          <span class="inbox-row-marks">
            {marks.status === 'done' && <span class="inbox-done">✓ {words.row.isDone}</span>}
            {lane === 'quarantine' && <span class="inbox-flag">{words.filters.lanes.quarantine}</span>}
            {lane === 'test' && <span class="inbox-flag">{words.filters.lanes.test}</span>}
            {flags.map((flag) => (
              <span key={flag} class="inbox-flag">
                {words.filters.flags[flag]}
              </span>
            ))}
            {marks.tags.map((tag) => (
              <span key={tag} class="inbox-tag">
                {tag}
              </span>
            ))}
            {marks.notes.length > 0 && <span>{words.row.notes(marks.notes.length, toCountText(marks.notes.length, locale))}</span>}
            {state === 'dismissed' && <span>{words.row.dismissed}</span>}
          </span>
        </span>
      </a>
    </li>
  )
}

function RowText({ response, names }: Pick<Props, 'response' | 'names'>) {
  const words = useWords(responsesWords)
  const { comment, other, second, choices, state, promptId } = response
  const text = comment ?? other ?? second
  if (text !== null) {
    return (
      <span class="inbox-row-text" lang={response.locale}>
        <SaidText text={text} />
      </span>
    )
  }
  const instead =
    choices && choices.length > 0
      ? choices.map((key) => names.option(promptId, key)).join(', ')
      : state === 'shown'
        ? words.row.onlyShown
        : words.row.noText
  return <span class="inbox-row-text inbox-row-silent">{instead}</span>
}
