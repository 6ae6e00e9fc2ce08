import type { Language } from '../../preferences.ts'

interface SiteWords {
  who: { title: string; text: string }
  name: string
  nameHint: string
  nameMissing: string
  key: string
  keyHint: string
  languages: { title: string; text: string }
  offered: string
  noLanguage: string
  defaultLocale: string
  defaultLocaleHint: string
  tone: string
  tones: Record<'informal' | 'formal', { name: string; hint: string }>
  time: { title: string; text: string }
  timeZone: string
  clock: (clock: string) => string
  zoneChanges: string
  stored: string
  storedText: string
  moving: (percent: string, moved: string) => string
  lastLook: (moved: string) => string
  allMoved: string
  fields: Record<'name' | 'locales' | 'defaultLocale' | 'tone' | 'timeZone', string>
}

const en: SiteWords = {
  who: { title: 'Who asks', text: 'What visitors read as {name} in your questions, and what this dashboard calls the site.' },
  name: 'Name',
  nameHint: 'At most 300 characters. Questions that use Pulso’s own words follow it by themselves.',
  nameMissing: 'Write a name: visitors are asked about it.',
  key: 'Site key',
  keyHint: 'Stands in your pages and never changes. It can only add answers, so it is no secret.',
  languages: {
    title: 'Languages',
    text: 'Prompts are asked in the language of the page, else of the browser, if it is one of these; else in the usual one.',
  },
  offered: 'Asked in',
  noLanguage: 'Choose at least one language.',
  defaultLocale: 'Usual language',
  defaultLocaleHint: 'For visitors who read none of the others.',
  tone: 'How visitors are spoken to',
  tones: {
    informal: { name: 'Informal', hint: 'Spanish says tú, German du.' },
    formal: { name: 'Formal', hint: 'Spanish says usted, German Sie.' },
  },
  time: { title: 'Time', text: 'A day of your scores begins at midnight here.' },
  timeZone: 'Time zone',
  clock: (clock) => `It is ${clock} there now.`,
  zoneChanges:
    'Stored answers move to the days of the new zone, in the background and without a pause: scores by day change, totals do not. What was deleted for its age stays on its old day. You can change it back.',
  stored: 'Stored answers are moving',
  storedText: 'After the time zone or the segments have changed. Scores show what has been moved so far.',
  moving: (percent, moved) => `${percent} looked at, ${moved} moved.`,
  lastLook: (moved) => `All looked at, ${moved} moved. Tonight a last look finds what came meanwhile.`,
  allMoved: 'Every answer is on its day.',
  fields: {
    name: 'name',
    locales: 'languages',
    defaultLocale: 'usual language',
    tone: 'how visitors are spoken to',
    timeZone: 'time zone',
  },
}

const es: SiteWords = {
  who: { title: 'Quién pregunta', text: 'Lo que leen tus visitantes como {name} en las preguntas y el nombre del sitio en este panel.' },
  name: 'Nombre',
  nameHint: 'Como máximo, 300 caracteres. Las preguntas con los textos de Pulso lo siguen por sí solas.',
  nameMissing: 'Escribe un nombre: a tus visitantes se les pregunta por él.',
  key: 'Clave del sitio',
  keyHint: 'Está en tus páginas y no cambia nunca. Solo sirve para añadir respuestas, así que no es un secreto.',
  languages: {
    title: 'Idiomas',
    text: 'Se pregunta en el idioma de la página o, si no, en el del navegador, siempre que esté aquí; en otro caso, en el habitual.',
  },
  offered: 'Se pregunta en',
  noLanguage: 'Elige al menos un idioma.',
  defaultLocale: 'Idioma habitual',
  defaultLocaleHint: 'Para quien no lee ninguno de los otros.',
  tone: 'Trato a tus visitantes',
  tones: {
    informal: { name: 'De tú', hint: 'En alemán, du.' },
    formal: { name: 'De usted', hint: 'En alemán, Sie.' },
  },
  time: { title: 'Hora', text: 'Aquí empiezan, a medianoche, los días de tus puntuaciones.' },
  timeZone: 'Zona horaria',
  clock: (clock) => `Allí son ahora las ${clock}.`,
  zoneChanges:
    'Las respuestas guardadas pasan a los días de la zona nueva, en segundo plano y sin pausa: cambian las puntuaciones por día, no los totales. Lo que ya se borró por antigüedad se queda en su día de antes. Puedes volver atrás.',
  stored: 'Las respuestas guardadas se están moviendo',
  storedText: 'Porque ha cambiado la zona horaria o han cambiado los segmentos. Las puntuaciones muestran lo movido hasta ahora.',
  moving: (percent, moved) => `Revisado el ${percent}; movidas, ${moved}.`,
  lastLook: (moved) => `Todo revisado; movidas, ${moved}. Esta noche, un último repaso encuentra lo que haya llegado mientras tanto.`,
  allMoved: 'Cada respuesta está en su día.',
  fields: { name: 'el nombre', locales: 'los idiomas', defaultLocale: 'el idioma habitual', tone: 'el trato', timeZone: 'la zona horaria' },
}

export const siteWords = { en, es } satisfies Record<Language, SiteWords>
