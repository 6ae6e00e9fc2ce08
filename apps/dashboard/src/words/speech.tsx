import { computed, type ReadonlySignal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Language, toLocale } from '../preferences.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { Words } from './words.ts'

const DICTIONARIES: Record<Language, Words> = { en, es }

/** The language of the moment, the reader's own variant of it for dates and numbers, and what is said in it. */
export type Speech = { language: Language; locale: string; words: Words }

export function createSpeech(language: ReadonlySignal<Language>): ReadonlySignal<Speech> {
  return computed(() => ({
    language: language.value,
    locale: toLocale(language.value, navigator.languages),
    words: DICTIONARIES[language.value],
  }))
}

export const SpeechContext = createContext<ReadonlySignal<Speech> | null>(null)

/** What to say, in a component: it renders again when the language changes. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useSpeech needs a SpeechContext above it')
  return speech.value
}

/** What a part of the dashboard says, in the language of the moment. Each page brings its own words, so that no page waits for those of another. */
export function useWords<RoomWords>(dictionaries: Record<Language, RoomWords>): RoomWords {
  return dictionaries[useSpeech().language]
}
