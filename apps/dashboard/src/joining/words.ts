import type { Language } from '../preferences.ts'

export type JoiningWords = {
  title: string
  text: string
  join: string
  joining: string
  already: (name: string | null) => string
  replaces: string
  stay: string
  spent: { title: string; text: string }
  incomplete: { title: string; text: string }
}

export const joiningWords = {
  en: {
    title: 'You have been invited',
    text: 'Your team measures here how customers feel along their journey. Come in with one press: there is no password, and this browser is remembered as long as you use it. The link works once.',
    join: 'Come in',
    joining: 'Letting you in…',
    already: (name) => (name === null ? 'This browser is signed in already.' : `${name} is signed in in this browser.`),
    replaces: 'Coming in by this link signs them out here.',
    stay: 'Stay as it is',
    spent: {
      title: 'This invitation has been used or has ended',
      text: 'An invite link lets one browser in, once, within seven days. Ask whoever invited you for a new one: it takes them a moment.',
    },
    incomplete: {
      title: 'This invitation is not complete',
      text: 'What follows the # is missing. Copy the whole link from the message that you got.',
    },
  },
  es: {
    title: 'Tienes una invitación',
    text: 'Aquí mide tu equipo cómo se sienten los clientes a lo largo de su recorrido. Entra con un clic: no hay contraseña, y este navegador queda recordado mientras lo uses. El enlace sirve una sola vez.',
    join: 'Entrar',
    joining: 'Abriéndote la puerta…',
    already: (name) => (name === null ? 'En este navegador ya hay una sesión abierta.' : `En este navegador hay una sesión de ${name}.`),
    replaces: 'Si entras con este enlace, se cerrará aquí.',
    stay: 'Dejarlo como está',
    spent: {
      title: 'Esta invitación ya se usó o ha caducado',
      text: 'Un enlace de invitación deja entrar a un navegador, una vez y durante siete días. Pide otro a quien te invitó: le llevará un momento.',
    },
    incomplete: {
      title: 'A esta invitación le falta algo',
      text: 'No está lo que va detrás de la #. Copia el enlace entero del mensaje que recibiste.',
    },
  },
} satisfies Record<Language, JoiningWords>
