import type { Preferences } from '../preferences.ts'
import type { Session } from '../session.ts'
import { useSpeech } from '../words/speech.tsx'
import { Advice } from './advice.tsx'
import { PlainPage } from './plain-page.tsx'

type Props = { preferences: Preferences; session: Session }

/** Signed in, at an address that leads nowhere. */
export function NoticePage({ preferences, session }: Props) {
  const { words } = useSpeech()
  return (
    <PlainPage preferences={preferences} session={session}>
      <Advice title={words.unknownPage.title} text={words.unknownPage.text}>
        <a class="button" href="/">
          {words.unknownPage.goHome}
        </a>
      </Advice>
    </PlainPage>
  )
}
