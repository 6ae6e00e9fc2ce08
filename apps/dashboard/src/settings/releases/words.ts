import type { Language } from '../../preferences.ts'

interface ReleasesWords {
  title: string
  text: string
  none: { title: string; text: string }
  add: string
  addTitle: string
  editTitle: string
  name: string
  nameHint: string
  nameMissing: string
  at: string
  atHint: (zone: string) => string
  atMissing: string
  touchpoints: string
  touchpointsHint: string
  url: string
  urlHint: string
  urlFault: string
  edit: (name: string) => string
  editDo: string
  remove: (name: string) => string
  removeDo: string
  removed: (name: string) => string
  restored: (name: string) => string
  everywhere: string
  pipeline: string
  pipelineText: string
  list: string
}

const en: ReleasesWords = {
  title: 'What you changed',
  text: 'Mark what you release, and every change of a score shows what was near it. A release is compared with the four weeks before it.',
  none: {
    title: 'Nothing is marked yet',
    text: 'Mark the last thing that you changed, or have your pipeline do it with every deployment.',
  },
  add: 'Mark a release',
  addTitle: 'Mark a release',
  editTitle: 'Change the release',
  name: 'What it was',
  nameHint: 'A version, or a sentence: “Checkout in one step”.',
  nameMissing: 'Write what it was.',
  at: 'When it reached visitors',
  atHint: (zone) => `On the clock of the site, ${zone}.`,
  atMissing: 'Say when that was.',
  touchpoints: 'What it may concern',
  touchpointsHint: 'None chosen: all of them.',
  url: 'Where it can be read about',
  urlHint: 'Optional: a ticket, a note.',
  urlFault: 'Write an address that begins with https:// or http://.',
  edit: (name) => `Change ${name}`,
  editDo: 'Change',
  remove: (name) => `Remove ${name}`,
  removeDo: 'Remove',
  removed: (name) => `“${name}” is removed.`,
  restored: (name) => `“${name}” is there again.`,
  everywhere: 'all touchpoints',
  pipeline: 'From your pipeline',
  pipelineText: 'With a token that may change the site:',
  list: 'Releases',
}

const es: ReleasesWords = {
  title: 'Qué has cambiado',
  text: 'Anota lo que publicas y, junto a cada cambio de una puntuación, verás qué estaba cerca. Cada cambio se compara con las cuatro semanas anteriores.',
  none: {
    title: 'Todavía no hay nada anotado',
    text: 'Anota lo último que cambiaste, o haz que tu flujo de despliegue lo anote cada vez.',
  },
  add: 'Anotar un cambio',
  addTitle: 'Anotar un cambio',
  editTitle: 'Modificar el cambio',
  name: 'Qué fue',
  nameHint: 'Una versión o una frase: «Pago en un solo paso».',
  nameMissing: 'Escribe qué fue.',
  at: 'Cuándo llegó a tus visitantes',
  atHint: (zone) => `Según el reloj del sitio, ${zone}.`,
  atMissing: 'Di cuándo fue.',
  touchpoints: 'A qué puede afectar',
  touchpointsHint: 'Sin elegir ninguno: a todos.',
  url: 'Dónde se puede leer más',
  urlHint: 'Opcional: una incidencia, una nota.',
  urlFault: 'Escribe una dirección que empiece por https:// o http://.',
  edit: (name) => `Modificar ${name}`,
  editDo: 'Modificar',
  remove: (name) => `Quitar ${name}`,
  removeDo: 'Quitar',
  removed: (name) => `«${name}» ya no está.`,
  restored: (name) => `«${name}» está de nuevo.`,
  everywhere: 'todos los puntos de contacto',
  pipeline: 'Desde tu flujo de despliegue',
  pipelineText: 'Con un token que pueda cambiar el sitio:',
  list: 'Cambios',
}

export const releasesWords = { en, es } satisfies Record<Language, ReleasesWords>
