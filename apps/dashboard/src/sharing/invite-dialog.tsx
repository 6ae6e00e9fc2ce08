import { LIMITS, PATHS, ROLES } from '@pulso/protocol/constants'
import type { InvitedMember, Role } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { Field } from '../controls/field.tsx'
import { type Failure, request, type ToldProblem } from '../request.ts'
import type { SiteSummary } from '../wire-guards.ts'
import { useWords } from '../words/speech.tsx'
import { isInvitedMember } from './guards.ts'
import { sharingWords } from './words.ts'

type Props = { sites: readonly SiteSummary[]; site: string; onInvited: (member: InvitedMember) => void; onClose: () => void }

/** Who comes, as what, and to which sites. */
export function InviteDialog({ sites, site, onInvited, onClose }: Props) {
  const words = useWords(sharingWords)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [chosen, setChosen] = useState<readonly string[] | null>([site])
  const [isTried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)
  const [isUnderWay, setUnderWay] = useState(false)
  const isNameMissing = name.trim() === ''
  const isSiteMissing = chosen?.length === 0

  async function invite(): Promise<void> {
    setTried(true)
    if (isNameMissing || isSiteMissing) return
    setUnderWay(true)
    const outcome = await request(PATHS.members, isInvitedMember, { method: 'POST', body: { name, role, sites: chosen } })
    setUnderWay(false)
    if (outcome.ok) onInvited(outcome.value)
    else setRefusal(outcome)
  }

  return (
    <Dialog
      title={words.members.invite}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button button-quiet" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" form="invite" class="button" disabled={isUnderWay}>
            {words.members.makeLink}
          </button>
        </>
      }
    >
      <form
        id="invite"
        class="sharing-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void invite()
        }}
      >
        <Field label={words.members.name} hint={words.members.nameHint} error={isTried && isNameMissing ? words.members.nameMissing : null}>
          {(control) => (
            <input
              {...control}
              class="input"
              maxLength={LIMITS.keyLength}
              autoComplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <fieldset class="sharing-set">
          <legend>{words.members.role}</legend>
          {ROLES.map((one) => (
            <label key={one} class="check">
              <input type="radio" name="role" checked={role === one} onChange={() => setRole(one)} />
              <span>{words.members.roles[one].name}</span>
              <small>{words.members.roles[one].can}</small>
            </label>
          ))}
        </fieldset>
        <fieldset class="sharing-set">
          <legend>{words.members.sites}</legend>
          <label class="check">
            <input type="checkbox" checked={chosen === null} onChange={(event) => setChosen(event.currentTarget.checked ? null : [site])} />
            <span>{words.members.everySite}</span>
          </label>
          {chosen !== null &&
            sites.map(({ id, name: siteName }) => (
              <label key={id} class="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
                />
                <span>{siteName}</span>
              </label>
            ))}
          {isTried && isSiteMissing && <p class="field-error">{words.members.noSite}</p>}
        </fieldset>
        {refusal && refusal.problem?.status === 403 && (
          <p class="field-error" role="alert">
            {words.notMore}
          </p>
        )}
        {refusal && refusal.problem?.status !== 403 && <ErrorNote failure={refusal.failure} problem={refusal.problem} />}
      </form>
    </Dialog>
  )
}
