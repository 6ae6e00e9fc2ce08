import type { Language } from './language.ts'

export const it: Language = {
  texts: {
    card: 'La tua opinione',
    close: 'Chiudi',
    point: '{score} su {highest}',
    stars: { one: '{n} stella', many: '{n} di stelle', other: '{n} stelle' },
    thumbsUp: 'Pollice in su',
    thumbsDown: 'Pollice in giù',
    appeared: '{question} Premi F6 per rispondere.',
    optional: 'Facoltativo',
    send: 'Invia',
    next: 'Avanti',
    back: 'Modifica',
    skip: 'Salta',
    chooseAny: 'Puoi sceglierne più di una',
    tab: 'La tua opinione',
  },
  thanks: 'Grazie! Leggiamo tutte le risposte.',
  other: 'Altro',
  links: ['Chiedi aiuto', 'Raccontaci di più', 'Scrivi una recensione'],
  kinds: {
    nps: {
      question: 'Con quale probabilità consiglieresti {name} a un amico o collega?',
      ends: ['Per niente probabile', 'Estremamente probabile'],
      followUp: ['Che cosa dovremmo migliorare?', 'Che cosa lo renderebbe un 10?', 'Che cosa ti piace di più?'],
    },
    csat: {
      question: 'Com’è stata la tua esperienza con {name}?',
      ends: ['Pessima', 'Ottima'],
      followUp: ['Che cosa è andato storto?', 'Che cosa poteva andare meglio?', 'Che cosa ti è piaciuto di più?'],
    },
    ces: {
      question: 'È stato facile fare quello che volevi?',
      ends: ['Molto difficile', 'Molto facile'],
      followUp: ['Che cosa lo ha reso difficile?', 'Che cosa lo avrebbe reso più facile?', 'Che cosa lo ha reso facile?'],
    },
    emoji: {
      question: 'Come ti senti in questo momento?',
      ends: ['Molto male', 'Molto bene'],
      followUp: ['Che cosa ti ha dato fastidio?', 'Che cosa lo renderebbe migliore?', 'Che cosa ti ha fatto sorridere?'],
    },
    thumbs: {
      question: 'Ti è stato utile?',
      ends: ['No', 'Sì'],
      followUp: ['Che cosa mancava?', 'Che cosa mancava?', 'Che cosa ti è stato più utile?'],
    },
    stars: {
      question: 'Quante stelle daresti a {name}?',
      ends: ['Pessimo', 'Eccellente'],
      followUp: ['Che cosa è andato storto?', 'Che cosa manca per cinque stelle?', 'Che cosa ti è piaciuto di più?'],
    },
    choice: { question: 'Che cosa ti porta qui oggi?', followUp: 'Vuoi aggiungere qualcosa?' },
    text: { question: 'Che cosa cambieresti di {name}?' },
  },
}
