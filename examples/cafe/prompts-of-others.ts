import type { SiteDefinitionInput } from '@pulso/protocol'

/** What the café asks those who are no customers: couriers, the roaster and its own staff. */
export const PROMPTS_OF_OTHERS: SiteDefinitionInput['prompts'] = [
  {
    id: 'courier',
    kind: 'ces',
    touchpoints: ['courier'],
    wording: {
      en: {
        question: 'How easy was it to collect the order?',
        low: 'Very hard',
        high: 'Very easy',
        followUp: { low: 'What held you up?', mid: 'What would have been quicker?', high: 'What went well?' },
        thanks: 'Thank you! Ride safely.',
      },
      es: {
        question: '¿Te ha sido fácil recoger el pedido?',
        low: 'Muy difícil',
        high: 'Muy fácil',
        followUp: { low: '¿Qué te ha retrasado?', mid: '¿Qué lo habría hecho más rápido?', high: '¿Qué ha ido bien?' },
        thanks: '¡Gracias! Buen viaje.',
      },
    },
  },
  {
    id: 'beans',
    kind: 'csat',
    touchpoints: ['beans'],
    wording: {
      en: {
        question: 'How was working with us on this delivery?',
        low: 'Very bad',
        high: 'Very good',
        followUp: { low: 'What went wrong?', mid: 'What should we do otherwise?', high: 'What do we do well?' },
        thanks: 'Thank you! Until the next sack.',
      },
      es: {
        question: '¿Qué tal ha sido trabajar con nosotros en esta entrega?',
        low: 'Muy mal',
        high: 'Muy bien',
        followUp: { low: '¿Qué ha fallado?', mid: '¿Qué deberíamos hacer de otra manera?', high: '¿Qué hacemos bien?' },
        thanks: '¡Gracias! Hasta el próximo saco.',
      },
    },
  },
  {
    id: 'desk',
    kind: 'csat',
    touchpoints: ['desk'],
    wording: {
      en: {
        question: 'Did you have what you needed to help people today?',
        low: 'Not at all',
        high: 'Everything',
        followUp: { low: 'What did you lack?', mid: 'What would make it easier?', high: 'What helped you?' },
        thanks: 'Thank you! Nobody sees who wrote this.',
      },
      es: {
        question: '¿Has tenido hoy lo que necesitabas para ayudar a la gente?',
        low: 'Para nada',
        high: 'Todo',
        followUp: { low: '¿Qué te ha faltado?', mid: '¿Qué lo haría más fácil?', high: '¿Qué te ha ayudado?' },
        thanks: '¡Gracias! Nadie ve quién lo ha escrito.',
      },
    },
  },
  {
    id: 'shift',
    kind: 'nps',
    touchpoints: ['shift'],
    wording: {
      en: {
        question: 'How likely are you to recommend working at {name} to a friend?',
        followUp: { low: 'What should change first?', mid: 'What would make it a 10?', high: 'What do you like about working here?' },
        thanks: 'Thank you! Nobody sees who wrote this.',
      },
      es: {
        question: '¿Con qué probabilidad recomendarías trabajar en {name} a alguien de tu entorno?',
        followUp: { low: '¿Qué debería cambiar primero?', mid: '¿Qué haría que fuera un 10?', high: '¿Qué te gusta de trabajar aquí?' },
        thanks: '¡Gracias! Nadie ve quién lo ha escrito.',
      },
    },
  },
]
