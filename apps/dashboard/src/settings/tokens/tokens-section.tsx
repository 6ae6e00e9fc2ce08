import { PATHS } from '@pulso/protocol/constants'
import type { Token } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { EmptyState } from '../../controls/empty-state.tsx'
import { ErrorNote } from '../../controls/error-note.tsx'
import { useToasts } from '../../controls/toasts.tsx'
import { toAgoText, toMomentText } from '../../format/times.ts'
import { type Failure, request, type ToldProblem } from '../../request.ts'
import { isNothing } from '../../wire-guards.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { isTokenList } from '../guards.ts'
import type { SettingsSectionProps } from '../sections.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { NewTokenDialog } from './new-token-dialog.tsx'
import { tokensWords } from './words.ts'

/** Tokens for scripts: what each may do, when it was last used, and its end. */
export function TokensSection({ current }: SettingsSectionProps) {
  const words = useWords(tokensWords)
  const toasts = useToasts()
  const [tokens, setTokens] = useState<Token[] | null>(null)
  const [isMaking, setMaking] = useState(false)
  const [ending, setEnding] = useState<Token | null>(null)
  const [trouble, setTrouble] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)

  async function read(): Promise<void> {
    const outcome = await request(PATHS.tokens, isTokenList)
    setTrouble(outcome.ok ? null : outcome)
    if (outcome.ok) setTokens(outcome.value.tokens)
  }
  useEffect(() => void read(), [])

  async function end(token: Token): Promise<void> {
    const outcome = await request(PATHS.token(token.id), isNothing, { method: 'DELETE' })
    if (!outcome.ok) return setTrouble(outcome)
    toasts.say({ text: words.ended(token.name) })
    await read()
  }

  // Of other sites there is nothing to do here.
  const shown = tokens?.filter(({ sites }) => sites === null || sites.includes(current.id))
  return (
    <>
      <SettingsGroup
        title={words.list}
        text={
          <>
            {words.intro} <a href={PATHS.docs}>{words.docs}</a>
          </>
        }
      >
        <div class="settings-actions">
          <button type="button" class="button" onClick={() => setMaking(true)}>
            {words.make}
          </button>
        </div>
        {trouble && <ErrorNote {...trouble} onTryAgain={() => void read()} />}
        {shown?.length === 0 && <EmptyState {...words.none} />}
        {shown !== undefined && shown.length > 0 && (
          <ul class="settings-lines">
            {shown.map((token) => (
              <TokenLine key={token.id} token={token} timeZone={current.timeZone} onEnd={() => setEnding(token)} />
            ))}
          </ul>
        )}
      </SettingsGroup>
      {isMaking && <NewTokenDialog site={current} onMade={() => void read()} onClose={() => setMaking(false)} />}
      {ending && (
        <ConfirmDialog
          title={words.endTitle(ending.name)}
          confirm={words.endDo}
          onConfirm={() => void end(ending)}
          onClose={() => setEnding(null)}
        >
          <p>{words.endText}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function TokenLine({ token, timeZone, onEnd }: { token: Token; timeZone: string; onEnd: () => void }) {
  const words = useWords(tokensWords)
  const { locale } = useSpeech()
  const now = Date.now()
  const { name, prefix, scopes, sites, createdAt, expiresAt, lastUsedAt } = token
  const moment = (at: number) => toMomentText(at, locale, timeZone)
  const ends = expiresAt === null ? null : expiresAt <= now ? words.over : words.until(moment(expiresAt))
  return (
    <li>
      <div>
        <p>
          <strong>{name}</strong> <code>{prefix}…</code>
        </p>
        <p>
          <small>
            {[scopes.map((scope) => words.scope[scope].name).join(', '), sites === null ? words.allSites : null]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </p>
        <p>
          <small title={words.made(moment(createdAt))}>
            {[lastUsedAt === null ? words.neverUsed : words.used(toAgoText(lastUsedAt, now, locale, timeZone)), ends]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </p>
      </div>
      <button type="button" class="button button-quiet" aria-label={words.end(name)} onClick={onEnd}>
        {words.end('').trim()}
      </button>
    </li>
  )
}
