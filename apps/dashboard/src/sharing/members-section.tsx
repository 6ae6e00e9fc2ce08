import { PATHS } from '@pulso/protocol/constants'
import type { Member, MemberDefinition, SignInLink } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { useToasts } from '../controls/toasts.tsx'
import { type Failure, request } from '../request.ts'
import type { PageProps } from '../site/page-props.ts'
import { isNothing } from '../wire-guards.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { isMember, isMemberList } from './guards.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { MemberRow } from './member-row.tsx'
import { LinkDialog, NewLinkDialog } from './new-link-dialog.tsx'
import { sharingWords } from './words.ts'
import './sharing.css'

type Open = { is: 'invite' } | { is: 'new-link' | 'remove'; member: Member } | { is: 'link'; name: string; link: SignInLink }

/** Who is in the team, as what, and how they come in. */
export function MembersSection({ session, definition, site }: PageProps) {
  const words = useWords(sharingWords)
  const { words: shell } = useSpeech()
  const toasts = useToasts()
  const [members, setMembers] = useState<Member[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const state = session.state.value
  const rights = state.is === 'signed-in' ? state : null
  const isAdmin = rights?.isAdmin ?? false

  async function read(): Promise<void> {
    const outcome = await request(PATHS.members, isMemberList)
    setFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok) setMembers(outcome.value.members)
  }
  useEffect(() => {
    if (isAdmin) void read()
  }, [isAdmin])

  const close = () => {
    setOpen(null)
    setProblem(null)
  }

  async function change(member: Member, changes: Partial<MemberDefinition>, isUndo = false): Promise<void> {
    const body = { name: member.name, role: member.role, sites: member.sites, ...changes }
    const outcome = await request(PATHS.member(member.id), isMember, { method: 'PUT', body })
    if (outcome.ok && !isUndo) {
      const { role } = member
      toasts.say({
        text: words.members.changed(member.name, words.members.roles[outcome.value.role].name),
        undo: () => change(outcome.value, { role }, true),
      })
    }
    if (!outcome.ok) {
      toasts.say({ text: outcome.failure === 'missing' ? words.members.lastOwner : shell.failures[outcome.failure].title, tone: 'failed' })
    }
    // Also after a refusal: the choice on the screen goes back to what is. Whoever changed themselves may do other things now.
    if (outcome.ok && member.id === rights?.member?.id) await session.check()
    else await read()
  }

  async function remove(member: Member): Promise<void> {
    const outcome = await request(PATHS.member(member.id), isNothing, { method: 'DELETE' })
    if (!outcome.ok) {
      setProblem(outcome.problem?.status === 403 ? words.members.lastOwner : shell.failures[outcome.failure].title)
      return
    }
    close()
    toasts.say({ text: words.members.removed(member.name) })
    if (member.id === rights?.member?.id) await session.check()
    else await read()
  }

  if (!isAdmin) return <EmptyState {...words.adminOnly} />
  return (
    <section class="sharing" aria-label={words.members.title} aria-busy={members === null && failure === null}>
      <header>
        <p class="sharing-text">{words.members.text}</p>
        <button type="button" class="button" onClick={() => setOpen({ is: 'invite' })}>
          {words.members.invite}
        </button>
      </header>
      {failure !== null && <ErrorNote failure={failure} onTryAgain={() => void read()} />}
      {members === null && failure === null && <div class="sharing-waiting" role="status" aria-label={shell.loading} />}
      {members?.length === 0 && <EmptyState {...words.members.empty} />}
      {members !== null && members.length > 0 && (
        <ul class="sharing-list">
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              isYou={member.id === rights?.member?.id}
              sites={rights?.sites ?? []}
              onRole={(role) => void change(member, { role })}
              onNewLink={() => setOpen({ is: 'new-link', member })}
              onRemove={() => setOpen({ is: 'remove', member })}
            />
          ))}
        </ul>
      )}
      {open?.is === 'invite' && (
        <InviteDialog
          sites={rights?.sites ?? []}
          site={definition.site.value?.id ?? site}
          onClose={close}
          onInvited={({ name, link }) => {
            setOpen({ is: 'link', name, link })
            void read()
          }}
        />
      )}
      {open?.is === 'new-link' && (
        <NewLinkDialog
          member={open.member}
          onClose={close}
          onMade={(link) => {
            setOpen({ is: 'link', name: open.member.name, link })
            void read()
          }}
        />
      )}
      {open?.is === 'link' && <LinkDialog name={open.name} link={open.link} onClose={close} />}
      {open?.is === 'remove' && (
        <ConfirmDialog
          title={words.members.removeWho(open.member.name)}
          text={words.members.removeText(open.member.name)}
          action={words.members.remove}
          problem={problem}
          onConfirm={() => remove(open.member)}
          onClose={close}
        />
      )}
    </section>
  )
}
