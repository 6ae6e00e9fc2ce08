import { LIMITS, PATHS } from '@pulso/protocol/constants'
import type { CreatedShare, ShareFilter, ShareRange, Site } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { Field } from '../controls/field.tsx'
import { type Failure, request, type ToldProblem } from '../request.ts'
import { useWords } from '../words/speech.tsx'
import { isCreatedShare } from './guards.ts'
import { ShareFilters } from './share-filters.tsx'
import { sharingWords } from './words.ts'

const DAY_MS = 86_400_000
const ROLLING = ['7', '30', '90', '365'] as const
const ENDS = ['7', '30', '90'] as const

type Props = { site: Site; onMade: (share: CreatedShare) => void; onClose: () => void }

/** What a link shows, of which days, to whom, and until when. */
export function ShareDialog({ site, onMade, onClose }: Props) {
  const words = useWords(sharingWords)
  const [name, setName] = useState('')
  const [days, setDays] = useState<(typeof ROLLING)[number] | 'fixed'>('90')
  const [fixed, setFixed] = useState({ from: '', to: '' })
  const [filter, setFilter] = useState<ShareFilter>({})
  const [comments, setComments] = useState(false)
  const [password, setPassword] = useState('')
  const [ends, setEnds] = useState<(typeof ENDS)[number] | 'never'>('30')
  const [isTried, setTried] = useState(false)
  const [isUnderWay, setUnderWay] = useState(false)
  const [refusal, setRefusal] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)

  const least = LIMITS.sharePasswordLeast
  const wrong = {
    name: name.trim() === '' ? words.shares.nameMissing : null,
    days: days === 'fixed' && !(fixed.from !== '' && fixed.from <= fixed.to) ? words.shares.daysMissing : null,
    password: password !== '' && password.length < least ? words.shares.passwordShort(least) : null,
  }
  const shown = isTried ? wrong : { name: null, days: null, password: null }

  async function make(): Promise<void> {
    setTried(true)
    if (Object.values(wrong).some((one) => one !== null)) return
    setUnderWay(true)
    const range: ShareRange = days === 'fixed' ? fixed : { days: Number(days) }
    const expiresAt = ends === 'never' ? null : Date.now() + Number(ends) * DAY_MS
    const body = { name, filter, range, comments, expiresAt, ...(password !== '' && { password }) }
    const outcome = await request(PATHS.shares(site.id), isCreatedShare, { method: 'POST', body })
    setUnderWay(false)
    if (outcome.ok) onMade(outcome.value)
    else setRefusal(outcome)
  }

  return (
    <Dialog
      title={words.shares.create}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button button-quiet" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" form="share" class="button" disabled={isUnderWay}>
            {words.shares.create}
          </button>
        </>
      }
    >
      <form
        id="share"
        class="sharing-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <Field label={words.shares.name} hint={words.shares.nameHint} error={shown.name}>
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
        <Field label={words.shares.days} hint={words.shares.daysNote} error={shown.days}>
          {(control) => (
            <select {...control} class="input" value={days} onChange={(event) => setDays(event.currentTarget.value as typeof days)}>
              {ROLLING.map((value) => (
                <option key={value} value={value}>
                  {words.shares.rolling[value]}
                </option>
              ))}
              <option value="fixed">{words.shares.fixed}</option>
            </select>
          )}
        </Field>
        {days === 'fixed' && (
          <div class="sharing-days">
            {(['from', 'to'] as const).map((end) => (
              <Field key={end} label={words.shares[end]}>
                {(control) => (
                  <input
                    {...control}
                    type="date"
                    class="input"
                    value={fixed[end]}
                    onInput={(event) => setFixed({ ...fixed, [end]: event.currentTarget.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        )}
        <ShareFilters site={site} filter={filter} onChange={setFilter} />
        <label class="check">
          <input type="checkbox" checked={comments} onChange={(event) => setComments(event.currentTarget.checked)} />
          <span>{words.shares.comments}</span>
          <small>{words.shares.commentsNote}</small>
        </label>
        <Field label={words.shares.password} hint={words.shares.passwordHint(least)} error={shown.password}>
          {(control) => (
            <input
              {...control}
              class="input"
              autoComplete="new-password"
              type="password"
              maxLength={LIMITS.sharePasswordMost}
              value={password}
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words.shares.ends}>
          {(control) => (
            <select {...control} class="input" value={ends} onChange={(event) => setEnds(event.currentTarget.value as typeof ends)}>
              {ENDS.map((value) => (
                <option key={value} value={value}>
                  {words.shares.endsAfter[value]}
                </option>
              ))}
              <option value="never">{words.shares.never}</option>
            </select>
          )}
        </Field>
        {refusal && <ErrorNote failure={refusal.failure} problem={refusal.problem} />}
      </form>
    </Dialog>
  )
}
