import { PATHS } from '@pulso/protocol/constants'
import type { Release } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { EmptyState } from '../../controls/empty-state.tsx'
import { ErrorNote } from '../../controls/error-note.tsx'
import { useToasts } from '../../controls/toasts.tsx'
import { toLocalized } from '../../format/localized.ts'
import { toMomentText } from '../../format/times.ts'
import { type Failure, request, type ToldProblem } from '../../request.ts'
import { isNothing } from '../../wire-guards.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { isRelease, isReleaseList } from '../guards.ts'
import { mayWrite } from '../may-write.ts'
import type { SettingsSectionProps } from '../sections.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { ReleaseDialog } from './release-dialog.tsx'
import { releasesWords } from './words.ts'

/** What the team changed and when: the markers in every curve. */
export function ReleasesSection({ current, session }: SettingsSectionProps) {
  const words = useWords(releasesWords)
  const { language, locale } = useSpeech()
  const toasts = useToasts()
  const [releases, setReleases] = useState<Release[] | null>(null)
  const [edited, setEdited] = useState<Release | 'new' | null>(null)
  const [trouble, setTrouble] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)
  const path = PATHS.releases(current.id)
  const isWriter = mayWrite(session)

  async function read(): Promise<void> {
    const outcome = await request(path, isReleaseList)
    setTrouble(outcome.ok ? null : outcome)
    if (outcome.ok) setReleases(outcome.value.releases)
  }
  useEffect(() => void read(), [path])

  async function remove(release: Release): Promise<void> {
    const outcome = await request(PATHS.release(current.id, release.id), isNothing, { method: 'DELETE' })
    if (!outcome.ok) return setTrouble(outcome)
    toasts.say({ text: words.removed(release.name), undo: () => void restore(release) })
    await read()
  }

  async function restore({ url, touchpoints, ...release }: Release): Promise<void> {
    // A touchpoint that has left the journey since would be refused, and the whole release with it.
    const known = touchpoints.filter((key) => current.touchpoints.some((touchpoint) => touchpoint.key === key))
    const body = { ...release, touchpoints: known, ...(url !== null && { url }) }
    const outcome = await request(path, isRelease, { method: 'POST', body })
    if (!outcome.ok) return setTrouble(outcome)
    toasts.say({ text: words.restored(release.name) })
    await read()
  }

  const nameOf = (key: string) => {
    const found = current.touchpoints.find((touchpoint) => touchpoint.key === key)
    return found ? toLocalized(found.name, language) : key
  }
  return (
    <>
      <SettingsGroup title={words.title} text={words.text}>
        {isWriter && (
          <div class="settings-actions">
            <button type="button" class="button" onClick={() => setEdited('new')}>
              {words.add}
            </button>
          </div>
        )}
        {trouble && <ErrorNote {...trouble} onTryAgain={() => void read()} />}
        {releases?.length === 0 && <EmptyState {...words.none} />}
        {releases !== null && releases.length > 0 && (
          <ul class="settings-lines" aria-label={words.list}>
            {releases.map((release) => (
              <li key={release.id}>
                <div>
                  <p>
                    {release.url === null ? (
                      <strong>{release.name}</strong>
                    ) : (
                      <a href={release.url} target="_blank" rel="noreferrer">
                        {release.name}
                      </a>
                    )}
                  </p>
                  <p>
                    <small>
                      {toMomentText(release.at, locale, current.timeZone)} ·{' '}
                      {release.touchpoints.length === 0 ? words.everywhere : release.touchpoints.map(nameOf).join(', ')}
                    </small>
                  </p>
                </div>
                {isWriter && (
                  <div class="settings-actions">
                    <button type="button" class="link" aria-label={words.edit(release.name)} onClick={() => setEdited(release)}>
                      {words.editDo}
                    </button>
                    <button type="button" class="link" aria-label={words.remove(release.name)} onClick={() => void remove(release)}>
                      {words.removeDo}
                    </button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )}
      </SettingsGroup>
      <SettingsGroup title={words.pipeline} text={words.pipelineText}>
        <pre class="command">
          {`curl ${location.origin}${path} \\\n  -H "Authorization: Bearer $PULSO_TOKEN" \\\n  --json '{"id": "v2.1.0", "name": "Checkout in one step"}'`}
        </pre>
      </SettingsGroup>
      {edited && (
        <ReleaseDialog
          site={current}
          release={edited === 'new' ? null : edited}
          known={releases ?? []}
          onSaved={() => void read()}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}
