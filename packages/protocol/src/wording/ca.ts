import type { Language } from './language.ts'

export const ca: Language = {
  texts: {
    card: 'La teva opinió',
    close: 'Tanca',
    point: '{score} de {highest}',
    stars: { one: '{n} estrella', many: '{n} d’estrelles', other: '{n} estrelles' },
    thumbsUp: 'Polze amunt',
    thumbsDown: 'Polze avall',
    appeared: '{question} Prem F6 per respondre.',
    optional: 'Opcional',
    send: 'Envia',
    next: 'Següent',
    back: 'Canvia',
    skip: 'Omet',
    chooseAny: 'Pots triar-ne més d’una',
    tab: 'La teva opinió',
  },
  thanks: 'Gràcies! Llegim totes les respostes.',
  other: 'Una altra cosa',
  links: ['Demana ajuda', 'Explica’ns més', 'Escriu una ressenya'],
  kinds: {
    nps: {
      question: 'Amb quina probabilitat recomanaries {name} a un amic o company?',
      ends: ['Gens probable', 'Extremament probable'],
      followUp: ['Què hauríem de millorar?', 'Què faria que fos un 10?', 'Què és el que més t’agrada?'],
    },
    csat: {
      question: 'Com valores la teva experiència amb {name}?',
      ends: ['Molt dolenta', 'Molt bona'],
      followUp: ['Què ha fallat?', 'Què podria haver anat millor?', 'Què és el que més t’ha agradat?'],
    },
    ces: {
      question: 'T’ha resultat fàcil fer el que volies?',
      ends: ['Molt difícil', 'Molt fàcil'],
      followUp: ['Què ho ha fet difícil?', 'Què ho hauria fet més fàcil?', 'Què ho ha fet fàcil?'],
    },
    emoji: {
      question: 'Com et sents ara mateix?',
      ends: ['Molt malament', 'Molt bé'],
      followUp: ['Què t’ha molestat?', 'Què ho faria millor?', 'Què t’ha fet somriure?'],
    },
    thumbs: {
      question: 'T’ha servit?',
      ends: ['No', 'Sí'],
      followUp: ['Què hi ha faltat?', 'Què hi ha faltat?', 'Què és el que més t’ha servit?'],
    },
    stars: {
      question: 'Quantes estrelles donaries a {name}?',
      ends: ['Molt malament', 'Excel·lent'],
      followUp: ['Què ha fallat?', 'Què li falta per a les cinc estrelles?', 'Què és el que més t’ha agradat?'],
    },
    choice: { question: 'Què et porta avui per aquí?', followUp: 'Vols afegir-hi alguna cosa?' },
    text: { question: 'Què canviaries de {name}?' },
  },
}
