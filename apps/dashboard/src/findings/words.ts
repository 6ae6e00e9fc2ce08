import type { FixFirst } from '@pulso/protocol/types'
import type { Language } from '../preferences.ts'

type Reason = FixFirst['apart'][number]['reason']

type FindingsWords = {
  more: (count: number) => string
  fewer: string
  apart: string
  reasons: Record<Reason, (count: number) => string>
}

const en: FindingsWords = {
  more: (count) => (count === 1 ? 'Show one more' : `Show ${count} more`),
  fewer: 'Show fewer',
  apart: 'Not in this list:',
  reasons: {
    'meets-standard': (count) => `${count} at or above the standard`,
    'too-few-answers': (count) => `${count} with too few answers`,
    'no-answers': (count) => `${count} without answers`,
    'no-score': (count) => `${count} without a score`,
    'no-standard': (count) => `${count} without a standard`,
  },
}

const es: FindingsWords = {
  more: (count) => (count === 1 ? 'Mostrar uno más' : `Mostrar ${count} más`),
  fewer: 'Mostrar menos',
  apart: 'Fuera de esta lista:',
  reasons: {
    'meets-standard': (count) => `${count} en su estándar o por encima`,
    'too-few-answers': (count) => `${count} con muy pocas respuestas`,
    'no-answers': (count) => `${count} sin respuestas`,
    'no-score': (count) => `${count} sin puntuación`,
    'no-standard': (count) => `${count} sin estándar`,
  },
}

export const findingsWords = { en, es } satisfies Record<Language, FindingsWords>
