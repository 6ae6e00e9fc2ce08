import type { Words } from './words.ts'

export const en: Words = {
  skipToContent: 'Skip to the scores',
  loading: 'Reading the scores…',
  tryAgain: 'Try again',
  signIn: {
    checking: 'Signing you in…',
    signedOut: {
      never: {
        title: 'Sign in with a link',
        text: 'There are no passwords here: a link opens the dashboard once, then this browser is remembered.',
      },
      'link-spent': {
        title: 'This link has been used or has expired',
        text: 'A sign-in link works once and not for long. Ask for a new one.',
      },
      left: { title: 'You have signed out', text: 'This browser no longer has access. To come back, use a new link.' },
    },
    unreachable: {
      title: 'Pulso does not answer',
      text: 'Look whether it is still running and whether you are online; then try again. Nothing is lost.',
    },
    howTo: 'For a new link, run this again where Pulso is installed and open the dashboard address that it prints:',
  },
  noSite: {
    title: 'No site yet',
    text: 'You are signed in, but there is no site to look at. This command makes one and prints its addresses:',
  },
  unknownPage: { title: 'There is nothing at this address', text: 'It may have been mistyped or moved.', goHome: 'Go to the journey' },
  siteMissing: { title: 'This site is not among yours', text: 'It may have been renamed, or you may need to be invited to it.' },
  siteUnreachable: {
    title: 'The scores cannot be read right now',
    text: 'Pulso does not answer. Look whether it is still running; this page keeps trying by itself.',
  },
  siteBroken: {
    title: 'Pulso gave an answer that makes no sense here',
    text: 'It may have just been upgraded: reload this page. If that does not help, look at its log.',
  },
  topBar: {
    site: 'Site',
    range: 'Range',
    ranges: {
      7: { short: '7 d', long: 'last 7 days' },
      30: { short: '30 d', long: 'last 30 days' },
      90: { short: '90 d', long: 'last 90 days' },
      365: { short: '1 y', long: 'last year' },
    },
    settings: 'Settings',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    signOut: 'Sign out',
  },
  connection: { connecting: 'Connecting…', live: 'Live', reconnecting: 'Reconnecting…', offline: 'Offline' },
  numbersFrom: (clock) => `Numbers from ${clock}`,
  demo: (count, text) =>
    `This site holds ${text} seeded demo ${count === 1 ? 'response' : 'responses'}, answered or only shown, mixed into these scores.`,
  demoRemove: 'To remove them:',
  otherEnvironment: {
    test: (count, text) => `${text} test ${count === 1 ? 'answer' : 'answers'} in this range, kept apart from every score.`,
    production: (count, text) => `${text} real ${count === 1 ? 'answer' : 'answers'} in this range, not part of this test view.`,
  },
  overview: {
    title: 'At a glance',
    nps: 'Recommendation (NPS)',
    npsPooled: (touchpoints) => `Pooled from ${touchpoints} touchpoints`,
    npsInWords: (site, promoters, detractors) => `Of every 100 people, ${promoters} would recommend ${site} and ${detractors} would not.`,
    npsTooFew: (answers, enough) =>
      `${answers === 1 ? 'One person has' : `${answers} people have`} answered so far. From ${enough} on, this score is worth acting on.`,
    npsNotAsked: 'No touchpoint has asked for a recommendation in this range.',
    answers: 'Answers',
    answersNote: (shown, comments) => `of ${shown} shown · ${comments} with a comment`,
    responseRate: 'Response rate',
    responseRateNote: 'of the people who were asked',
    sure: (low, high) => `95% sure: between ${low} and ${high}`,
  },
  journey: {
    title: 'The journey',
    phases: { before: 'Before', during: 'During', after: 'After' },
    stageIsEmpty: 'Nobody is asked at this stage yet.',
    unmapped: 'Not on the map yet',
    unmappedNote: 'Answers from touchpoints that the journey does not name. Add them to the journey to give them a place.',
    legend: 'How to read the bars',
    legendTones: { worst: 'Unhappy', middle: 'In between', best: 'Happy' },
    legendMargin: 'Score and its 95% margin',
    legendTarget: 'Target',
  },
  touchpoint: {
    momentOfTruth: 'Moment of truth',
    momentOfTruthNote: 'A contact that decides what people think of the whole.',
    channels: { digital: 'Digital', physical: 'Physical', personal: 'In person' },
    noAnswers: 'No answers yet',
    neverShown: 'Nobody has been asked here in this range.',
    notEnough: 'Not enough data',
    answers: (count, text) => `${text} ${count === 1 ? 'answer' : 'answers'}`,
    target: (target) => `Target ${target}`,
    verdicts: { met: 'met', missed: 'missed', open: 'unclear' },
    shown: 'Shown',
    answered: 'Answered',
    completed: 'Finished',
    inDetail: 'In detail',
    interval: (low, high) => `With 95% confidence the score lies between ${low} and ${high}.`,
    leftOut: (dismissed, unanswered) => `Not counted: ${dismissed} dismissed, ${unanswered} left unanswered.`,
    scoreColumn: 'Answer',
    answersColumn: 'People',
    shareColumn: 'Share',
    scoreInWords: (name, score, margin) => `${name} ${score}, give or take ${margin}`,
  },
  kinds: {
    nps: {
      name: 'NPS',
      formula: () =>
        'The percentage who answer 9 or 10 minus the percentage who answer 0 to 6, on a scale from 0 to 10. It goes from −100 to +100.',
    },
    csat: {
      name: 'Satisfaction',
      formula: (topFrom, scaleMax) => `The percentage who answer ${toTop(topFrom, scaleMax)}, on a scale from 1 to ${scaleMax}.`,
    },
    emoji: {
      name: 'Mood',
      formula: (topFrom, scaleMax) =>
        `The percentage who choose ${topFrom === scaleMax ? 'the happiest' : 'one of the two happiest'} of ${scaleMax} faces.`,
    },
  },
  npsGroups: { worst: 'Detractors', middle: 'Passives', best: 'Promoters' },
  tones: { worst: 'very unhappy', bad: 'unhappy', middle: 'in between', good: 'happy', best: 'very happy' },
  comments: {
    title: 'Newest comments',
    empty: { title: 'No comments yet', text: 'They appear here by themselves as people write them.' },
    older: 'Show older comments',
    whole: 'Show the whole comment',
    scored: (score, scaleMax) => `${score} of ${scaleMax}`,
    demo: 'demo',
  },
  install: {
    title: 'Ask your first question',
    text: 'Put this line into your pages, then say where a visitor has got to:',
    snippet: 'Script for your pages',
    call: (touchpoint) => `Call for the touchpoint ${touchpoint}`,
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Select it and copy it by hand',
    waiting: 'Waiting for the first answer… this page moves on by itself.',
    quiet: { title: 'Nothing was asked in this range', text: 'If there are older answers, a longer range shows them.' },
    wholeYear: 'Look at the last year',
  },
  news: (answers, touchpoints) => `${answers === 1 ? 'A new answer' : `${answers} new answers`}: ${touchpoints}.`,
}

function toTop(topFrom: number, scaleMax: number): string {
  return topFrom === scaleMax ? `${scaleMax}` : `${topFrom} or ${scaleMax}`
}
