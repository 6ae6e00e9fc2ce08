import type { InboxResponse } from '@pulso/protocol/types'
import type { RefObject } from 'preact'
import { useKeys } from '../controls/keys.ts'
import { useWords } from '../words/speech.tsx'
import type { InboxActions } from './use-inbox-actions.ts'
import { responsesWords } from './words.ts'

type Hands = {
  current: InboxResponse | null
  searchField: RefObject<HTMLInputElement | null>
  tagField: RefObject<HTMLInputElement | null>
  noteField: RefObject<HTMLTextAreaElement | null>
  move: (step: 1 | -1) => void
  toggle: (id: string) => void
  back: () => void
  actions: InboxActions
}

/** The inbox by single keys. */
export function useInboxKeys({ current, searchField, tagField, noteField, move, toggle, back, actions }: Hands): void {
  const { keys } = useWords(responsesWords)
  const setStatus = (toStatus: (status: InboxResponse['marks']['status']) => InboxResponse['marks']['status']) => {
    if (current) void actions.setStatus([current.id], toStatus(current.marks.status))
  }
  useKeys([
    { keys: 'j', label: keys.next, run: () => move(1) },
    { keys: 'k', label: keys.previous, run: () => move(-1) },
    { keys: 'e', label: keys.done, run: () => setStatus((status) => (status === 'done' ? 'read' : 'done')) },
    { keys: 'r', label: keys.read, run: () => setStatus((status) => (status === 'new' ? 'read' : 'new')) },
    {
      keys: 'x',
      label: keys.select,
      run: (event) => {
        const id = toRowOf(event.target) ?? current?.id
        if (id !== undefined) toggle(id)
      },
    },
    { keys: 't', label: keys.tag, run: () => tagField.current?.focus() },
    { keys: 'n', label: keys.note, run: () => noteField.current?.focus() },
    {
      keys: '/',
      label: keys.search,
      run: () => {
        searchField.current?.focus()
        searchField.current?.select()
      },
    },
    { keys: 'Escape', label: keys.back, run: back },
  ])
}

/** The response of the row that has the focus, which need not be the one that is open. */
function toRowOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-response]')?.dataset['response'] : undefined
}
