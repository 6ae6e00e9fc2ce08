import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { toTags } from './to-tags.ts'

/** Several tags of the greatest length, and what parts them. */
export const TAG_FIELD_LENGTH = 420

type TagField = { text: string; setText: (text: string) => void; add: (event: Event) => void }

/** A field in which tags are typed. What was refused is in it again, unless something else was typed meanwhile. */
export function useTagField(field: RefObject<HTMLInputElement | null>, onAdd: (tags: readonly string[]) => Promise<boolean>): TagField {
  const [text, setText] = useState('')
  const add = async (event: Event) => {
    event.preventDefault()
    // As it stands in the field: who types fast presses Enter before the last letter has been drawn.
    const typed = field.current?.value ?? ''
    const tags = toTags(typed)
    if (tags.length === 0) return
    setText('')
    if (!(await onAdd(tags))) setText((now) => (now === '' ? typed : now))
  }
  return { text, setText, add: (event) => void add(event) }
}
