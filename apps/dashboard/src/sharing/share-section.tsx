import { PATHS } from '@pulso/protocol/constants'
import type { CreatedShare, Share } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { useToasts } from '../controls/toasts.tsx'
import { type Failure, request } from '../request.ts'
import { toSitePath } from '../route.ts'
import type { PageProps } from '../site/page-props.ts'
import { isNothing } from '../wire-guards.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { isShareList } from './guards.ts'
import { LinkOnce } from './link-once.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { ShareRow } from './share-row.tsx'
import { sharingWords } from './words.ts'
import './sharing.css'

type Open = { is: 'create' } | { is: 'made'; share: CreatedShare } | { is: 'end'; share: Share }

/** What of this site is shown to people outside of the team. */
export function ShareSection({ session, definition, site: siteId }: PageProps) {
  const words = useWords(sharingWords)
  const { words: shell } = useSpeech()
  const toasts = useToasts()
  const [shares, setShares] = useState<Share[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const state = session.state.value
  const isAdmin = state.is === 'signed-in' && state.isAdmin
  const site = definition.site.value

  async function read(): Promise<void> {
    const [outcome] = await Promise.all([
      request(PATHS.shares(siteId), isShareList),
      definition.site.peek() === null ? definition.read() : undefined,
    ])
    setFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok) setShares(outcome.value.shares)
  }
  useEffect(() => {
    if (isAdmin) void read()
  }, [isAdmin, siteId])

  const close = () => {
    setOpen(null)
    setProblem(null)
  }

  async function end(share: Share): Promise<void> {
    const outcome = await request(PATHS.share(siteId, share.id), isNothing, { method: 'DELETE' })
    if (!outcome.ok) {
      setProblem(shell.failures[outcome.failure].title)
      return
    }
    close()
    toasts.say({ text: words.shares.ended(share.name) })
    await read()
  }

  if (!isAdmin) return <EmptyState {...words.adminOnly} />
  return (
    <section class="sharing" aria-label={words.shares.title} aria-busy={shares === null && failure === null}>
      <header>
        <p class="sharing-text">{words.shares.text}</p>
        <button type="button" class="button" disabled={site === null} onClick={() => setOpen({ is: 'create' })}>
          {words.shares.create}
        </button>
      </header>
      <p>
        <a href={toSitePath(siteId, { section: 'wallboard' })}>{words.shares.openWallboard}</a>
      </p>
      {failure !== null && <ErrorNote failure={failure} onTryAgain={() => void read()} />}
      {shares === null && failure === null && <div class="sharing-waiting" role="status" aria-label={shell.loading} />}
      {shares?.length === 0 && <EmptyState {...words.shares.empty} />}
      {shares !== null && shares.length > 0 && site !== null && (
        <ul class="sharing-list">
          {shares.map((share) => (
            <ShareRow key={share.id} share={share} site={site} onEnd={() => setOpen({ is: 'end', share })} />
          ))}
        </ul>
      )}
      {open?.is === 'create' && site !== null && (
        <ShareDialog
          site={site}
          onClose={close}
          onMade={(share) => {
            setOpen({ is: 'made', share })
            void read()
          }}
        />
      )}
      {open?.is === 'made' && <MadeDialog share={open.share} onClose={close} />}
      {open?.is === 'end' && (
        <ConfirmDialog
          title={words.shares.endWhich(open.share.name)}
          text={words.shares.endText}
          action={words.shares.end}
          problem={problem}
          onConfirm={() => end(open.share)}
          onClose={close}
        />
      )}
    </section>
  )
}

function MadeDialog({ share, onClose }: { share: CreatedShare; onClose: () => void }) {
  const words = useWords(sharingWords)
  const wallboard = new URL(share.url)
  wallboard.searchParams.set('view', 'wallboard')
  return (
    <Dialog
      title={words.shares.made}
      onClose={onClose}
      actions={
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.done}
        </button>
      }
    >
      <p>{words.shares.madeText}</p>
      <LinkOnce label={share.name} url={share.url} />
      <p>{words.shares.wallboard}</p>
      <LinkOnce label={words.shares.wallboard} url={wallboard.href} />
      <p class="sharing-once">{words.linkOnce}</p>
    </Dialog>
  )
}
