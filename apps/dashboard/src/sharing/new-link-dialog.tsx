import { PATHS } from '@pulso/protocol/constants'
import type { Member, SignInLink } from '@pulso/protocol/types'
import { useRef, useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { type Failure, request } from '../request.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { isLink } from './guards.ts'
import { LinkOnce } from './link-once.tsx'
import { toDateText } from './to-date-text.ts'
import { sharingWords } from './words.ts'

/** Another way in for somebody who is in the team already. */
export function NewLinkDialog({ member, onMade, onClose }: { member: Member; onMade: (link: SignInLink) => void; onClose: () => void }) {
  const words = useWords(sharingWords)
  const [endsSessions, setEndsSessions] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const isUnderWay = useRef(false)
  async function make(): Promise<void> {
    // A second link would end the one that is shown.
    if (isUnderWay.current) return
    isUnderWay.current = true
    const outcome = await request(PATHS.memberLinks(member.id), isLink, { method: 'POST', body: { endsSessions } })
    isUnderWay.current = false
    if (outcome.ok) onMade(outcome.value)
    else setFailure(outcome.failure)
  }
  return (
    <Dialog
      title={words.members.newLinkFor(member.name)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button button-quiet" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="button" class="button" onClick={() => void make()}>
            {words.members.makeLink}
          </button>
        </>
      }
    >
      <p>{words.members.newLinkText}</p>
      <label class="check">
        <input type="checkbox" checked={endsSessions} onChange={(event) => setEndsSessions(event.currentTarget.checked)} />
        <span>{words.members.endsSessions}</span>
        <small>{words.members.endsSessionsNote}</small>
      </label>
      {failure !== null && <ErrorNote failure={failure} />}
    </Dialog>
  )
}

/** The link of a member, once. */
export function LinkDialog({ name, link, onClose }: { name: string; link: SignInLink; onClose: () => void }) {
  const words = useWords(sharingWords)
  const { locale } = useSpeech()
  return (
    <Dialog
      title={words.members.linkFor(name)}
      onClose={onClose}
      actions={
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.done}
        </button>
      }
    >
      <p>
        {words.members.linkFirst(name)} {words.linkUntil(toDateText(link.expiresAt, locale))}
      </p>
      <LinkOnce label={words.members.linkFor(name)} url={link.url} />
      <p class="sharing-once">{words.linkOnce}</p>
    </Dialog>
  )
}
