import type { TagList } from '@pulso/protocol/types'
import type { RefObject } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { toCountText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { isEscape } from './is-escape.ts'
import { TAG_FIELD_LENGTH, useTagField } from './use-tag-field.ts'
import { responsesWords } from './words.ts'
import './tag-editor.css'

type Props = {
  tags: readonly string[]
  /** Those that the site has: offered while somebody types. */
  known: TagList['tags']
  field: RefObject<HTMLInputElement | null>
  onAdd: (tags: readonly string[]) => Promise<boolean>
  onRemove: (tag: string) => void
  onLeave: () => void
}

/** The tags of one response. */
export function TagEditor({ tags, known, field, onAdd, onRemove, onLeave }: Props) {
  const words = useWords(responsesWords)
  const { locale } = useSpeech()
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const { text, setText, add } = useTagField(field, onAdd)
  const remove = (tag: string) => {
    // Its button goes with it.
    title.current?.focus({ preventScroll: true })
    onRemove(tag)
  }
  return (
    <section class="response-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} ref={title} tabIndex={-1}>
        {words.tags.title}
      </h3>
      {tags.length > 0 && (
        <ul class="response-tags">
          {tags.map((tag) => (
            <li key={tag} class="response-tag">
              {tag}
              <button type="button" aria-label={words.tags.remove(tag)} onClick={() => remove(tag)}>
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
          maxLength={TAG_FIELD_LENGTH}
          placeholder={words.tags.add}
          aria-describedby={`${id}-hint`}
          autocomplete="off"
          autocapitalize="none"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => isEscape(event) && onLeave()}
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
