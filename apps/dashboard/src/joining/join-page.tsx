import { PATHS } from '@pulso/protocol/constants'
import { useState } from 'preact/hooks'
import { ErrorNote } from '../controls/error-note.tsx'
import { type Failure, request, type ToldProblem } from '../request.ts'
import { Advice } from '../site/advice.tsx'
import type { CodePageProps } from '../site/code-page.tsx'
import { PlainPage } from '../site/plain-page.tsx'
import { isNothing } from '../wire-guards.ts'
import { useWords } from '../words/speech.tsx'
import { joiningWords } from './words.ts'
import './join-page.css'

type Trying = { is: 'asking' } | { is: 'joining' } | { is: 'failed'; failure: Failure; problem: ToldProblem | null }

/**
 * Where an invite link leads. Nothing is spent by opening it, neither by who looks at
 * links in messages, nor by somebody who is signed in as somebody else and only tries it.
 */
export function JoinPage({ code, preferences, router, session }: CodePageProps) {
  const words = useWords(joiningWords)
  const [trying, setTrying] = useState<Trying>({ is: 'asking' })
  const state = session.state.value

  async function join(): Promise<void> {
    setTrying({ is: 'joining' })
    const outcome = await request(PATHS.session, isNothing, { method: 'POST', body: { code } })
    if (!outcome.ok) {
      setTrying({ is: 'failed', failure: outcome.failure, problem: outcome.problem })
      return
    }
    await session.check()
    // In place of the link, so that no step back leads to a code that is spent.
    router.go('/', { replace: true })
  }

  return (
    <PlainPage preferences={preferences}>
      {code === null && <Advice {...words.incomplete} />}
      {code !== null && trying.is === 'failed' && trying.failure === 'signed-out' && <Advice {...words.spent} />}
      {code !== null && !(trying.is === 'failed' && trying.failure === 'signed-out') && (
        <Advice title={words.title} text={words.text}>
          {state.is === 'signed-in' && trying.is === 'asking' && (
            <p class="join-already">
              <strong>{words.already(state.member?.name ?? null)}</strong> {words.replaces}
            </p>
          )}
          {trying.is === 'failed' && <ErrorNote failure={trying.failure} problem={trying.problem} />}
          <div class="join-ways">
            <button type="button" class="button" disabled={trying.is === 'joining'} onClick={() => void join()}>
              {trying.is === 'joining' ? words.joining : words.join}
            </button>
            {state.is === 'signed-in' && (
              <a class="button button-quiet" href="/">
                {words.stay}
              </a>
            )}
          </div>
        </Advice>
      )}
    </PlainPage>
  )
}
