import type { Language } from '../preferences.ts'
import type { SettingsKey } from './sections.ts'

export interface SettingsWords {
  title: string
  sections: Record<SettingsKey, { name: string; about: string }>
  /** The page that puts Pulso on pages: no section, and looked for among them. */
  install: { name: string; about: string }
  back: string
  loading: string
  unknown: { title: string; text: string }
  forAdmins: { title: string; text: string }
  mayOnlyLook: string
  saved: string
  failed: string
  conflict: {
    title: string
    text: (fields: string) => string
    theirs: string
    mine: string
  }
  /** For what stands beside a button that does something for good. */
  typeToConfirm: (word: string) => string
}

const en: SettingsWords = {
  title: 'Settings',
  sections: {
    site: { name: 'Site', about: 'Name, languages, time zone' },
    answers: { name: 'Answers', about: 'Who may answer, how often, how long it is kept' },
    look: { name: 'Look', about: 'Colours and shape of prompts' },
    segments: { name: 'Segments', about: 'Groups that scores are split by' },
    members: { name: 'Members', about: 'Who works here' },
    share: { name: 'Share links', about: 'For those who only look' },
    tokens: { name: 'Tokens', about: 'For scripts and pipelines' },
    releases: { name: 'Releases', about: 'What you changed, and when' },
    'journey-file': { name: 'Journey file', about: 'The journey beside your code' },
    import: { name: 'Import', about: 'History from elsewhere' },
    danger: { name: 'Data', about: 'Check, recount, remove' },
  },
  install: { name: 'Install', about: 'The code for your pages, and whether it works' },
  back: 'All settings',
  loading: 'Reading the settings…',
  unknown: { title: 'There are no settings of that name', text: 'Choose one from the list.' },
  forAdmins: { title: 'Only admins see this', text: 'It decides who gets in. Ask an admin of this site, or for an invitation as one.' },
  mayOnlyLook: 'You may look at these settings. To change them, ask for the right to write.',
  saved: 'Saved',
  failed: 'Not saved',
  conflict: {
    title: 'Somebody else has saved this meanwhile',
    text: (fields) =>
      `While you were writing, it was changed in another tab or by somebody else: ${fields}. Nothing of yours has been saved yet.`,
    theirs: 'Take theirs',
    mine: 'Save mine over it',
  },
  typeToConfirm: (word) => `To go on, write ${word}`,
}

const es: SettingsWords = {
  title: 'Ajustes',
  sections: {
    site: { name: 'Sitio', about: 'Nombre, idiomas, zona horaria' },
    answers: { name: 'Respuestas', about: 'Quién responde, cuánto se pregunta, cuánto se guarda' },
    look: { name: 'Aspecto', about: 'Colores y forma de las preguntas' },
    segments: { name: 'Segmentos', about: 'Grupos para separar puntuaciones' },
    members: { name: 'Equipo', about: 'Quién trabaja aquí' },
    share: { name: 'Enlaces para compartir', about: 'Para quien solo mira' },
    tokens: { name: 'Tokens', about: 'Para scripts y automatizaciones' },
    releases: { name: 'Cambios', about: 'Qué has cambiado y cuándo' },
    'journey-file': { name: 'Archivo del recorrido', about: 'El recorrido, junto a tu código' },
    import: { name: 'Importar', about: 'Historial de otro sitio' },
    danger: { name: 'Datos', about: 'Comprobar, recontar, quitar' },
  },
  install: { name: 'Instalación', about: 'El código para tus páginas, y si funciona' },
  back: 'Todos los ajustes',
  loading: 'Leyendo los ajustes…',
  unknown: { title: 'No hay ajustes con ese nombre', text: 'Elige uno de la lista.' },
  forAdmins: {
    title: 'Esto solo lo ve quien administra',
    text: 'Aquí se decide quién entra. Habla con quien administra el sitio o pide una invitación para administrarlo.',
  },
  mayOnlyLook: 'Puedes mirar estos ajustes. Para cambiarlos, pide permiso de escritura.',
  saved: 'Guardado',
  failed: 'No se ha guardado',
  conflict: {
    title: 'Alguien ha guardado esto mientras tanto',
    text: (fields) =>
      `Mientras escribías, ha cambiado en otra pestaña o lo ha cambiado otra persona: ${fields}. De lo tuyo todavía no se ha guardado nada.`,
    theirs: 'Quedarme con lo suyo',
    mine: 'Guardar lo mío encima',
  },
  typeToConfirm: (word) => `Para seguir, escribe ${word}`,
}

export const settingsWords = { en, es } satisfies Record<Language, SettingsWords>
