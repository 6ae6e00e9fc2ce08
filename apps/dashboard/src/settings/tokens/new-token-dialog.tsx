import { LIMITS, PATHS, SCOPES } from '@pulso/protocol/constants'
import type { Scope } from '@pulso/protocol/types'
import { useRef, useState } from 'preact/hooks'
import { Dialog } from '../../controls/dialog.tsx'
import { ErrorNote } from '../../controls/error-note.tsx'
import { Field } from '../../controls/field.tsx'
import { CopyButton } from '../../install/copy-button.tsx'
import { type Failure, request, type ToldProblem } from '../../request.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { isCreatedToken } from '../guards.ts'
import { tokensWords } from './words.ts'

const DAY_MS = 86_400_000
const ENDINGS = ['never', '30', '90', '365'] as const

type Props = { site: { id: string; name: string }; onMade: () => void; onClose: () => void }

/** Makes a token and shows it, once: it is in no other place of the page, and gone with the dialog. */
export function NewTokenDialog({ site, onMade, onClose }: Props) {
  const { words: shell } = useSpeech()
  const words = useWords(tokensWords)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['stats:read'])
  const [isEverywhere, setEverywhere] = useState(false)
  const [ending, setEnding] = useState<(typeof ENDINGS)[number]>('never')
  const [wasTried, setTried] = useState(false)
  const [trouble, setTrouble] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)
  const [token, setToken] = useState<string | null>(null)
  /** Two presses are one token: of a second one nobody would see the secret. */
  const isUnderWay = useRef(false)
  const close = useRef<HTMLButtonElement>(null)
  const end = () => close.current?.closest('dialog')?.close()

  async function make(): Promise<void> {
    setTried(true)
    if (name.trim() === '' || scopes.length === 0 || isUnderWay.current) return
    isUnderWay.current = true
    const body = {
      name: name.trim(),
      scopes,
      sites: isEverywhere ? null : [site.id],
      expiresAt: ending === 'never' ? null : Date.now() + Number(ending) * DAY_MS,
    }
    const outcome = await request(PATHS.tokens, isCreatedToken, { method: 'POST', body })
    isUnderWay.current = false
    if (!outcome.ok) return setTrouble(outcome)
    setToken(outcome.value.token)
    onMade()
  }

  if (token !== null) {
    return (
      <Dialog
        title={words.created}
        onClose={onClose}
        actions={
          <button type="button" class="button" ref={close} onClick={end}>
            {words.done}
          </button>
        }
      >
        <div class="settings-secret" role="status">
          <p>{words.createdText}</p>
          <div class="settings-actions">
            <code data-token>{token}</code>
            <CopyButton text={token} />
          </div>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button button-quiet" ref={close} onClick={end}>
            {shell.controls.cancel}
          </button>
          <button type="submit" form="new-token" class="button">
            {words.create}
          </button>
        </>
      }
    >
      <form
        id="new-token"
        class="settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <Field label={words.name} hint={words.nameHint} error={wasTried && name.trim() === '' ? words.nameMissing : null}>
          {(control) => (
            <input
              class="input"
              {...control}
              maxLength={LIMITS.keyLength}
              autocomplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset class="settings-choices">
          <legend>{words.scopes}</legend>
          {SCOPES.map((scope) => (
            <label key={scope} class="check">
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                onChange={(event) =>
                  setScopes(SCOPES.filter((other) => (other === scope ? event.currentTarget.checked : scopes.includes(other))))
                }
              />
              <span>{words.scope[scope].name}</span>
              <small>
                <code>{scope}</code> · {words.scope[scope].hint}
              </small>
            </label>
          ))}
          {wasTried && scopes.length === 0 && (
            <p class="field-error" role="alert">
              {words.scopeMissing}
            </p>
          )}
        </fieldset>
        <fieldset class="settings-choices">
          <legend>{words.sites}</legend>
          <label class="check">
            <input type="radio" name="token-sites" checked={!isEverywhere} onChange={() => setEverywhere(false)} />
            <span>{words.thisSite(site.name)}</span>
          </label>
          <label class="check">
            <input type="radio" name="token-sites" checked={isEverywhere} onChange={() => setEverywhere(true)} />
            <span>{words.everySite}</span>
            <small>{words.everySiteHint}</small>
          </label>
        </fieldset>
        <Field label={words.ends}>
          {(control) => (
            <select
              class="input"
              {...control}
              value={ending}
              onChange={(event) => setEnding(ENDINGS.find((offered) => offered === event.currentTarget.value) ?? 'never')}
            >
              {ENDINGS.map((offered) => (
                <option key={offered} value={offered}>
                  {words.endings[offered]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {trouble && <ErrorNote {...trouble} />}
      </form>
    </Dialog>
  )
}
