import type { Kind } from '@pulso/protocol/types'

/** How one touchpoint lives where nothing is planted. */
export interface PlantedTraffic {
  touchpoint: string
  kind: Kind
  scaleMax: number
  lowest: number
  /** How much of the whole traffic, relative to the others. */
  weight: number
  /** How often each score, or option, is given, from the lowest up. */
  scores: readonly number[]
}

/** In the order of the journey. Each is asked by the prompt of its own name. */
export const TRAFFIC: readonly PlantedTraffic[] = [
  { touchpoint: 'ad', kind: 'thumbs', scaleMax: 1, lowest: 0, weight: 14, scores: [35, 65] },
  { touchpoint: 'home', kind: 'emoji', scaleMax: 5, lowest: 1, weight: 14, scores: [4, 8, 20, 40, 28] },
  { touchpoint: 'catalogue', kind: 'stars', scaleMax: 5, lowest: 1, weight: 12, scores: [4, 8, 18, 40, 30] },
  { touchpoint: 'compare', kind: 'choice', scaleMax: 10, lowest: 0, weight: 7, scores: [50, 30, 20] },
  { touchpoint: 'cart', kind: 'ces', scaleMax: 7, lowest: 1, weight: 10, scores: [2, 4, 6, 12, 24, 32, 20] },
  { touchpoint: 'payment', kind: 'csat', scaleMax: 5, lowest: 1, weight: 14, scores: [2, 4, 9, 37, 48] },
  { touchpoint: 'delivery', kind: 'csat', scaleMax: 5, lowest: 1, weight: 12, scores: [3, 6, 12, 39, 40] },
  { touchpoint: 'help', kind: 'ces', scaleMax: 7, lowest: 1, weight: 4, scores: [3, 5, 8, 14, 25, 28, 17] },
  { touchpoint: 'returns', kind: 'csat', scaleMax: 5, lowest: 1, weight: 3, scores: [6, 9, 18, 37, 30] },
  { touchpoint: 'recommend', kind: 'nps', scaleMax: 10, lowest: 0, weight: 10, scores: [1, 1, 1, 2, 3, 5, 7, 13, 19, 24, 24] },
]

/** Midnight to midnight: a shop on the web never quite sleeps. */
export const HOUR_WEIGHTS = [1, 0.4, 0.2, 0.1, 0.1, 0.3, 1, 4, 9, 12, 11, 9, 7, 6, 6, 8, 10, 11, 9, 7, 5, 5, 4, 2] as const
/** Of every hundred showings: left alone, dismissed, answered, answered to the end. */
export const OUTCOMES = [28, 20, 20, 32] as const
/** The same where nobody answers. */
export const SILENT_OUTCOMES = [62, 38, 0, 0] as const
/** How many of those who go to the end also write something. */
export const WRITES = 0.3
/** How many visitors of payment and recommendation come under a pseudonym. */
export const KNOWN = 0.5
