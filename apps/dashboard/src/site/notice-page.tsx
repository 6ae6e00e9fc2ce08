import type { Preferences } from '../preferences.ts'
import type { Session } from '../session.ts'
import { useSpeech } from '../words/speech.tsx'
import { Advice } from './advice.tsx'
import { PlainPage } from './plain-page.tsx'
import { StartCommand } from './start-command.tsx'

type Props = { notice: 'no-site' | 'unknown-page'; preferences: Preferences; session: Session }

/** Signed in, and nothing to look at: no site yet, or an address that leads nowhere. */
export function NoticePage({ notice, preferences, session }: Props) {
  const { words } = useSpeech()
  return (
    <PlainPage preferences={preferences} session={session}>
      {notice === 'no-site' ? (
        <Advice {...words.noSite}>
          <StartCommand />
        </Advice>
      ) : (
        <Advice title={words.unknownPage.title} text={words.unknownPage.text}>
          <a class="button" href="/">
            {words.unknownPage.goHome}
          </a>
        </Advice>
      )}
    </PlainPage>
  )
}
