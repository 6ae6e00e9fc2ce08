import type { Language } from './language.ts'

export const nl: Language = {
  texts: {
    card: 'Je mening',
    close: 'Sluiten',
    point: '{score} van {highest}',
    stars: { one: '{n} ster', other: '{n} sterren' },
    thumbsUp: 'Duim omhoog',
    thumbsDown: 'Duim omlaag',
    appeared: '{question} Druk op F6 om te antwoorden.',
    optional: 'Optioneel',
    send: 'Versturen',
    next: 'Volgende',
    back: 'Wijzigen',
    skip: 'Overslaan',
    chooseAny: 'Je kunt er meer kiezen',
    tab: 'Feedback',
  },
  thanks: 'Bedankt! We lezen elk antwoord.',
  other: 'Iets anders',
  links: ['Hulp vragen', 'Vertel meer', 'Schrijf een review'],
  kinds: {
    nps: {
      question: 'Hoe waarschijnlijk is het dat je {name} aanbeveelt aan een vriend of collega?',
      ends: ['Helemaal niet waarschijnlijk', 'Zeer waarschijnlijk'],
      followUp: ['Wat moeten we verbeteren?', 'Wat is er nodig voor een 10?', 'Wat vind je het beste?'],
    },
    csat: {
      question: 'Hoe was je ervaring met {name}?',
      ends: ['Heel slecht', 'Heel goed'],
      followUp: ['Wat ging er mis?', 'Wat had beter gekund?', 'Wat vond je het beste?'],
    },
    ces: {
      question: 'Hoe makkelijk was het om te doen wat je wilde?',
      ends: ['Heel moeilijk', 'Heel makkelijk'],
      followUp: ['Wat maakte het moeilijk?', 'Wat had het makkelijker gemaakt?', 'Wat maakte het makkelijk?'],
    },
    emoji: {
      question: 'Hoe voel je je op dit moment?',
      ends: ['Heel slecht', 'Heel goed'],
      followUp: ['Wat stoorde je?', 'Wat zou het beter maken?', 'Wat bracht je aan het lachen?'],
    },
    thumbs: {
      question: 'Was dit nuttig?',
      ends: ['Nee', 'Ja'],
      followUp: ['Wat ontbrak er?', 'Wat ontbrak er?', 'Wat hielp het meest?'],
    },
    stars: {
      question: 'Hoeveel sterren geef je {name}?',
      ends: ['Heel slecht', 'Uitstekend'],
      followUp: ['Wat ging er mis?', 'Wat is er nodig voor vijf sterren?', 'Wat vond je het beste?'],
    },
    choice: { question: 'Wat brengt je hier vandaag?', followUp: 'Wil je nog iets toevoegen?' },
    text: { question: 'Wat zou je veranderen aan {name}?' },
  },
}
