import type { ComponentChildren } from 'preact'
import type { Preferences } from '../preferences.ts'
import type { Session } from '../session.ts'
import { Mark } from './mark.tsx'
import { PreferencesMenu } from './preferences-menu.tsx'
import './plain-page.css'

type Props = { preferences: Preferences; session?: Session; children: ComponentChildren }

/** A page without a site: the name, the settings, and one thing in the middle. */
export function PlainPage({ preferences, session, children }: Props) {
  return (
    <div class="plain-page">
      <header>
        <Mark />
        <PreferencesMenu preferences={preferences} {...(session && { session })} />
      </header>
      <main>{children}</main>
    </div>
  )
}
