import { SCALES } from './constants.ts'
import type { Kind } from './kind.ts'
import type { Prompt, PromptDefinition, PromptWording } from './site.ts'

/**
 * What a prompt says when its team has not written anything: neutral, without
 * gender, in tú. `{name}` becomes the site's name.
 */
const DEFAULT_WORDING: Record<Kind, Record<'en' | 'es', PromptWording>> = {
  nps: {
    en: {
      question: 'How likely are you to recommend {name} to a friend or colleague?',
      low: 'Not at all likely',
      high: 'Extremely likely',
      followUp: { low: 'What should we improve?', mid: 'What would make it a 10?', high: 'What do you like most?' },
      thanks: 'Thank you! Every answer is read.',
    },
    es: {
      question: '¿Con qué probabilidad recomendarías {name} a un amigo o compañero?',
      low: 'Nada probable',
      high: 'Extremadamente probable',
      followUp: { low: '¿Qué deberíamos mejorar?', mid: '¿Qué haría que fuera un 10?', high: '¿Qué es lo que más te gusta?' },
      thanks: '¡Gracias! Leemos todas las respuestas.',
    },
  },
  csat: {
    en: {
      question: 'How was your experience with {name}?',
      low: 'Very bad',
      high: 'Very good',
      followUp: { low: 'What went wrong?', mid: 'What could have been better?', high: 'What did you like most?' },
      thanks: 'Thank you! Every answer is read.',
    },
    es: {
      question: '¿Cómo valoras tu experiencia con {name}?',
      low: 'Muy mala',
      high: 'Muy buena',
      followUp: { low: '¿Qué ha fallado?', mid: '¿Qué podría haber ido mejor?', high: '¿Qué es lo que más te ha gustado?' },
      thanks: '¡Gracias! Leemos todas las respuestas.',
    },
  },
  emoji: {
    en: {
      question: 'How do you feel right now?',
      low: 'Very bad',
      high: 'Very good',
      followUp: { low: 'What bothered you?', mid: 'What would make it better?', high: 'What made you smile?' },
      thanks: 'Thank you! Every answer is read.',
    },
    es: {
      question: '¿Cómo te sientes ahora mismo?',
      low: 'Muy mal',
      high: 'Muy bien',
      followUp: { low: '¿Qué te ha molestado?', mid: '¿Qué lo haría mejor?', high: '¿Qué te ha hecho sonreír?' },
      thanks: '¡Gracias! Leemos todas las respuestas.',
    },
  },
}

/**
 * A prompt as the widget needs it: complete in every locale it is written in
 * and always in en and es. A half-translated prompt still shows: a text that is
 * missing in es-419 is taken from es, first the team's own, then the default; a
 * language that the defaults do not speak falls back, text by text, to the site's
 * default locale in the same way, and last to English.
 */
export function toPrompt(definition: PromptDefinition, siteName: string, defaultLocale: string): Prompt {
  const locales = new Set(['en', 'es', ...Object.keys(definition.wording)])
  return {
    ...definition,
    scaleMax: definition.scaleMax ?? SCALES[definition.kind].max[0],
    wording: Object.fromEntries([...locales].map((locale) => [locale, toWording(definition, siteName, [locale, defaultLocale])])),
  }
}

type WrittenWording = PromptDefinition['wording'][string]

/** Takes every text from the first of these locales that has it. */
function toWording({ kind, wording }: PromptDefinition, siteName: string, locales: readonly string[]): PromptWording {
  const defaults: Record<string, PromptWording> = DEFAULT_WORDING[kind]
  const candidates: readonly (WrittenWording | undefined)[] = locales.flatMap((locale) => {
    const language = locale.split('-')[0] ?? locale
    return [wording[locale], wording[language], defaults[language]]
  })
  const pick = (read: (wording: WrittenWording) => string | undefined, english: string): string => {
    const text = candidates.map((candidate) => candidate && read(candidate)).find((found) => found !== undefined) ?? english
    // By function: a name may contain $&, which means something to replaceAll.
    return text.replaceAll('{name}', () => siteName)
  }
  const { en } = DEFAULT_WORDING[kind]
  return {
    question: pick((written) => written.question, en.question),
    low: pick((written) => written.low, en.low),
    high: pick((written) => written.high, en.high),
    followUp: {
      low: pick((written) => written.followUp?.low, en.followUp.low),
      mid: pick((written) => written.followUp?.mid, en.followUp.mid),
      high: pick((written) => written.followUp?.high, en.followUp.high),
    },
    thanks: pick((written) => written.thanks, en.thanks),
  }
}
