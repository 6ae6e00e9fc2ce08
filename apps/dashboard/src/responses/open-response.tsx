import type { TagList } from '@pulso/protocol/types'
import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import type { Failure } from '../request.ts'
import { useWords } from '../words/speech.tsx'
import type { Inbox } from './create-inbox.ts'
import { InboxSkeleton } from './inbox-skeleton.tsx'
import { findResponse } from './inbox-state.ts'
import { noteDraft } from './note-drafts.ts'
import { NoteList } from './note-list.tsx'
import { PersonPanel } from './person-panel.tsx'
import { QualityNote } from './quality-note.tsx'
import { focusOnTitle, ResponseDetail } from './response-detail.tsx'
import { TagEditor } from './tag-editor.tsx'
import type { Names } from './to-names.ts'
import type { InboxActions } from './use-inbox-actions.ts'
import { responsesWords } from './words.ts'

type Props = {
  site: string
  id: string
  inbox: Inbox
  names: Names
  tags: TagList['tags']
  actions: InboxActions
  mayWrite: boolean
  /** The name of the member who is signed in; null: nobody in particular. */
  member: string | null
  listHref: string
  hasPrevious: boolean
  hasNext: boolean
  tagField: RefObject<HTMLInputElement | null>
  noteField: RefObject<HTMLTextAreaElement | null>
  onMove: (step: 1 | -1) => void
  /** It was erased from here. */
  onGone: () => void
}

/** The response of the address: from the list, or read by its permalink when the list does not hold it. */
export function OpenResponse({
  site,
  id,
  inbox,
  names,
  tags,
  actions,
  mayWrite,
  member,
  listHref,
  hasPrevious,
  hasNext,
  tagField,
  noteField,
  onMove,
  onGone,
}: Props) {
  const words = useWords(responsesWords)
  const state = inbox.state.value
  const response = findResponse(state, id)
  const [failure, setFailure] = useState<{ id: string; failure: Failure } | null>(null)
  const isUnknown = response === null && (state.isRead || state.failure !== null)
  const read = () => {
    setFailure(null)
    void inbox.open(id).then((failed) => setFailure(failed === null ? null : { id, failure: failed }))
  }
  useEffect(() => {
    if (isUnknown) read()
  }, [id, isUnknown, inbox])
  // A permalink that is opened is read, like a row that is.
  const status = response?.marks.status
  useEffect(() => {
    if (status === 'new') void actions.setStatus([id], 'read', true)
  }, [id, response === null])

  if (response === null) {
    if (failure?.id !== id) return <InboxSkeleton />
    if (failure.failure !== 'missing' && failure.failure !== 'refused') return <ErrorNote failure={failure.failure} onTryAgain={read} />
    return (
      <EmptyState title={words.detail.gone.title} text={words.detail.gone.text}>
        <a class="button button-quiet" href={listHref}>
          {words.detail.gone.back}
        </a>
      </EmptyState>
    )
  }
  const erased = (count: number | null) => {
    if (count === null) return null
    actions.sayErased(count)
    onGone()
    return count
  }
  return (
    <ResponseDetail
      key={id}
      site={site}
      response={response}
      names={names}
      listHref={listHref}
      hasPrevious={hasPrevious}
      hasNext={hasNext}
      onStatus={(next) => void actions.setStatus([id], next)}
      onMove={onMove}
    >
      <TagEditor
        tags={response.marks.tags}
        known={tags}
        field={tagField}
        onAdd={(added) => actions.tag([id], added)}
        onRemove={(tag) => void actions.untag(id, tag)}
        onLeave={focusOnTitle}
      />
      <NoteList
        notes={response.marks.notes}
        timeZone={names.timeZone}
        member={member}
        draft={noteDraft(id, member)}
        field={noteField}
        onAdd={(text, author) => actions.addNote(id, text, author)}
        onRemove={(note) => void actions.removeNote(id, note)}
        onLeave={focusOnTitle}
      />
      <QualityNote response={response} mayJudge={mayWrite} onJudge={(verdict) => void actions.judge([id], verdict)} />
      <PersonPanel
        site={site}
        response={response}
        timeZone={names.timeZone}
        mayErase={mayWrite}
        onEraseOne={async () => erased(await inbox.eraseResponse(id))}
        onErasePerson={async (respondent) => erased(await inbox.erasePerson(respondent))}
      />
    </ResponseDetail>
  )
}
