import type { Language } from './language.ts'

export const fr: Language = {
  texts: {
    card: 'Votre avis',
    close: 'Fermer',
    point: '{score} sur {highest}',
    stars: { one: '{n} étoile', many: '{n} d’étoiles', other: '{n} étoiles' },
    thumbsUp: 'Pouce en haut',
    thumbsDown: 'Pouce en bas',
    appeared: '{question} Appuyez sur F6 pour répondre.',
    optional: 'Facultatif',
    send: 'Envoyer',
    next: 'Suivant',
    back: 'Modifier',
    skip: 'Passer',
    chooseAny: 'Plusieurs réponses possibles',
    tab: 'Votre avis',
  },
  thanks: 'Merci ! Nous lisons toutes les réponses.',
  other: 'Autre chose',
  links: ['Obtenir de l’aide', 'Nous en dire plus', 'Écrire un avis'],
  kinds: {
    nps: {
      question: 'Quelle est la probabilité que vous recommandiez {name} à un ami ou à un collègue ?',
      ends: ['Pas du tout probable', 'Extrêmement probable'],
      followUp: ['Que devrions-nous améliorer ?', 'Que faudrait-il pour un 10 ?', 'Qu’appréciez-vous le plus ?'],
    },
    csat: {
      question: 'Comment s’est passée votre expérience avec {name} ?',
      ends: ['Très mal', 'Très bien'],
      followUp: ['Qu’est-ce qui n’a pas marché ?', 'Qu’est-ce qui aurait pu être mieux ?', 'Qu’avez-vous le plus apprécié ?'],
    },
    ces: {
      question: 'Vous a-t-il été facile de faire ce que vous vouliez ?',
      ends: ['Très difficile', 'Très facile'],
      followUp: ['Qu’est-ce qui a été difficile ?', 'Qu’est-ce qui aurait été plus simple ?', 'Qu’est-ce qui a facilité les choses ?'],
    },
    emoji: {
      question: 'Comment vous sentez-vous en ce moment ?',
      ends: ['Très mal', 'Très bien'],
      followUp: ['Qu’est-ce qui vous a gêné ?', 'Qu’est-ce qui serait mieux ?', 'Qu’est-ce qui vous a fait sourire ?'],
    },
    thumbs: {
      question: 'Cela vous a-t-il aidé ?',
      ends: ['Non', 'Oui'],
      followUp: ['Que manquait-il ?', 'Que manquait-il ?', 'Qu’est-ce qui vous a le plus aidé ?'],
    },
    stars: {
      question: 'Combien d’étoiles donnez-vous à {name} ?',
      ends: ['Très mauvais', 'Excellent'],
      followUp: ['Qu’est-ce qui n’a pas marché ?', 'Que manque-t-il pour cinq étoiles ?', 'Qu’avez-vous le plus apprécié ?'],
    },
    choice: { question: 'Qu’est-ce qui vous amène aujourd’hui ?', followUp: 'Souhaitez-vous ajouter quelque chose ?' },
    text: { question: 'Que changeriez-vous à {name} ?' },
  },
}
