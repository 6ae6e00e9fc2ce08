import { useEffect, useMemo } from 'preact/hooks'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { PageHead } from '../site/page-head.tsx'
import type { PageProps } from '../site/page-props.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { createInbox } from './create-inbox.ts'
import { toApiQuery } from './filter.ts'
import { InboxSkeleton } from './inbox-skeleton.tsx'
import { InboxView } from './inbox-view.tsx'
import { toNames } from './to-names.ts'
import { responsesWords } from './words.ts'

/** What people said, to be read, sorted and answered for. Everything about the list stands in the address. */
export function ResponsesPage(props: PageProps) {
  const { site: id, query, definition, session } = props
  const words = useWords(responsesWords)
  const { language } = useSpeech()
  const state = session.state.value
  const rights = state.is === 'signed-in' ? state : null
  const mayRead = rights?.mayReadResponses === true
  const filter = toApiQuery(query).toString()
  const inbox = useMemo(() => (mayRead ? createInbox(id, filter) : null), [id, filter, mayRead])
  useEffect(() => () => inbox?.destroy(), [inbox])
  useEffect(() => {
    if (definition.site.value === null) void definition.read()
  }, [definition])
  const site = definition.site.value
  const names = useMemo(() => site && toNames(site, language, words), [site, language, words])
  const failure = inbox?.state.value.failure
  useEffect(() => {
    if (failure === 'signed-out') session.markEnded()
  }, [failure, session])

  if (inbox === null) {
    return (
      <>
        <PageHead title={words.title} />
        <EmptyState {...words.notYours} />
      </>
    )
  }
  if (site === null || names === null) {
    const failed = definition.failure.value
    return (
      <>
        <PageHead title={words.title} />
        {failed === null ? <InboxSkeleton /> : <ErrorNote failure={failed} onTryAgain={() => void definition.read()} />}
      </>
    )
  }
  return (
    <InboxView
      {...props}
      inbox={inbox}
      definedSite={site}
      names={names}
      mayWrite={rights?.mayWrite === true}
      member={rights?.member?.name ?? null}
    />
  )
}
