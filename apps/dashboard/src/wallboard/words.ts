import type { Language } from '../preferences.ts'

export type WallboardWords = {
  label: (site: string) => string
  waiting: { title: string; text: string }
  notAsked: (count: number) => string
  demo: (count: string) => string
  scene: (place: number, of: number) => string
  hold: string
  goOn: string
  fullscreen: string
  leaveFullscreen: string
  light: string
  dark: string
  leave: string
  answers: string
  ended: { title: string; text: string }
}

export const wallboardWords = {
  en: {
    label: (site) => `Wallboard of ${site}`,
    waiting: { title: 'Waiting for the first answers', text: 'The numbers appear here by themselves.' },
    notAsked: (count) => (count === 1 ? '1 touchpoint without answers' : `${count} touchpoints without answers`),
    demo: (count) => `Includes ${count} made-up demo responses.`,
    scene: (place, of) => `Part ${place} of ${of}`,
    hold: 'Stay on this part',
    goOn: 'Go on through the parts',
    fullscreen: 'Full screen',
    leaveFullscreen: 'Leave full screen',
    light: 'Light',
    dark: 'Dark',
    leave: 'Back to the journey',
    answers: 'Answers',
    ended: { title: 'This view has ended', text: 'The access behind it was ended or has run out. Open it anew with another link.' },
  },
  es: {
    label: (site) => `Panel de ${site}`,
    waiting: { title: 'A la espera de las primeras respuestas', text: 'Los números aparecerán aquí solos.' },
    notAsked: (count) => (count === 1 ? '1 punto de contacto sin respuestas' : `${count} puntos de contacto sin respuestas`),
    demo: (count) => `Incluye ${count} respuestas de muestra inventadas.`,
    scene: (place, of) => `Parte ${place} de ${of}`,
    hold: 'Quedarse en esta parte',
    goOn: 'Seguir pasando partes',
    fullscreen: 'Pantalla completa',
    leaveFullscreen: 'Salir de pantalla completa',
    light: 'Claro',
    dark: 'Oscuro',
    leave: 'Volver al recorrido',
    answers: 'Respuestas',
    ended: { title: 'Esta vista ha terminado', text: 'El acceso se cerró o ha caducado. Ábrela de nuevo con otro enlace.' },
  },
} satisfies Record<Language, WallboardWords>
