import { PATHS } from '@pulso/protocol/constants'
import type { Prompt, PromptVersionList, Site } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { toMomentText } from '../format/times.ts'
import { type Outcome, request } from '../request.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { isVersionList } from './guards.ts'
import { toPromptChanges } from './to-prompt-changes.ts'
import { promptsWords } from './words.ts'
import './versions.css'

type Props = {
  prompt: Prompt
  site: Site
  /** Null: who looks may not change anything. */
  onRestore: ((prompt: Prompt) => void) | null
  onClose: () => void
}

/** What the prompt has been, each version with what it changed; any of them can be taken back. */
export function Versions({ prompt, site, onRestore, onClose }: Props) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const { versions } = words
  const [outcome, setOutcome] = useState<Outcome<PromptVersionList> | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    setOutcome(null)
    void request(PATHS.promptVersions(site.id, prompt.id), isVersionList).then(setOutcome)
  }, [site.id, prompt.id, attempt])

  const content = () => {
    if (outcome === null) return <p role="status">{words.loading}</p>
    if (!outcome.ok) {
      return outcome.failure === 'missing' ? (
        <p>{versions.none}</p>
      ) : (
        <ErrorNote failure={outcome.failure} problem={outcome.problem} onTryAgain={() => setAttempt(attempt + 1)} />
      )
    }
    const list = outcome.value.versions
    return (
      <ol class="versions">
        {list.map(({ version, at, prompt: was }, place) => {
          const older = list[place + 1]?.prompt
          const changes = older ? toPromptChanges(older, was, site, { ...speech, words }) : null
          const isNow = version === prompt.version
          return (
            <li key={version}>
              <div class="version-head">
                <h3>{words.version(version)}</h3>
                <p>
                  {versions.since(toMomentText(at, speech.locale, site.timeZone))}
                  {isNow && ` · ${versions.now}`}
                </p>
                {!isNow && onRestore && (
                  <button type="button" class="button button-quiet" aria-label={versions.restoreOf(version)} onClick={() => onRestore(was)}>
                    {versions.restore}
                  </button>
                )}
              </div>
              {changes === null && <p>{versions.first}</p>}
              {changes?.length === 0 && <p>{versions.same}</p>}
              {changes !== null && changes.length > 0 && <ChangeList changes={changes} />}
            </li>
          )
        })}
      </ol>
    )
  }
  return (
    <Dialog title={versions.title} isWide onClose={onClose}>
      {content()}
    </Dialog>
  )
}

/** What differs, a line each. */
export function ChangeList({ changes }: { changes: readonly string[] }) {
  return (
    <ul class="changes">
      {changes.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
