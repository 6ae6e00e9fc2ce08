import type { Language } from './language.ts'

export const de: Language = {
  texts: {
    card: 'Ihre Meinung',
    close: 'Schließen',
    point: '{score} von {highest}',
    stars: { one: '{n} Stern', other: '{n} Sterne' },
    thumbsUp: 'Daumen hoch',
    thumbsDown: 'Daumen runter',
    appeared: '{question} Zum Antworten F6 drücken.',
    optional: 'Freiwillig',
    send: 'Senden',
    next: 'Weiter',
    back: 'Ändern',
    skip: 'Überspringen',
    chooseAny: 'Mehrere Antworten sind möglich',
    tab: 'Feedback',
  },
  thanks: 'Danke! Wir lesen jede Antwort.',
  other: 'Etwas anderes',
  links: ['Hilfe holen', 'Mehr erzählen', 'Bewertung schreiben'],
  kinds: {
    nps: {
      question: 'Wie wahrscheinlich ist es, dass Sie {name} im Freundes- oder Kollegenkreis weiterempfehlen?',
      ends: ['Überhaupt nicht wahrscheinlich', 'Äußerst wahrscheinlich'],
      followUp: ['Was sollten wir verbessern?', 'Was fehlt zur 10?', 'Was gefällt Ihnen am besten?'],
    },
    csat: {
      question: 'Wie war Ihre Erfahrung mit {name}?',
      ends: ['Sehr schlecht', 'Sehr gut'],
      followUp: ['Was lief schief?', 'Was hätte besser sein können?', 'Was hat Ihnen am besten gefallen?'],
    },
    ces: {
      question: 'Wie leicht war es, Ihr Anliegen zu erledigen?',
      ends: ['Sehr schwer', 'Sehr leicht'],
      followUp: ['Was hat es schwer gemacht?', 'Was hätte es leichter gemacht?', 'Was hat es leicht gemacht?'],
    },
    emoji: {
      question: 'Wie fühlen Sie sich gerade?',
      ends: ['Sehr schlecht', 'Sehr gut'],
      followUp: ['Was hat Sie gestört?', 'Was würde es besser machen?', 'Was hat Sie zum Lächeln gebracht?'],
    },
    thumbs: {
      question: 'War das hilfreich?',
      ends: ['Nein', 'Ja'],
      followUp: ['Was hat gefehlt?', 'Was hat gefehlt?', 'Was hat am meisten geholfen?'],
    },
    stars: {
      question: 'Wie viele Sterne geben Sie {name}?',
      ends: ['Sehr schlecht', 'Ausgezeichnet'],
      followUp: ['Was lief schief?', 'Was fehlt zu fünf Sternen?', 'Was hat Ihnen am besten gefallen?'],
    },
    choice: { question: 'Was führt Sie heute hierher?', followUp: 'Möchten Sie etwas hinzufügen?' },
    text: { question: 'Was würden Sie an {name} ändern?' },
  },
}
