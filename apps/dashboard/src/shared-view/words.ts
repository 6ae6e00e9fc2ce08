import type { Language } from '../preferences.ts'

export type SharedViewWords = {
  opening: string
  banner: (site: string) => string
  until: (when: string) => string
  filtered: (what: string) => string
  readOnly: string
  password: { title: string; text: string; label: string; open: string; wrong: string; wait: string }
  ended: { title: string; text: string }
  incomplete: { title: string; text: string }
  journey: string
  wallboard: string
  stageEmpty: string
  fixFirst: string
  below: (score: string, target: string) => string
  sure: string
  unsure: string
  comments: string
  noComments: string
  more: (count: string) => string
  trend: (change: string) => string
  trendOpen: string
  elsewhere: string
}

export const sharedViewWords = {
  en: {
    opening: 'Opening the shared view…',
    banner: (site) => `Shared view of ${site}`,
    until: (when) => `until ${when}`,
    filtered: (what) => `only ${what}`,
    readOnly: 'To look at: nothing can be changed here.',
    password: {
      title: 'This view has a password',
      text: 'Whoever sent you the link knows it.',
      label: 'Password',
      open: 'Open',
      wrong: 'That is not the password of this link. Look at capitals, and try again.',
      wait: 'Too many wrong tries. Wait a minute, then try again.',
    },
    ended: {
      title: 'This share link has ended',
      text: 'It has run out, was ended, or was copied only in part. Ask whoever sent it for a new one.',
    },
    incomplete: {
      title: 'This link is not complete',
      text: 'What follows the # is missing. Copy the whole link from the message that you got.',
    },
    journey: 'The journey',
    wallboard: 'As a wallboard',
    stageEmpty: 'No touchpoint here yet.',
    fixFirst: 'Below their standard',
    below: (score, target) => `${score}, its standard is ${target}.`,
    sure: 'Beyond doubt.',
    unsure: 'Not sure yet.',
    comments: 'What people write',
    more: (count) => `Show ${count} more`,
    noComments: 'Nobody has written anything in these days.',
    trend: (change) => `${change} against the days before`,
    trendOpen: 'no difference that could be told from chance',
    elsewhere: 'Not on the journey',
  },
  es: {
    opening: 'Abriendo la vista compartida…',
    banner: (site) => `Vista compartida de ${site}`,
    until: (when) => `hasta el ${when}`,
    filtered: (what) => `solo ${what}`,
    readOnly: 'Para mirar: aquí no se puede cambiar nada.',
    password: {
      title: 'Esta vista tiene contraseña',
      text: 'La sabe quien te mandó el enlace.',
      label: 'Contraseña',
      open: 'Abrir',
      wrong: 'No es la contraseña de este enlace. Fíjate en las mayúsculas y prueba otra vez.',
      wait: 'Demasiados intentos fallidos. Espera un minuto y prueba otra vez.',
    },
    ended: {
      title: 'Este enlace ya no sirve',
      text: 'Ha caducado, alguien lo anuló o se copió solo una parte. Pide uno nuevo a quien te lo mandó.',
    },
    incomplete: {
      title: 'A este enlace le falta algo',
      text: 'No está lo que va detrás de la #. Copia el enlace entero del mensaje que recibiste.',
    },
    journey: 'El recorrido',
    wallboard: 'Ver en grande',
    stageEmpty: 'Aún no hay puntos de contacto aquí.',
    fixFirst: 'Por debajo de su estándar',
    below: (score, target) => `${score}; su estándar es ${target}.`,
    sure: 'Sin lugar a dudas.',
    unsure: 'Aún no es seguro.',
    comments: 'Lo que escribe la gente',
    more: (count) => `Mostrar ${count} más`,
    noComments: 'Nadie ha escrito nada en estos días.',
    trend: (change) => `${change} frente a los días anteriores`,
    trendOpen: 'ninguna diferencia que no pueda ser azar',
    elsewhere: 'Fuera del recorrido',
  },
} satisfies Record<Language, SharedViewWords>
