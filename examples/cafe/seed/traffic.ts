import type { Kind } from '@pulso/protocol/types'

/** How one touchpoint of the café lives: how often its prompt shows, what becomes of it, and what people answer. */
export interface TouchpointTraffic {
  touchpoint: string
  promptId: string
  kind: Kind
  scaleMax: number
  /** Showings on an average day, once the café had grown to its size of today. */
  shownPerDay: number
  /** Which hours it is busy: at the bar, at any waking hour on the web, when shifts end, or when goods are brought. */
  rhythm: 'bar' | 'web' | 'shift' | 'goods'
  /** Of every hundred showings: left alone, dismissed, answered, answered to the end. */
  outcomes: readonly [shown: number, dismissed: number, answered: number, completed: number]
  /** How often each score is given, from the lowest of the scale up. */
  scores: readonly number[]
  /** The part of those who went to the end that also wrote something, by how happy they were. */
  writes: { low: number; mid: number; high: number }
  /** How many days it has existed, when not for ever. */
  openForDays?: number
  /** The part of those asked who are of the club (see `club.ts`); the others drop in. Not given: no customers, who belong to no segment and are anonymous. */
  club?: number
}

/**
 * The café's story in numbers. The coffee is loved, the payment is good when
 * nobody touches it, help is where it hurts, and the rooftop tables have only
 * just got their codes, so there is not enough to say about them yet. Staff,
 * couriers and the roaster are few, and say little: their margins are wide.
 */
export const TRAFFIC: readonly TouchpointTraffic[] = [
  {
    touchpoint: 'menu',
    promptId: 'menu',
    kind: 'emoji',
    scaleMax: 5,
    shownPerDay: 21,
    rhythm: 'web',
    outcomes: [41, 33, 8, 18],
    scores: [3, 8, 20, 40, 29],
    club: 0.2,
    writes: { low: 0.5, mid: 0.3, high: 0.25 },
  },
  {
    touchpoint: 'choose',
    promptId: 'choose',
    kind: 'csat',
    scaleMax: 5,
    shownPerDay: 13,
    rhythm: 'web',
    outcomes: [34, 28, 12, 26],
    scores: [4, 9, 19, 38, 30],
    club: 0.25,
    writes: { low: 0.55, mid: 0.35, high: 0.2 },
  },
  {
    touchpoint: 'checkout',
    promptId: 'checkout',
    kind: 'csat',
    scaleMax: 5,
    shownPerDay: 18,
    rhythm: 'web',
    outcomes: [22, 19, 17, 42],
    scores: [2, 4, 9, 37, 48],
    club: 0.25,
    writes: { low: 0.7, mid: 0.4, high: 0.2 },
  },
  {
    touchpoint: 'pickup',
    promptId: 'pickup',
    kind: 'emoji',
    scaleMax: 3,
    shownPerDay: 14,
    rhythm: 'bar',
    outcomes: [30, 17, 16, 37],
    scores: [6, 16, 78],
    club: 0.25,
    writes: { low: 0.65, mid: 0.35, high: 0.3 },
  },
  {
    touchpoint: 'coffee',
    promptId: 'coffee',
    kind: 'emoji',
    scaleMax: 5,
    shownPerDay: 10,
    rhythm: 'bar',
    outcomes: [8, 6, 20, 66],
    scores: [1, 3, 8, 30, 58],
    club: 0.45,
    writes: { low: 0.7, mid: 0.45, high: 0.4 },
  },
  {
    touchpoint: 'terrace',
    promptId: 'terrace',
    kind: 'csat',
    scaleMax: 5,
    shownPerDay: 1.4,
    rhythm: 'bar',
    outcomes: [12, 10, 18, 60],
    scores: [3, 6, 18, 33, 40],
    club: 0.45,
    writes: { low: 0.8, mid: 0.5, high: 0.5 },
    openForDays: 12,
  },
  {
    touchpoint: 'help',
    promptId: 'help',
    kind: 'csat',
    scaleMax: 5,
    shownPerDay: 5.5,
    rhythm: 'web',
    outcomes: [22, 14, 16, 48],
    // Of those who drop in; the club is looked after (see `club.ts`).
    scores: [27, 26, 20, 19, 8],
    club: 0.4,
    writes: { low: 0.75, mid: 0.5, high: 0.3 },
  },
  {
    touchpoint: 'recommend',
    promptId: 'recommend',
    kind: 'nps',
    scaleMax: 10,
    shownPerDay: 11,
    rhythm: 'web',
    outcomes: [12, 13, 20, 55],
    scores: [1, 1, 1, 2, 2, 4, 5, 12, 19, 24, 29],
    club: 0.6,
    writes: { low: 0.7, mid: 0.5, high: 0.45 },
  },
  {
    touchpoint: 'courier',
    promptId: 'courier',
    kind: 'ces',
    scaleMax: 7,
    shownPerDay: 0.9,
    rhythm: 'bar',
    outcomes: [30, 20, 28, 22],
    scores: [8, 12, 14, 16, 20, 20, 10],
    writes: { low: 0.8, mid: 0.5, high: 0.4 },
  },
  {
    touchpoint: 'beans',
    promptId: 'beans',
    kind: 'csat',
    scaleMax: 5,
    shownPerDay: 0.28,
    rhythm: 'goods',
    outcomes: [20, 5, 30, 45],
    scores: [1, 3, 12, 40, 44],
    writes: { low: 0.9, mid: 0.6, high: 0.5 },
  },
  {
    // Why help hurts: who gives it lacks what it takes.
    touchpoint: 'desk',
    promptId: 'desk',
    kind: 'csat',
    scaleMax: 5,
    shownPerDay: 0.5,
    rhythm: 'shift',
    outcomes: [12, 6, 30, 52],
    scores: [24, 24, 22, 20, 10],
    writes: { low: 0.8, mid: 0.6, high: 0.5 },
  },
  {
    touchpoint: 'shift',
    promptId: 'shift',
    kind: 'nps',
    scaleMax: 10,
    shownPerDay: 0.8,
    rhythm: 'shift',
    outcomes: [14, 8, 30, 48],
    scores: [2, 2, 3, 5, 6, 10, 12, 17, 17, 15, 11],
    writes: { low: 0.7, mid: 0.5, high: 0.5 },
  },
]

/** Sunday to Saturday, 1 is an average day. */
export const WEEKDAY_WEIGHTS = [1.02, 0.82, 0.86, 0.92, 0.98, 1.14, 1.26] as const

/**
 * Midnight to midnight: the bar opens from eight to nine, with a breakfast and an afternoon peak; the web never quite sleeps.
 * Shifts end in the afternoon and when the chairs are up; goods come before the breakfast.
 */
export const HOUR_WEIGHTS: Record<TouchpointTraffic['rhythm'], readonly number[]> = {
  bar: [0, 0, 0, 0, 0, 0, 0, 0, 8, 14, 15, 12, 8, 6, 5, 8, 12, 14, 10, 6, 2, 0, 0, 0],
  web: [1, 0.4, 0.2, 0.1, 0.1, 0.3, 1, 4, 9, 12, 11, 9, 7, 6, 6, 8, 10, 11, 9, 7, 5, 5, 4, 2],
  shift: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 8, 1, 0, 0, 2, 10, 3, 0, 0],
  goods: [0, 0, 0, 0, 0, 0, 0, 8, 10, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}

/** Half a year ago the café had just opened, to a third of today's custom; ninety days ago it had about two thirds. */
export const GROWTH = { first: 0.72, last: 1.12 } as const

/**
 * The release that broke the card form, and its repair, in days before today.
 * Both lie inside the last thirty days, so the weekly and the monthly view differ.
 */
export const PAYMENT_TROUBLE = {
  touchpoint: 'checkout',
  sinceDaysAgo: 26,
  untilDaysAgo: 12,
  scores: [22, 21, 22, 23, 12],
} as const
