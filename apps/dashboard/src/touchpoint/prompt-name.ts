import type { Site } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import type { Language } from '../preferences.ts'

const MOST_LETTERS = 60

/** What a prompt is called in a list: what it asks, as the reader would read it, else its id. */
export function toPromptName({ id, wording }: Pick<Site['prompts'][number], 'id' | 'wording'>, language: Language): string {
  const questions = Object.entries(wording ?? {}).flatMap(([locale, { question }]) => (question ? [[locale, question] as const] : []))
  const question = toLocalized(Object.fromEntries(questions), language)
  if (question === '') return id
  return question.length > MOST_LETTERS ? `${question.slice(0, MOST_LETTERS - 1)}…` : question
}
