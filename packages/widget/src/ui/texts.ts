/** What the card itself says, around the words of the prompt. */
export interface Texts {
  card: string
  close: string
  /** Name of one point of a scale. */
  point(score: number, highest: number): string
  /** What a screen reader announces when a prompt appears without taking the focus. */
  appeared(question: string): string
  optional: string
  send: string
  back: string
}

const en: Texts = {
  card: 'Your opinion',
  close: 'Close',
  point: (score, highest) => `${score} out of ${highest}`,
  appeared: (question) => `${question} Press F6 to answer.`,
  optional: 'Optional',
  send: 'Send',
  back: 'Change',
}

const es: Texts = {
  card: 'Tu opinión',
  close: 'Cerrar',
  point: (score, highest) => `${score} de ${highest}`,
  appeared: (question) => `${question} Pulsa F6 para responder.`,
  optional: 'Opcional',
  send: 'Enviar',
  back: 'Cambiar',
}

/** The card's own words in the language of the wording that is shown. */
export function toTexts(locale: string): Texts {
  return locale.startsWith('es') ? es : en
}
