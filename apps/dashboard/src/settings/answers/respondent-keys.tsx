import { PATHS } from '@pulso/protocol/constants'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ErrorNote } from '../../controls/error-note.tsx'
import { toMomentText } from '../../format/times.ts'
import { CopyButton } from '../../install/copy-button.tsx'
import { type Failure, request, type ToldProblem } from '../../request.ts'
import { isNothing } from '../../wire-guards.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { isCreatedKey, isKeyList, type RespondentKey } from '../guards.ts'
import { Icon } from '../icons.tsx'
import { answersWords } from './words.ts'

type Trouble = { failure: Failure; problem: ToldProblem | null }

/** The keys by which the site's own server vouches for people: made, shown once, ended. */
export function RespondentKeys({ site, timeZone }: { site: string; timeZone: string }) {
  const { respondents: words } = useWords(answersWords)
  const { locale } = useSpeech()
  const [keys, setKeys] = useState<RespondentKey[] | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const [ending, setEnding] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const isMaking = useRef(false)
  const path = `${PATHS.site(site)}/respondent-keys`

  async function read(): Promise<void> {
    const outcome = await request(path, isKeyList)
    if (outcome.ok) setKeys(outcome.value.keys)
    setTrouble(outcome.ok ? null : outcome)
  }
  useEffect(() => void read(), [path])

  async function make(): Promise<void> {
    // A second press would end the key that pages have now.
    if (isMaking.current) return
    isMaking.current = true
    const outcome = await request(path, isCreatedKey, { method: 'POST' })
    isMaking.current = false
    if (!outcome.ok) return setTrouble(outcome)
    setSecret(outcome.value.secret)
    await read()
  }

  async function end(key: string): Promise<void> {
    const outcome = await request(`${path}/${key}`, isNothing, { method: 'DELETE' })
    if (!outcome.ok) return setTrouble(outcome)
    await read()
  }

  return (
    <div class="settings-inner">
      <h3>{words.keys}</h3>
      <p class="settings-note">{words.keysText}</p>
      {trouble && <ErrorNote {...trouble} onTryAgain={() => void read()} />}
      {keys?.length === 0 && <p>{words.noKeys}</p>}
      {keys !== null && keys.length > 0 && (
        <ul class="settings-lines">
          {keys.map(({ id, createdAt }) => (
            <li key={id}>
              <p>
                <code>{id}</code> <small>{words.made(toMomentText(createdAt, locale, timeZone))}</small>
              </p>
              <button type="button" class="settings-icon-button" aria-label={words.end(id)} onClick={() => setEnding(id)}>
                <Icon name="remove" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {secret !== null && (
        <div class="settings-secret" role="status">
          <h4>{words.secret}</h4>
          <p>{words.secretText}</p>
          <div class="settings-actions">
            <code>{secret}</code>
            <CopyButton text={secret} />
          </div>
        </div>
      )}
      <div class="settings-actions">
        <button type="button" class="button button-quiet" onClick={() => void make()}>
          {words.make}
        </button>
        {keys !== null && keys.length > 1 && <small>{words.makeEnds}</small>}
      </div>
      {ending !== null && (
        <ConfirmDialog title={words.endTitle} confirm={words.endDo} onConfirm={() => void end(ending)} onClose={() => setEnding(null)}>
          <p>{words.endText}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
