import type { Marks, TagList, Verdict } from '@pulso/protocol/types'
import { useId, useRef } from 'preact/hooks'
import { toCountText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { TAG_FIELD_LENGTH, useTagField } from './use-tag-field.ts'
import { responsesWords } from './words.ts'
import './bulk-bar.css'

type Props = {
  count: number
  tags: TagList['tags']
  mayJudge: boolean
  isQuarantine: boolean
  onStatus: (status: Marks['status']) => void
  onTag: (tags: readonly string[]) => Promise<boolean>
  onJudge: (verdict: Verdict) => void
  onAll: () => void
  onClear: () => void
}

/** What can be done with several responses at once; there while some are selected. */
export function BulkBar({ count, tags, mayJudge, isQuarantine, onStatus, onTag, onJudge, onAll, onClear }: Props) {
  const words = useWords(responsesWords)
  const { locale } = useSpeech()
  const field = useRef<HTMLInputElement>(null)
  const { text, setText, add } = useTagField(field, onTag)
  const listId = useId()
  const button = (label: string, run: () => void) => (
    <button type="button" class="button button-quiet" onClick={run}>
      {label}
    </button>
  )
  return (
    <section class="inbox-bulk" aria-label={words.bulk.label}>
      <p role="status">{words.bulk.selected(count, toCountText(count, locale))}</p>
      {button(words.actions.done, () => onStatus('done'))}
      {button(words.actions.read, () => onStatus('read'))}
      {button(words.actions.unread, () => onStatus('new'))}
      <form onSubmit={add}>
        <input
          ref={field}
          class="input"
          aria-label={words.tags.add}
          placeholder={words.bulk.tag}
          list={listId}
          maxLength={TAG_FIELD_LENGTH}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <datalist id={listId}>
          {tags.map((known) => (
            <option key={known.tag} value={known.tag} />
          ))}
        </datalist>
      </form>
      {mayJudge && isQuarantine && button(words.quality.release, () => onJudge('released'))}
      {mayJudge && button(isQuarantine ? words.quality.confirm : words.quality.put, () => onJudge('confirmed'))}
      {button(words.bulk.all, onAll)}
      {button(words.bulk.clear, onClear)}
    </section>
  )
}
