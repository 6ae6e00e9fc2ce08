import type { AlertState, Audience, Lane, SeriesInterval } from '@pulso/protocol/types'
import type { Language } from '../preferences.ts'
import type { Compared, Filter, Grouping } from './page-query.ts'
import { touchpointEn } from './words.en.ts'
import { touchpointEs } from './words.es.ts'

type Advice = { title: string; text: string }

/** With what a score is compared, as sentences about it need it. */
export type Other = { is: 'previous'; days: number } | { is: 'year' } | { is: 'rest' }

/** What the page of a touchpoint says. Counts arrive twice where grammar needs it, as everywhere. */
export type TouchpointWords = {
  path: string
  toJourney: string
  unknown: Advice
  quiet: Advice
  wholeYear: string
  audiences: Record<Audience, string>
  noteOfTruth: string
  view: {
    title: string
    interval: string
    intervals: Record<SeriesInterval, string>
    /** What the key for it does. */
    intervalKeys: Record<SeriesInterval, string>
    compare: string
    compared: Record<Compared, string>
    lane: string
    usualLane: string
    lanes: Record<Lane, string>
    filter: Record<Filter, string>
    all: string
    /** What is in no segment that the site names. */
    otherSegment: string
    /** Of answers whose page said no segment. */
    noSegment: string
    chosen: string
    remove: (name: string, value: string) => string
    clear: string
    otherDays: string
    from: string
    to: string
    apply: string
    backwards: string
    tooLong: (days: string) => string
  }
  change: {
    /** All of the numbers without a sign. */
    different: (points: string, direction: 'higher' | 'lower', other: Other, least: string, most: string) => string
    /** Both ends with a sign. */
    same: (other: Other, low: string, high: string) => string
    tooFew: (other: Other, now: string, then: string) => string
    nothing: (other: Other) => string
    /** How many changes were looked at together, where that made the interval wider. */
    joint: (changes: string) => string
  }
  chart: {
    title: string
    inWords: (kind: string, steps: number, lowest: string, highest: string, newest: string) => string
    read: (score: string, low: string, high: string, answers: string) => string
    silent: string
    soFar: string
    tooFew: string
    legendBand: string
    legendThin: string
    legendTarget: string
    legendDrag: string
    table: string
    columns: { step: string; score: string; interval: string; answers: string; note: string }
    /** Shown so many times, and never answered. */
    none: (shown: string) => string
  }
  releases: {
    title: string
    around: string
    reading: string
    tooEarly: string
    before: (before: string, after: string, answersBefore: string, answersAfter: string) => string
    /** All three with a sign. */
    difference: (points: string, low: string, high: string) => string
    more: string
  }
  distribution: string
  funnel: { title: string; ofPrevious: (share: string, low: string, high: string) => string; step: string; times: string; share: string }
  groups: {
    title: string
    by: string
    bys: Record<Grouping, string>
    none: Record<Grouping, string>
    /** Above the list: how it is sorted and what a row does. */
    note: string
    show: (name: string) => string
    showAll: (name: string) => string
    more: (count: string) => string
  }
  alerts: {
    title: string
    through: (day: string) => string
    states: Record<AlertState, (kind: string) => string>
    evidence: (evidence: string, needed: string) => string
  }
  themes: {
    title: string
    range: (range: string, days: string) => string
    /** Where something is filtered by that these words are not. */
    unfiltered: string
    feel: string
    positive: string
    negative: string
    neither: string
    of: (count: number, text: string) => string
    shareOf: (share: string, low: string, high: string) => string
    counts: (here: string, allHere: string, elsewhere: string, allElsewhere: string) => string
    examples: (theme: string) => string
    nothing: string
    tooFew: (here: string, elsewhere: string, enough: string) => string
    notAll: (comments: string) => string
    all: string
    list: string
  }
  comments: { all: string; empty: string }
}

export const touchpointWords = { en: touchpointEn, es: touchpointEs } satisfies Record<Language, TouchpointWords>
