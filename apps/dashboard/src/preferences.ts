import { effect, type Signal, signal } from '@preact/signals'

export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** How this person likes to look at the dashboard. Kept in this browser, not in the address: a shared link carries no taste. */
export type Preferences = {
  language: Signal<Language>
  theme: Signal<Theme>
  /** Whether single keys do something: who speaks to their computer, or rests a hand on the keyboard, can turn that off (WCAG 2.1.4). */
  shortcuts: Signal<boolean>
  destroy: () => void
}

/** The first language the reader asks for that we speak: `es-MX` is served Spanish. */
export function toLanguage(asked: readonly string[]): Language {
  for (const tag of asked) {
    const spoken = LANGUAGES.find((language) => language === tag.toLowerCase().split('-')[0])
    if (spoken) return spoken
  }
  return 'en'
}

/**
 * The reader's own variant of a language, for dates and numbers: `en-GB` writes other days than `en-US`. The first
 * that the browser names; the bare language when it names none or, as some do, one that is no language tag.
 */
export function toLocale(language: Language, asked: readonly string[]): string {
  const own = asked.find((tag) => tag.toLowerCase().split('-')[0] === language)
  try {
    return Intl.getCanonicalLocales(own ?? language)[0] ?? language
  } catch {
    return language
  }
}

export function createPreferences(): Preferences {
  const remembered = recall('pulso.language')
  const language = signal(toLanguage(remembered === null ? navigator.languages : [remembered, ...navigator.languages]))
  const rememberedTheme = recall('pulso.theme')
  const theme = signal<Theme>(THEMES.find((known) => known === rememberedTheme) ?? 'system')

  const shortcuts = signal(recall('pulso.shortcuts') !== 'off')

  const root = document.documentElement
  const stopLanguage = effect(() => {
    root.lang = language.value
  })
  const stopTheme = effect(() => {
    if (theme.value === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme.value
  })
  // Only a choice is kept: until there is one, the browser's own language and theme are followed.
  const stopKeepingLanguage = language.subscribe(onlyChanges((value) => keep('pulso.language', value)))
  const stopKeepingTheme = theme.subscribe(onlyChanges((value) => keep('pulso.theme', value)))
  const stopKeepingShortcuts = shortcuts.subscribe(onlyChanges((value) => keep('pulso.shortcuts', value ? 'on' : 'off')))
  return {
    language,
    theme,
    shortcuts,
    destroy: () => {
      for (const stop of [stopLanguage, stopTheme, stopKeepingLanguage, stopKeepingTheme, stopKeepingShortcuts]) stop()
    },
  }
}

/** `subscribe` also calls at once with the value as it is; that is no choice. */
function onlyChanges<Value>(listener: (value: Value) => void): (value: Value) => void {
  let isFirst = true
  return (value) => {
    if (!isFirst) listener(value)
    isFirst = false
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage can be blocked or full: the choice then lives as long as the page.
  }
}
