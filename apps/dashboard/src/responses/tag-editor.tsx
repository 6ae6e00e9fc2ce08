import type { TagList } from '@pulso/protocol/types'
import { useId, useRef, useState } from 'preact/hooks'
import { toCountText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { responsesWords } from './words.ts'
import './tag-editor.css'

type Props = {
  tags: readonly string[]
  /** Those that the site has: offered while somebody types. */
  known: TagList['tags']
  onAdd: (tag: string) => void
  onRemove: (tag: string) => void
}

/** The tags of one response. */
export function TagEditor({ tags, known, onAdd, onRemove }: Props) {
  const words = useWords(responsesWords)
  const { locale } = useSpeech()
  const id = useId()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const add = (event: Event) => {
    event.preventDefault()
    // As it stands in the field: who types fast presses Enter before the last letter has been drawn.
    const tag = field.current?.value ?? ''
    if (tag.trim() === '') return
    onAdd(tag)
    setText('')
  }
  return (
    <section class="response-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{words.tags.title}</h3>
      {tags.length > 0 && (
        <ul class="response-tags">
          {tags.map((tag) => (
            <li key={tag} class="response-tag">
              {tag}
              <button type="button" aria-label={words.tags.remove(tag)} onClick={() => onRemove(tag)}>
                <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="response-tag-form" onSubmit={add}>
        <label class="for-the-ear" for={id}>
          {words.tags.add}
        </label>
        <input
          ref={field}
          id={id}
          class="input"
          list={`${id}-known`}
          maxLength={40}
          placeholder={words.tags.add}
          aria-describedby={`${id}-hint`}
          autocomplete="off"
          autocapitalize="none"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <datalist id={`${id}-known`}>
          {known
            .filter(({ tag }) => !tags.includes(tag))
            .map(({ tag, responses }) => (
              <option key={tag} value={tag}>
                {words.tags.uses(responses, toCountText(responses, locale))}
              </option>
            ))}
        </datalist>
        <button type="submit" class="button button-quiet">
          {words.tags.button}
        </button>
      </form>
      <p class="field-hint" id={`${id}-hint`}>
        {words.tags.hint}
      </p>
    </section>
  )
}
