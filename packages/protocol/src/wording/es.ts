import type { Language } from './language.ts'

export const es: Language = {
  texts: {
    card: 'Tu opinión',
    close: 'Cerrar',
    point: '{score} de {highest}',
    stars: { one: '{n} estrella', many: '{n} de estrellas', other: '{n} estrellas' },
    thumbsUp: 'Pulgar arriba',
    thumbsDown: 'Pulgar abajo',
    appeared: '{question} Pulsa F6 para responder.',
    optional: 'Opcional',
    send: 'Enviar',
    next: 'Siguiente',
    back: 'Cambiar',
    skip: 'Omitir',
    chooseAny: 'Puedes elegir varias',
    tab: 'Tu opinión',
  },
  thanks: '¡Gracias! Leemos todas las respuestas.',
  other: 'Otra cosa',
  links: ['Pedir ayuda', 'Contarnos más', 'Escribir una reseña'],
  kinds: {
    nps: {
      question: '¿Con qué probabilidad recomendarías {name} a un amigo o compañero?',
      ends: ['Nada probable', 'Extremadamente probable'],
      followUp: ['¿Qué deberíamos mejorar?', '¿Qué haría que fuera un 10?', '¿Qué es lo que más te gusta?'],
    },
    csat: {
      question: '¿Cómo valoras tu experiencia con {name}?',
      ends: ['Muy mala', 'Muy buena'],
      followUp: ['¿Qué ha fallado?', '¿Qué podría haber ido mejor?', '¿Qué es lo que más te ha gustado?'],
    },
    ces: {
      question: '¿Te ha resultado fácil hacer lo que querías?',
      ends: ['Muy difícil', 'Muy fácil'],
      followUp: ['¿Qué lo ha hecho difícil?', '¿Qué lo habría hecho más fácil?', '¿Qué lo ha hecho fácil?'],
    },
    emoji: {
      question: '¿Cómo te sientes ahora mismo?',
      ends: ['Muy mal', 'Muy bien'],
      followUp: ['¿Qué te ha molestado?', '¿Qué lo haría mejor?', '¿Qué te ha hecho sonreír?'],
    },
    thumbs: {
      question: '¿Te ha servido?',
      ends: ['No', 'Sí'],
      followUp: ['¿Qué te ha faltado?', '¿Qué te ha faltado?', '¿Qué es lo que más te ha servido?'],
    },
    stars: {
      question: '¿Cuántas estrellas le darías a {name}?',
      ends: ['Muy mal', 'Excelente'],
      followUp: ['¿Qué ha fallado?', '¿Qué le falta para las cinco estrellas?', '¿Qué es lo que más te ha gustado?'],
    },
    choice: { question: '¿Qué te trae hoy por aquí?', followUp: '¿Quieres añadir algo?' },
    text: { question: '¿Qué cambiarías de {name}?' },
  },
  formal: {
    texts: { card: 'Su opinión', appeared: '{question} Pulse F6 para responder.', chooseAny: 'Puede elegir varias', tab: 'Su opinión' },
    kinds: {
      nps: {
        question: '¿Con qué probabilidad recomendaría {name} a un amigo o compañero?',
        ends: ['Nada probable', 'Extremadamente probable'],
        followUp: ['¿Qué deberíamos mejorar?', '¿Qué haría que fuera un 10?', '¿Qué es lo que más le gusta?'],
      },
      csat: {
        question: '¿Cómo valora su experiencia con {name}?',
        ends: ['Muy mala', 'Muy buena'],
        followUp: ['¿Qué ha fallado?', '¿Qué podría haber ido mejor?', '¿Qué es lo que más le ha gustado?'],
      },
      ces: {
        question: '¿Le ha resultado fácil hacer lo que quería?',
        ends: ['Muy difícil', 'Muy fácil'],
        followUp: ['¿Qué lo ha hecho difícil?', '¿Qué lo habría hecho más fácil?', '¿Qué lo ha hecho fácil?'],
      },
      emoji: {
        question: '¿Cómo se siente ahora mismo?',
        ends: ['Muy mal', 'Muy bien'],
        followUp: ['¿Qué le ha molestado?', '¿Qué lo haría mejor?', '¿Qué le ha hecho sonreír?'],
      },
      thumbs: {
        question: '¿Le ha servido?',
        ends: ['No', 'Sí'],
        followUp: ['¿Qué le ha faltado?', '¿Qué le ha faltado?', '¿Qué es lo que más le ha servido?'],
      },
      stars: {
        question: '¿Cuántas estrellas le daría a {name}?',
        ends: ['Muy mal', 'Excelente'],
        followUp: ['¿Qué ha fallado?', '¿Qué le falta para las cinco estrellas?', '¿Qué es lo que más le ha gustado?'],
      },
      choice: { question: '¿Qué le trae hoy por aquí?', followUp: '¿Quiere añadir algo?' },
      text: { question: '¿Qué cambiaría de {name}?' },
    },
  },
}
