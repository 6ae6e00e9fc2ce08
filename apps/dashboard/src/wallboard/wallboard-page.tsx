import { PATHS } from '@pulso/protocol/constants'
import { useEffect, useRef } from 'preact/hooks'
import { request } from '../request.ts'
import { toSitePath } from '../route.ts'
import type { PageProps } from '../site/page-props.ts'
import { isSession } from '../wire-guards.ts'
import { useWords } from '../words/speech.tsx'
import { Wallboard } from './wallboard.tsx'
import { wallboardWords } from './words.ts'

/** A live connection renews no session; a request does, and a wall makes none of itself. */
const RENEW_EVERY_MS = 6 * 3_600_000

/** The wallboard over everything else of the page: the browser's own modal, so that nothing behind it can be reached. */
export function WallboardPage({ site, days, watch, router }: PageProps) {
  const words = useWords(wallboardWords)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // Not on its first button, which would stand there with a ring for weeks.
    dialog.current?.focus()
    const renewing = setInterval(() => void request(PATHS.session, isSession), RENEW_EVERY_MS)
    return () => clearInterval(renewing)
  }, [])
  const leave = () => router.go(toSitePath(site, { days }))
  const name = watch.state.value.report?.site.name ?? site
  return (
    <dialog
      ref={dialog}
      class="wall-dialog"
      tabIndex={-1}
      aria-label={words.label(name)}
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
    >
      <Wallboard watch={watch} isEnded={watch.failure.value === 'missing'} onLeave={leave} />
    </dialog>
  )
}
