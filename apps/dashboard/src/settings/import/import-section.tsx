import { useEffect } from 'preact/hooks'
import { EmptyState } from '../../controls/empty-state.tsx'
import { useWords } from '../../words/speech.tsx'
import { mayWrite } from '../may-write.ts'
import type { SettingsSectionProps } from '../sections.ts'
import { settingsWords } from '../words.ts'
import { ImportProgress } from './import-progress.tsx'
import { toImportRun } from './import-run.ts'
import { ImportSetup } from './import-setup.tsx'
import { importWords } from './words.ts'
import './import.css'

/** History from elsewhere: a file is looked at, checked, and sent in pieces; a reload in between costs nothing. */
export function ImportSection({ current, definition, session }: SettingsSectionProps) {
  const words = useWords(importWords)
  const { mayOnlyLook } = useWords(settingsWords)
  const run = toImportRun(current.id)
  useEffect(() => void run.wake(), [run])
  const trouble = run.trouble.value
  useEffect(() => {
    if (trouble?.failure === 'signed-out') session.markEnded()
  }, [trouble, session])

  if (!mayWrite(session)) return <p class="settings-note">{mayOnlyLook}</p>
  // Hashes and locks are there for secure pages alone.
  if (!isSecureContext) return <EmptyState {...words.insecure} />
  const status = run.status.value
  const job = run.job.value
  if (status === 'not-kept') return <EmptyState {...words.notKept} />
  if (status === 'reading') return null
  if (job !== null) return <ImportProgress site={current.id} run={run} job={job} />
  return <ImportSetup site={current} definition={definition} onBegin={run.begin} />
}
