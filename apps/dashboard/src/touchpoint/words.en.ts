import type { Other, TouchpointWords } from './words.ts'

const toOther = (other: Other) => {
  if (other.is === 'rest') return 'everybody else'
  if (other.is === 'year') return 'the same days a year before'
  return other.days === 1 ? 'the day before' : `the ${other.days} days before`
}

export const touchpointEn: TouchpointWords = {
  path: 'Where this is',
  toJourney: 'The journey',
  unknown: {
    title: 'The journey has no such touchpoint',
    text: 'It may have been renamed or removed. Answers that its pages still send are kept: look for them under “Not on the map yet”.',
  },
  quiet: {
    title: 'Nobody has been asked here in these days',
    text: 'A question appears here once a prompt names this touchpoint and a page tells Pulso that a visitor has reached it. If there are older answers, more days show them.',
  },
  wholeYear: 'Look at the last year',
  audiences: { customer: 'Customers', employee: 'Employees', partner: 'Partners', supplier: 'Suppliers' },
  noteOfTruth: 'A contact that decides what people think of the whole.',
  view: {
    title: 'What is shown',
    interval: 'In steps of',
    intervals: { hour: 'Hours', day: 'Days', week: 'Weeks', month: 'Months' },
    intervalKeys: { hour: 'Show hours', day: 'Show days', week: 'Show weeks', month: 'Show months' },
    compare: 'Compared with',
    compared: { previous: 'The days before', year: 'A year before', none: 'Nothing' },
    lane: 'Whose answers',
    usualLane: 'Those that count',
    lanes: { production: 'Visitors', verified: 'Verified respondents', quarantine: 'In quarantine', test: 'Test traffic' },
    filter: { segment: 'Segment', prompt: 'Prompt', kind: 'Kind of question' },
    all: 'All',
    otherSegment: 'Everybody in no named segment',
    noSegment: 'No segment said',
    chosen: 'Only these answers',
    remove: (name, value) => `${name}: ${value}. Show all again`,
    clear: 'Show everything',
    otherDays: 'Other days…',
    from: 'First day',
    to: 'Last day',
    apply: 'Show these days',
    backwards: 'The first day lies after the last one.',
    tooLong: (days) => `At most ${days} days can be shown at once. Choose a later first day.`,
  },
  change: {
    different: (points, direction, other, least, most) =>
      `${points} points ${direction === 'higher' ? 'higher' : 'lower'} than ${toOther(other)}, beyond doubt: with 95% confidence between ${least} and ${most}.`,
    same: (other, low, high) =>
      `Cannot be told apart from ${toOther(other)}: with 95% confidence the difference is between ${low} and ${high} points.`,
    tooFew: (other, now, then) => `Too few answers to compare with ${toOther(other)}: ${now} against ${then}.`,
    nothing: (other) => `There are no answers of ${toOther(other)} to compare with.`,
    joint: (changes) =>
      `Judged with all ${changes} comparisons of this list together, so that no difference is found by looking often enough.`,
  },
  chart: {
    title: 'Over time',
    inWords: (kind, steps, lowest, highest, newest) =>
      `${kind} over time, ${steps === 1 ? 'one step' : `${steps} steps`} with answers: between ${lowest} and ${highest}, ${newest} in the last one. The numbers are in the table below.`,
    read: (score, low, high, answers) => `${score}, between ${low} and ${high} · ${answers}`,
    silent: 'no answers',
    soFar: 'not over yet, or cut short by the range',
    tooFew: 'under 30 answers',
    legendBand: '95% interval',
    legendThin: 'Under 30 answers',
    legendTarget: 'Target',
    legendDrag: 'Drag across the chart to look closer.',
    table: 'The numbers as a table',
    columns: { step: 'When', score: 'Score', interval: '95% interval', answers: 'Answers', note: 'Note' },
    none: (shown) =>
      `Asked ${shown} times in these days, and nobody has answered. Look whether the question comes at a good moment, and whether something on the page covers it.`,
  },
  releases: {
    title: 'Releases in these days',
    around: 'Before and after',
    reading: 'Reading…',
    tooEarly: 'There are not enough whole days on either side yet.',
    before: (before, after, answersBefore, answersAfter) =>
      `${before} before (${answersBefore} answers), ${after} after (${answersAfter}).`,
    difference: (points, low, high) => `The difference is ${points} points; with 95% confidence between ${low} and ${high}.`,
    more: 'More about it',
  },
  distribution: 'How the answers are spread',
  funnel: {
    title: 'From coming by to finishing',
    ofPrevious: (share, low, high) => `${share} of the step before (between ${low} and ${high})`,
    step: 'Step',
    times: 'Times',
    share: 'Of the step before',
  },
  groups: {
    title: 'Side by side',
    by: 'Put side by side',
    bys: { segment: 'Segments', prompt: 'Prompts' },
    none: {
      segment:
        'Everybody who answered here is in one segment. Name segments in the settings of the site to see whether some are worse off.',
      prompt: 'Only one prompt has answers here.',
    },
    note: 'The lowest first, those with too few answers last. Each row shows the page for that group alone.',
    show: (name) => `Show only ${name}`,
    showAll: (name) => `${name} is shown alone: show everybody again`,
    more: (count) => `Show ${count} more`,
  },
  alerts: {
    title: 'Has anything changed?',
    through: (day) => `As of the end of ${day}. You may look as often as you like: that makes no false alarm likelier.`,
    states: {
      learning: (kind) => `${kind}: too few answers yet to tell a change from chance.`,
      steady: (kind) => `${kind}: nothing has changed that could be told from chance.`,
      lower: (kind) => `${kind} is lower than it was.`,
      higher: (kind) => `${kind} is higher than it was.`,
    },
    evidence: (evidence, needed) => `Evidence of a change: ${evidence}; an alarm takes ${needed}.`,
  },
  themes: {
    title: 'What people write about here',
    range: (range, days) => `Of the comments of ${range}: words are read for at most the last ${days} days, up to now.`,
    unfiltered: 'Of everybody who answered here: words are not read by segment, prompt or kind.',
    feel: 'How the comments feel',
    positive: 'positive',
    negative: 'negative',
    neither: 'neither, or not to be told',
    of: (count, text) => `of ${text} ${count === 1 ? 'comment' : 'comments'}`,
    shareOf: (share, low, high) => `${share} (between ${low} and ${high})`,
    counts: (here, allHere, elsewhere, allElsewhere) =>
      `in ${here} of ${allHere} comments here, in ${elsewhere} of ${allElsewhere} elsewhere and before`,
    examples: (theme) => `Comments with “${theme}”`,
    nothing: 'No word is written here more often than elsewhere, as far as that can be told from chance.',
    tooFew: (here, elsewhere, enough) =>
      `So far there are ${here} comments here and ${elsewhere} elsewhere and before. From ${enough} on either side on, it can be said what is written here in particular.`,
    notAll: (comments) => `The newest ${comments} comments were read.`,
    all: 'All comments with it',
    list: 'Words and phrases',
  },
  comments: { all: 'All responses of this touchpoint', empty: 'Nobody has written anything here in these days.' },
}
