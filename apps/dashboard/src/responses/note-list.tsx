import type { Note } from '@pulso/protocol/types'
import type { RefObject } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { Field } from '../controls/field.tsx'
import { toMomentText } from '../format/times.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { isEscape } from './is-escape.ts'
import { recallAuthor, rememberAuthor } from './note-author.ts'
import type { NoteDraft } from './note-drafts.ts'
import { responsesWords } from './words.ts'
import './note-list.css'

type Props = {
  notes: readonly Note[]
  timeZone: string
  /** The member who is signed in, whose name a note carries; null: it is signed by hand. */
  member: string | null
  draft: NoteDraft
  field: RefObject<HTMLTextAreaElement | null>
  /** Whether it was kept: what was written stays in the field otherwise. */
  onAdd: (text: string, author: string) => Promise<boolean>
  onRemove: (note: Note) => void
  onLeave: () => void
}

/** What the team wrote about one response, the oldest first, and a place to write. */
export function NoteList({ notes, timeZone, member, draft, field, onAdd, onRemove, onLeave }: Props) {
  const words = useWords(responsesWords)
  const { locale } = useSpeech()
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const [text, setText] = useState(draft.recall)
  const write = (next: string) => {
    draft.keep(next)
    setText(next)
  }
  const [author, setAuthor] = useState(recallAuthor)
  const [isSaving, setSaving] = useState(false)
  const add = async (event: Event) => {
    event.preventDefault()
    if (text.trim() === '' || isSaving) return
    // The button is off while there is nothing to add: who pressed it goes on where the next note is written.
    field.current?.focus()
    setSaving(true)
    if (member === null) rememberAuthor(author.trim())
    if (await onAdd(text.trim(), author.trim())) write('')
    setSaving(false)
  }
  return (
    <section class="response-part" aria-labelledby={id}>
      <h3 id={id} ref={title} tabIndex={-1}>
        {words.notes.title}
      </h3>
      {notes.length === 0 ? (
        <p class="field-hint">{words.notes.none}</p>
      ) : (
        <ol class="response-notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p class="response-note-text">{note.text}</p>
              <p class="response-note-meta">
                <strong>{note.author ?? words.notes.anonymous}</strong>
                <time dateTime={new Date(note.at).toISOString()}>{toMomentText(note.at, locale, timeZone)}</time>
                <button
                  type="button"
                  class="link"
                  aria-label={words.notes.remove}
                  title={words.notes.remove}
                  onClick={() => {
                    title.current?.focus({ preventScroll: true })
                    onRemove(note)
                  }}
                >
                  <span aria-hidden="true">✕</span>
                </button>
              </p>
            </li>
          ))}
        </ol>
      )}
      <form class="response-note-form" onSubmit={(event) => void add(event)}>
        <Field label={words.notes.add}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              class="input"
              maxLength={1000}
              rows={2}
              value={text}
              onInput={(event) => write(event.currentTarget.value)}
              onKeyDown={(event) => isEscape(event) && onLeave()}
            />
          )}
        </Field>
        <div class="response-note-sign">
          {member === null && (
            <Field label={words.notes.author} hint={words.notes.authorHint}>
              {(control) => (
                <input
                  {...control}
                  class="input"
                  maxLength={64}
                  autocomplete="name"
                  value={author}
                  onInput={(event) => setAuthor(event.currentTarget.value)}
                />
              )}
            </Field>
          )}
          <button type="submit" class="button button-quiet" disabled={isSaving || text.trim() === ''}>
            {words.notes.button}
          </button>
        </div>
      </form>
    </section>
  )
}
