import type { Preferences } from '../preferences.ts'
import type { Session } from '../session.ts'
import { Advice } from '../site/advice.tsx'
import { PlainPage } from '../site/plain-page.tsx'
import { StartCommand } from '../site/start-command.tsx'
import { useSpeech } from '../words/speech.tsx'

type Props = { preferences: Preferences; session: Session }

/** Everything before there is a session: waiting for one, or why there is none and how to get one. */
export function SignInPage({ preferences, session }: Props) {
  const { words } = useSpeech()
  const state = session.state.value
  return (
    <PlainPage preferences={preferences}>
      {state.is === 'checking' && <p role="status">{words.signIn.checking}</p>}
      {state.is === 'unreachable' && (
        <Advice {...words.signIn.unreachable}>
          <button type="button" class="button" onClick={() => void session.check()}>
            {words.tryAgain}
          </button>
        </Advice>
      )}
      {state.is === 'signed-out' && (
        <Advice {...words.signIn.signedOut[state.because]}>
          <p>{words.signIn.howTo}</p>
          <StartCommand />
        </Advice>
      )}
    </PlainPage>
  )
}
