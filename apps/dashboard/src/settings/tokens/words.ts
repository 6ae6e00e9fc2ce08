import type { Scope } from '@pulso/protocol/types'
import type { Language } from '../../preferences.ts'

interface TokensWords {
  intro: string
  docs: string
  none: { title: string; text: string }
  make: string
  title: string
  name: string
  nameHint: string
  nameMissing: string
  scopes: string
  scope: Record<Scope, { name: string; hint: string }>
  scopeMissing: string
  sites: string
  thisSite: (name: string) => string
  everySite: string
  everySiteHint: string
  ends: string
  endings: Record<'never' | '30' | '90' | '365', string>
  create: string
  created: string
  createdText: string
  done: string
  list: string
  allSites: string
  used: (when: string) => string
  neverUsed: string
  made: (when: string) => string
  until: (when: string) => string
  over: string
  end: (name: string) => string
  endTitle: (name: string) => string
  endText: string
  endDo: string
  ended: (name: string) => string
}

const en: TokensWords = {
  intro:
    'A token opens Pulso for a script: a pipeline that marks releases, a report by night. Give each its own, with no more rights than it needs.',
  docs: 'How to use one',
  none: { title: 'No tokens yet', text: 'Make one for the first script that shall read or write here.' },
  make: 'Make a token',
  title: 'A new token',
  name: 'What it is for',
  nameHint: 'So that somebody dares to end it one day: “Nightly report”.',
  nameMissing: 'Write what it is for.',
  scopes: 'What it may do',
  scope: {
    'stats:read': { name: 'Read scores', hint: 'Sites, scores, releases, alerts. No comments.' },
    'responses:read': { name: 'Read answers', hint: 'Every response and comment, and exports.' },
    'site:write': { name: 'Change the site', hint: 'Save definitions, mark releases, import, remove and erase answers.' },
    admin: { name: 'Everything', hint: 'All of these, and tokens, members and links for others.' },
  },
  scopeMissing: 'Choose at least one.',
  sites: 'Where',
  thisSite: (name) => `Only ${name}`,
  everySite: 'Every site',
  everySiteHint: 'Also those that are made later.',
  ends: 'Ends',
  endings: { never: 'When somebody ends it', 30: 'In 30 days', 90: 'In 90 days', 365: 'In a year' },
  create: 'Make it',
  created: 'Copy it now',
  createdText: 'This is the only time the token is shown. Pulso keeps no copy, only what it takes to recognise it.',
  done: 'I have copied it',
  list: 'Who gets in by token',
  allSites: 'every site',
  used: (when) => `used ${when}`,
  neverUsed: 'never used',
  made: (when) => `made ${when}`,
  until: (when) => `ends ${when}`,
  over: 'has ended',
  end: (name) => `End ${name}`,
  endTitle: (name) => `End “${name}”?`,
  endText:
    'From this moment on it opens nothing, and whatever uses it stops working. It cannot be brought back; a new one has another secret.',
  endDo: 'End the token',
  ended: (name) => `“${name}” opens nothing any more.`,
}

const es: TokensWords = {
  intro:
    'Un token abre Pulso a un script: un despliegue que anota cambios, un informe nocturno. Da a cada uno el suyo, con los permisos justos.',
  docs: 'Cómo se usa',
  none: { title: 'Todavía no hay tokens', text: 'Crea uno para el primer script que tenga que leer o escribir aquí.' },
  make: 'Crear un token',
  title: 'Un token nuevo',
  name: 'Para qué es',
  nameHint: 'Así alguien se atreverá un día a anularlo: «Informe nocturno».',
  nameMissing: 'Escribe para qué es.',
  scopes: 'Qué puede hacer',
  scope: {
    'stats:read': { name: 'Leer puntuaciones', hint: 'Sitios, puntuaciones, cambios y avisos. Sin comentarios.' },
    'responses:read': { name: 'Leer respuestas', hint: 'Cada respuesta y comentario, y las exportaciones.' },
    'site:write': { name: 'Cambiar el sitio', hint: 'Guardar definiciones, anotar cambios, importar, quitar y borrar respuestas.' },
    admin: { name: 'Todo', hint: 'Lo anterior, además de tokens, equipo y enlaces para otras personas.' },
  },
  scopeMissing: 'Elige al menos una cosa.',
  sites: 'Dónde',
  thisSite: (name) => `Solo ${name}`,
  everySite: 'Todos los sitios',
  everySiteHint: 'También los que se creen después.',
  ends: 'Caduca',
  endings: { never: 'Cuando alguien lo anule', 30: 'En 30 días', 90: 'En 90 días', 365: 'En un año' },
  create: 'Crearlo',
  created: 'Cópialo ahora',
  createdText: 'El token solo se muestra esta vez. Pulso no guarda copia, solo lo necesario para reconocerlo.',
  done: 'Ya lo he copiado',
  list: 'Quién entra con token',
  allSites: 'todos los sitios',
  used: (when) => `último uso: ${when}`,
  neverUsed: 'sin usar',
  made: (when) => `creado el ${when}`,
  until: (when) => `caduca el ${when}`,
  over: 'ha caducado',
  end: (name) => `Anular ${name}`,
  endTitle: (name) => `¿Anular «${name}»?`,
  endText: 'Desde este momento no abre nada, y lo que lo use dejará de funcionar. No se puede recuperar; uno nuevo tiene otro secreto.',
  endDo: 'Anular el token',
  ended: (name) => `«${name}» ya no abre nada.`,
}

export const tokensWords = { en, es } satisfies Record<Language, TokensWords>
