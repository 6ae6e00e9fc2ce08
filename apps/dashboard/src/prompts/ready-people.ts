import type { ReadyPrompt } from './ready-prompt.ts'

/** What is asked where people meet, and where things change hands. */
export const READY_PEOPLE: readonly ReadyPrompt[] = [
  {
    key: 'support',
    group: 'people',
    kind: 'ces',
    title: { en: 'Effort after support', es: 'Esfuerzo tras pedir ayuda' },
    why: {
      en: 'How hard it was to be helped says more about whether somebody stays than how kind the help was.',
      es: 'Lo que costó recibir ayuda dice más de si alguien se queda que lo amable que fue.',
    },
    suits: /help|support|contact|ticket|chat/,
    delayMs: 1000,
    frequency: { afterAnswered: 30, afterDismissed: 14, afterShown: 3 },
    wording: {
      en: {
        question: 'How easy was it to get this sorted out?',
        low: 'Very hard',
        high: 'Very easy',
        followUp: { low: 'What cost you the most time?', mid: 'What could have gone quicker?', high: 'Who or what helped most?' },
        thanks: 'Thank you! We go over these every week.',
      },
      es: {
        question: '¿Te ha sido fácil dejarlo resuelto?',
        low: 'Nada fácil',
        high: 'Facilísimo',
        followUp: {
          low: '¿En qué has perdido más tiempo?',
          mid: '¿Qué podría haber ido más rápido?',
          high: '¿Quién o qué te ha ayudado más?',
        },
        thanks: '¡Gracias! Lo repasamos cada semana.',
      },
    },
  },
  {
    key: 'delivery',
    group: 'people',
    kind: 'csat',
    title: { en: 'The delivery', es: 'La entrega' },
    why: {
      en: 'The last mile is remembered as yours, whoever drove it. Ask on the page that says it has arrived.',
      es: 'El último tramo se recuerda como tuyo, lo lleve quien lo lleve. Pregunta en la página que dice que ya llegó.',
    },
    suits: /deliver|shipping|pickup|track/,
    frequency: { afterAnswered: 30, afterDismissed: 14, afterShown: 7 },
    wording: {
      en: {
        question: 'How did your delivery go?',
        low: 'Badly',
        high: 'Perfectly',
        followUp: {
          low: 'What went wrong: the time, the parcel, the person?',
          mid: 'What should have been different?',
          high: 'What pleased you?',
        },
        thanks: 'Thank you! We pass it on to those on the road.',
      },
      es: {
        question: '¿Qué tal ha ido la entrega?',
        low: 'Mal',
        high: 'Perfecta',
        followUp: {
          low: '¿Qué falló: la hora, el paquete, la persona?',
          mid: '¿Qué debería haber sido distinto?',
          high: '¿Qué te ha gustado?',
        },
        thanks: '¡Gracias! Se lo contamos a quienes reparten.',
      },
    },
  },
  {
    key: 'shop-visit',
    group: 'people',
    kind: 'emoji',
    title: { en: 'A shop, by QR code', es: 'Una tienda, con código QR' },
    why: {
      en: 'On the counter or the table: whoever scans it is there now. It opens by itself and fills the screen’s middle.',
      es: 'En el mostrador o en la mesa: quien lo escanea está ahí ahora. Se abre sola, en el centro de la pantalla.',
    },
    suits: /shop|store|table|terrace|coffee|counter/,
    mode: 'modal',
    delayMs: 0,
    frequency: { afterAnswered: 1, afterDismissed: 0, afterShown: 0 },
    wording: {
      en: {
        question: 'How do you feel in here right now?',
        low: 'I want out',
        high: 'At home',
        followUp: { low: 'What should we put right at once?', mid: 'What would make it nicer?', high: 'What is it that you like?' },
        thanks: 'Thank you! The people here will see it today.',
      },
      es: {
        question: '¿Cómo te sientes aquí ahora mismo?',
        low: 'Con ganas de irme',
        high: 'Como en casa',
        followUp: { low: '¿Qué deberíamos arreglar ya?', mid: '¿Qué lo haría más agradable?', high: '¿Qué es lo que te gusta?' },
        thanks: '¡Gracias! Hoy mismo lo verá quien atiende.',
      },
    },
  },
  {
    key: 'served',
    group: 'people',
    kind: 'thumbs',
    title: { en: 'How somebody was looked after', es: 'Cómo te han atendido' },
    why: {
      en: 'Yes or no about the person, not the firm: quick enough for a queue, and praise has a name.',
      es: 'Sí o no sobre la persona, no sobre la empresa: cabe en una cola, y los elogios llevan nombre.',
    },
    suits: /counter|pickup|desk|call|visit/,
    mode: 'modal',
    delayMs: 0,
    frequency: { afterAnswered: 1, afterDismissed: 0, afterShown: 0 },
    wording: {
      en: {
        question: 'Did you feel well looked after?',
        low: 'No',
        high: 'Yes',
        followUp: { low: 'What was missing?', high: 'Anybody we should thank?' },
        thanks: 'Thank you for telling us!',
      },
      es: {
        question: '¿Te han atendido como esperabas?',
        low: 'No',
        high: 'Sí',
        followUp: { low: '¿Qué ha faltado?', high: '¿A quién le damos las gracias?' },
        thanks: '¡Gracias por contárnoslo!',
      },
    },
  },
  {
    key: 'event',
    group: 'people',
    kind: 'stars',
    title: { en: 'A course or an event', es: 'Un curso o un evento' },
    why: {
      en: 'Asked at the end, before everybody has gone: what to keep and what to drop next time.',
      es: 'Se pregunta al final, antes de que se vaya todo el mundo: qué mantener y qué quitar la próxima vez.',
    },
    suits: /event|course|class|workshop|webinar/,
    delayMs: 0,
    repeat: 3,
    frequency: { afterAnswered: 30, afterDismissed: 1, afterShown: 0 },
    wording: {
      en: {
        question: 'How many stars for today?',
        low: 'Wasted time',
        high: 'More of this',
        followUp: { low: 'What did not work for you?', mid: 'What would you shorten?', high: 'What should stay exactly so?' },
        second: 'What should the next one be about?',
        thanks: 'Thank you! See you at the next one.',
      },
      es: {
        question: '¿Cuántas estrellas le pones a hoy?',
        low: 'Tiempo perdido',
        high: 'Quiero más',
        followUp: { low: '¿Qué no te ha funcionado?', mid: '¿Qué acortarías?', high: '¿Qué no hay que tocar?' },
        second: '¿De qué debería ir la próxima?',
        thanks: '¡Gracias! Nos vemos en la próxima.',
      },
    },
  },
]
