import type { Note } from '@pulso/protocol/types'
import { useId, useState } from 'preact/hooks'
import { Field } from '../controls/field.tsx'
import { toMomentText } from '../format/times.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { recallAuthor, rememberAuthor } from './note-author.ts'
import { responsesWords } from './words.ts'
import './note-list.css'

type Props = {
  notes: readonly Note[]
  timeZone: string
  /** The member who is signed in, whose name a note carries; null: it is signed by hand. */
  member: string | null
  /** Whether it was kept: what was written stays in the field otherwise. */
  onAdd: (text: string, author: string) => Promise<boolean>
  onRemove: (note: Note) => void
}

/** What the team wrote about one response, the oldest first, and a place to write. */
export function NoteList({ notes, timeZone, member, onAdd, onRemove }: Props) {
  const words = useWords(responsesWords)
  const { locale } = useSpeech()
  const id = useId()
  const [text, setText] = useState('')
  const [author, setAuthor] = useState(recallAuthor)
  const [isSaving, setSaving] = useState(false)
  const add = async (event: Event) => {
    event.preventDefault()
    if (text.trim() === '' || isSaving) return
    const form = event.currentTarget instanceof HTMLFormElement ? event.currentTarget : null
    setSaving(true)
    if (member === null) rememberAuthor(author.trim())
    if (await onAdd(text.trim(), author.trim())) {
      setText('')
      // The button is off now: who pressed it goes on where the next note is written.
      form?.querySelector('textarea')?.focus()
    }
    setSaving(false)
  }
  return (
    <section class="response-part" aria-labelledby={id}>
      <h3 id={id}>{words.notes.title}</h3>
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
                  onClick={() => onRemove(note)}
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
              class="input"
              maxLength={1000}
              rows={2}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
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
