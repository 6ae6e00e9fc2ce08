import { es } from './es.ts'
import type { Language } from './language.ts'

/** The Spanish of the Americas: its own words where Spain's sound foreign, and the simple past. */
export const es419: Language = {
  ...es,
  texts: { ...es.texts, appeared: '{question} Presiona F6 para responder.', skip: 'Saltar' },
  links: ['Pedir ayuda', 'Cuéntanos más', 'Escribir una reseña'],
  kinds: {
    nps: {
      question: '¿Qué tan probable es que recomiendes {name} a un amigo o colega?',
      ends: ['Nada probable', 'Sumamente probable'],
      followUp: ['¿Qué deberíamos mejorar?', '¿Qué haría que fuera un 10?', '¿Qué es lo que más te gusta?'],
    },
    csat: {
      question: '¿Cómo calificas tu experiencia con {name}?',
      ends: ['Muy mala', 'Muy buena'],
      followUp: ['¿Qué salió mal?', '¿Qué pudo haber sido mejor?', '¿Qué fue lo que más te gustó?'],
    },
    ces: {
      question: '¿Qué tan fácil te resultó hacer lo que querías?',
      ends: ['Muy difícil', 'Muy fácil'],
      followUp: ['¿Qué lo hizo difícil?', '¿Qué lo habría hecho más fácil?', '¿Qué lo hizo fácil?'],
    },
    emoji: {
      question: '¿Cómo te sientes en este momento?',
      ends: ['Muy mal', 'Muy bien'],
      followUp: ['¿Qué te molestó?', '¿Qué lo haría mejor?', '¿Qué te hizo sonreír?'],
    },
    thumbs: {
      question: '¿Te sirvió?',
      ends: ['No', 'Sí'],
      followUp: ['¿Qué te faltó?', '¿Qué te faltó?', '¿Qué fue lo que más te sirvió?'],
    },
    stars: {
      question: '¿Cuántas estrellas le das a {name}?',
      ends: ['Muy mal', 'Excelente'],
      followUp: ['¿Qué salió mal?', '¿Qué le falta para las cinco estrellas?', '¿Qué fue lo que más te gustó?'],
    },
    choice: { question: '¿Qué te trae hoy por aquí?', followUp: '¿Quieres agregar algo?' },
    text: { question: '¿Qué le cambiarías a {name}?' },
  },
  formal: {
    texts: { card: 'Su opinión', appeared: '{question} Presione F6 para responder.', chooseAny: 'Puede elegir varias', tab: 'Su opinión' },
    kinds: {
      nps: {
        question: '¿Qué tan probable es que recomiende {name} a un amigo o colega?',
        ends: ['Nada probable', 'Sumamente probable'],
        followUp: ['¿Qué deberíamos mejorar?', '¿Qué haría que fuera un 10?', '¿Qué es lo que más le gusta?'],
      },
      csat: {
        question: '¿Cómo califica su experiencia con {name}?',
        ends: ['Muy mala', 'Muy buena'],
        followUp: ['¿Qué salió mal?', '¿Qué pudo haber sido mejor?', '¿Qué fue lo que más le gustó?'],
      },
      ces: {
        question: '¿Qué tan fácil le resultó hacer lo que quería?',
        ends: ['Muy difícil', 'Muy fácil'],
        followUp: ['¿Qué lo hizo difícil?', '¿Qué lo habría hecho más fácil?', '¿Qué lo hizo fácil?'],
      },
      emoji: {
        question: '¿Cómo se siente en este momento?',
        ends: ['Muy mal', 'Muy bien'],
        followUp: ['¿Qué le molestó?', '¿Qué lo haría mejor?', '¿Qué le hizo sonreír?'],
      },
      thumbs: {
        question: '¿Le sirvió?',
        ends: ['No', 'Sí'],
        followUp: ['¿Qué le faltó?', '¿Qué le faltó?', '¿Qué fue lo que más le sirvió?'],
      },
      stars: {
        question: '¿Cuántas estrellas le da a {name}?',
        ends: ['Muy mal', 'Excelente'],
        followUp: ['¿Qué salió mal?', '¿Qué le falta para las cinco estrellas?', '¿Qué fue lo que más le gustó?'],
      },
      choice: { question: '¿Qué le trae hoy por aquí?', followUp: '¿Quiere agregar algo?' },
      text: { question: '¿Qué le cambiaría a {name}?' },
    },
  },
}
