import { useId } from 'preact/hooks'
import { LANGUAGES, type Preferences, THEMES } from '../preferences.ts'
import type { Session } from '../session.ts'
import { useSpeech } from '../words/speech.tsx'
import { Choice } from './choice.tsx'
import '../controls/field.css'
import './preferences-menu.css'

/** Each language by its own name: whoever needs the switch may not read the language of the moment. */
const LANGUAGE_NAMES = { en: 'English', es: 'Español' }

type Props = {
  preferences: Preferences
  session?: Session
  /** Asked before signing out takes away what is not saved. */
  mayLeave?: () => boolean
}

/** Language, theme, and the way out. A native popover: Escape and a click elsewhere close it. */
export function PreferencesMenu({ preferences, session, mayLeave = () => true }: Props) {
  const { words } = useSpeech()
  const id = useId()
  const { language, theme, shortcuts } = preferences
  return (
    <div class="preferences">
      <button
        type="button"
        class="preferences-opener"
        popovertarget={id}
        aria-label={words.topBar.preferences}
        title={words.topBar.preferences}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 6h8m4 0h2M3 14h2m4 0h8" />
          <circle cx="13" cy="6" r="2" />
          <circle cx="7" cy="14" r="2" />
        </svg>
      </button>
      <div id={id} popover="auto" class="preferences-panel">
        <Choice
          legend={words.topBar.language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
          value={language.value}
          onChoose={(value) => {
            language.value = value
          }}
        />
        <Choice
          legend={words.topBar.theme}
          options={THEMES.map((value) => ({ value, label: words.topBar.themes[value] }))}
          value={theme.value}
          onChoose={(value) => {
            theme.value = value
          }}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={shortcuts.value}
            onChange={(event) => {
              shortcuts.value = event.currentTarget.checked
            }}
          />
          <span>{words.topBar.shortcuts}</span>
          <small>{words.topBar.shortcutsNote}</small>
        </label>
        {session && (
          <button type="button" class="button button-quiet" onClick={() => void (mayLeave() && session.signOut())}>
            {words.topBar.signOut}
          </button>
        )}
      </div>
    </div>
  )
}
