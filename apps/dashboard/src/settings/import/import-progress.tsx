import { useState } from 'preact/hooks'
import { ErrorNote } from '../../controls/error-note.tsx'
import { toSitePath } from '../../route.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { RemoveAnswers } from '../danger/remove-answers.tsx'
import { SettingsGroup } from '../settings-group.tsx'
import type { ImportRun } from './import-run.ts'
import type { ImportJob } from './job-store.ts'
import { SkippedRows } from './skipped-rows.tsx'
import { importWords } from './words.ts'

type Props = { site: string; run: ImportRun; job: ImportJob }

/** An import that was begun: how far it is, and in the end what became of it. */
export function ImportProgress({ site, run, job }: Props) {
  const words = useWords(importWords)
  const { locale } = useSpeech()
  const [isEnding, setEnding] = useState(false)
  const status = run.status.value
  const trouble = run.trouble.value
  const number = (count: number) => new Intl.NumberFormat(locale).format(count)
  const report = <SkippedRows skipped={job.skipped} commentsCut={job.commentsCut} fileName={job.fileName} readReport={run.readReport} />

  if (status === 'done') {
    return (
      <SettingsGroup title={words.done.title} text={words.done.text(number(job.sent), job.fileName)}>
        <p role="status">{job.stored < job.sent ? words.done.known(number(job.sent - job.stored)) : ''}</p>
        {report}
        <div class="settings-actions">
          <a class="button" href={toSitePath(site, { days: 365 })}>
            {words.done.look}
          </a>
          <button type="button" class="button button-quiet" onClick={() => void run.forget()}>
            {words.done.another}
          </button>
        </div>
        <div class="settings-inner">
          <p class="settings-note">{words.done.undo}</p>
          <RemoveAnswers site={site} source="import" word={site} onRemoved={() => void run.forget()} />
        </div>
      </SettingsGroup>
    )
  }
  const isGoing = status === 'sending' || status === 'waiting'
  const done = job.sent + job.skipped.refused
  return (
    <SettingsGroup title={words.run.title} text={job.fileName}>
      <progress class="settings-progress" max={Math.max(1, job.total)} value={done} aria-label={words.run.title} />
      <p class="settings-import-count">
        <strong>{words.run.sending(number(done), number(job.total))}</strong>
      </p>
      <p role="status" class="settings-note">
        {status === 'sending' && words.run.keepsOn}
        {status === 'waiting' && words.run.waiting}
        {status === 'elsewhere' && words.run.elsewhere}
        {status === 'paused' && words.run.paused}
        {status === 'stopped' && words.run.stopped}
      </p>
      {status === 'stopped' && trouble && <ErrorNote {...trouble} />}
      <div class="settings-actions">
        {isGoing && (
          <button type="button" class="button button-quiet" onClick={() => void run.pause()}>
            {words.run.pause}
          </button>
        )}
        {(status === 'paused' || status === 'stopped') && (
          <button type="button" class="button" onClick={() => void run.goOn()}>
            {words.run.goOn}
          </button>
        )}
        {status !== 'elsewhere' && (
          <button type="button" class="link" onClick={() => setEnding(true)}>
            {words.run.cancel}
          </button>
        )}
      </div>
      {isEnding && (
        <ConfirmDialog
          title={words.run.cancelTitle}
          confirm={words.run.cancel}
          onConfirm={() => void run.forget()}
          onClose={() => setEnding(false)}
        >
          <p>{words.run.cancelText(number(job.sent))}</p>
        </ConfirmDialog>
      )}
    </SettingsGroup>
  )
}
