import type { Language } from '../preferences.ts'
import { en, type PromptsWords } from './words.en.ts'
import { es } from './words.es.ts'

export type { PromptsWords }

export const promptsWords = { en, es } satisfies Record<Language, PromptsWords>
