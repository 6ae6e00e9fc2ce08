import type { AskReason, Channel, Emotion, Kind, Lane, Phase, Reason, Redaction, Sentiment } from '@pulso/protocol/types'
import type { Tone, Verdict } from '../format/segments.ts'
import type { Connection } from '../live/live-socket.ts'
import type { Theme } from '../preferences.ts'
import type { Failure } from '../request.ts'
import type { RangeDays } from '../route.ts'
import type { SessionState } from '../session.ts'
import type { NamedSection } from '../site/named-sections.ts'

type SignedOut = Extract<SessionState, { is: 'signed-out' }>['because']
type Advice = { title: string; text: string }

/**
 * Everything the dashboard says. One dictionary per language implements it
 * whole: a missing or misspelt key is a type error. Counts arrive twice where
 * grammar needs it: as a number for the plural and as text for the eye.
 */
export type Words = {
  skipToContent: string
  nav: { label: string; sections: Record<NamedSection, string> }
  connectionPaused: string
  pause: string
  goOn: string
  reload: string
  pageMissing: Advice
  /** Of what was refused because somebody else was quicker. */
  overtaken: { title: string; text: string }
  failures: Record<Failure, Advice>
  controls: {
    undo: string
    close: string
    cancel: string
    save: string
    saving: string
    discard: string
    unsaved: string
    leaveUnsaved: string
    keys: string
    showKeys: string
    /** Keys that are not what they print, by `KeyboardEvent.key`. */
    keyNames: Record<string, string>
  }
  loading: string
  tryAgain: string
  signIn: {
    checking: string
    signedOut: Record<SignedOut, Advice>
    unreachable: Advice
    /** Of what is behind a session that has ended. */
    stays: string
    howTo: string
  }
  unknownPage: Advice & { goHome: string }
  siteMissing: Advice
  siteUnreachable: Advice
  siteBroken: Advice
  topBar: {
    site: string
    newSite: string
    range: string
    ranges: Record<RangeDays, { short: string; long: string }>
    preferences: string
    language: string
    theme: string
    themes: Record<Theme, string>
    shortcuts: string
    shortcutsNote: string
    signOut: string
  }
  connection: Record<Connection, string>
  numbersFrom: (clock: string) => string
  demo: (count: number, text: string) => string
  demoRemove: string
  /** Answers that are kept and are not in the scores on this screen, by where they count. */
  otherLanes: Record<Lane, (count: number, text: string) => string>
  overview: {
    title: string
    nps: string
    npsPooled: (touchpoints: number) => string
    /** Promoters and detractors, of every hundred people. */
    npsInWords: (site: string, promoters: number, detractors: number) => string
    /** The same where customers were not asked: what employees or partners recommend is not what is sold. */
    npsInWordsOfOthers: (promoters: number, detractors: number) => string
    npsTooFew: (answers: number, enough: number) => string
    npsNotAsked: string
    answers: string
    answersNote: (shown: string, comments: string) => string
    responseRate: string
    responseRateNote: string
    sure: (low: string, high: string) => string
  }
  journey: {
    title: string
    phases: Record<Phase, string>
    stageIsEmpty: string
    unmapped: string
    unmappedNote: string
    /** Above the list of their names. */
    unmappedKeys: string
    legend: string
    legendTones: { worst: string; middle: string; best: string }
    legendMargin: string
    legendTarget: string
  }
  findings: {
    title: string
    nothing: string
    noStandards: string
    /** Whether a line of the list is so beyond doubt, also when it is considered how many touchpoints were looked at. */
    certain: string
    uncertain: string
    below: (kind: string, score: string, target: string) => string
    reach: Record<'reached' | 'shown', (count: number, text: string) => string>
    sure: (percent: string) => string
    /** Beside what is to be fixed: it may be fixed already. */
    betterSince: (day: string) => string
    changes: string
    since: (day: string) => string
    lower: (kind: string) => string
    higher: (kind: string) => string
    /** All of them without a sign. */
    by: (points: string, least: string, most: string) => string
    near: (releases: string) => string
  }
  touchpoint: {
    momentOfTruth: string
    momentOfTruthNote: string
    channels: Record<Channel, string>
    noAnswers: string
    neverShown: string
    notEnough: string
    answers: (count: number, text: string) => string
    target: (target: string) => string
    verdicts: Record<Verdict, string>
    /** How many are asked, where the touchpoint has a wished margin, and why. */
    asking: Record<AskReason, (share: string, margin: string) => string>
    reached: string
    eligible: string
    /** Why the two above are not there. */
    reachInPart: string
    shown: string
    answered: string
    completed: string
    heldBack: string
    heldBackColumn: string
    dropped: (count: number, text: string) => string
    timesColumn: string
    inDetail: string
    interval: (low: string, high: string) => string
    leftOut: (dismissed: string, unanswered: string) => string
    scoreColumn: string
    optionColumn: string
    answersColumn: string
    shareColumn: string
    scoreInWords: (name: string, score: string, margin: string) => string
    /** Where the interval does not lie evenly about the score, or of too few answers. */
    scoreBetween: (name: string, score: string, low: string, high: string) => string
  }
  kinds: Record<Kind, { name: string; formula: (topFrom: number, scaleMax: number) => string }>
  /** Why a prompt was not asked, as a team would say it. */
  reasons: Record<Reason, string>
  options: { other: string; nameless: (place: string) => string }
  thumbs: { down: string; up: string }
  npsGroups: { worst: string; middle: string; best: string }
  tones: Record<Tone, string>
  comments: {
    title: string
    empty: Advice
    older: string
    whole: string
    scored: (score: string, scaleMax: string) => string
    demo: string
    chose: (options: string) => string
    /** How the words of a comment sound; with their emotion, where they speak of one. */
    sounds: Record<NonNullable<Sentiment['label']>, string>
    emotions: Record<Emotion, string>
    /** In place of what was taken out of a comment before it was stored. */
    redacted: Record<Redaction, string>
  }
  exports: { title: string; csv: string; ndjson: string }
  install: {
    title: string
    text: string
    go: string
    copy: string
    copied: string
    copyFailed: string
    quiet: Advice
    wholeYear: string
  }
  news: (answers: number, touchpoints: string) => string
}
