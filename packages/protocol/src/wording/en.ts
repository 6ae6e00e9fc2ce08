import type { Language } from './language.ts'

export const en: Language = {
  texts: {
    card: 'Your opinion',
    close: 'Close',
    point: '{score} out of {highest}',
    stars: { one: '{n} star', other: '{n} stars' },
    thumbsUp: 'Thumbs up',
    thumbsDown: 'Thumbs down',
    appeared: '{question} Press F6 to answer.',
    optional: 'Optional',
    send: 'Send',
    next: 'Next',
    back: 'Change',
    skip: 'Skip',
    chooseAny: 'Choose as many as you like',
    tab: 'Feedback',
  },
  thanks: 'Thank you! Every answer is read.',
  other: 'Something else',
  links: ['Get help', 'Tell us more', 'Write a review'],
  kinds: {
    nps: {
      question: 'How likely are you to recommend {name} to a friend or colleague?',
      ends: ['Not at all likely', 'Extremely likely'],
      followUp: ['What should we improve?', 'What would make it a 10?', 'What do you like most?'],
    },
    csat: {
      question: 'How was your experience with {name}?',
      ends: ['Very bad', 'Very good'],
      followUp: ['What went wrong?', 'What could have been better?', 'What did you like most?'],
    },
    ces: {
      question: 'How easy was it to do what you came for?',
      ends: ['Very difficult', 'Very easy'],
      followUp: ['What made it difficult?', 'What would have made it easier?', 'What made it easy?'],
    },
    emoji: {
      question: 'How do you feel right now?',
      ends: ['Very bad', 'Very good'],
      followUp: ['What bothered you?', 'What would make it better?', 'What made you smile?'],
    },
    thumbs: {
      question: 'Was this helpful?',
      ends: ['No', 'Yes'],
      followUp: ['What was missing?', 'What was missing?', 'What helped you most?'],
    },
    stars: {
      question: 'How many stars would you give {name}?',
      ends: ['Very bad', 'Excellent'],
      followUp: ['What went wrong?', 'What would make it five stars?', 'What did you like most?'],
    },
    choice: { question: 'What brought you here today?', followUp: 'Would you like to add anything?' },
    text: { question: 'What would you change about {name}?' },
  },
}
