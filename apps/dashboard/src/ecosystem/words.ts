import type { Association, AudienceReport, RecommendationClass } from '@pulso/protocol/types'
import type { Language } from '../preferences.ts'
import type { Destination } from './migration-flows.ts'
import { ecosystemEn } from './words.en.ts'
import { ecosystemEs } from './words.es.ts'

type Audience = AudienceReport['audience']
type Advice = { title: string; text: string }

/** What may be said of satisfaction here and recommendation by the same person. */
type AssociationVerdict = 'derived' | 'open' | 'alike' | 'few'

/** What the page of everybody around a business says. Counts arrive twice where grammar needs it, as everywhere. */
export type EcosystemWords = {
  title: string
  lead: string
  audiences: Record<Audience, string>
  /** How an NPS of this audience is called. */
  nps: Record<Audience, string>
  who: {
    title: string
    touchpoints: (count: number, text: string) => string
    nothing: string
    silent: string
    notAsked: string
    missing: (audiences: string) => Advice
  }
  stages: {
    title: string
    note: string
    view: (audience: string, value: string, low: string, high: string, answers: string) => string
    different: (audience: string, points: string, direction: 'higher' | 'lower', least: string, most: string) => string
    same: (audience: string, low: string, high: string) => string
    tooFew: (audience: string) => string
    onlyOne: (audience: string) => string
    otherwise: string
    joint: (gaps: string) => string
    table: string
    columns: { stage: string; audience: string; balance: string; interval: string; answers: string; gap: string }
    none: string
  }
  retention: {
    title: string
    note: string
    months: string
    total: (months: number, text: string) => string
    notOver: string
    notOverNote: string
    returned: (share: string, low: string, high: string, people: number, text: string) => string
    returnedFew: (people: number, text: string) => string
    won: (share: string, low: string, high: string) => string
    lost: (share: string, low: string, high: string) => string
    classes: Record<RecommendationClass, string>
    destinations: Record<Destination, string>
    thisMonth: string
    nextMonth: string
    flow: (people: number, text: string) => string
    band: (people: number, text: string, from: string, to: string) => string
    table: string
    columns: { from: string; people: string; returned: string }
    migratedTo: (name: string) => string
    tooFew: string
    sampled: (share: string) => string
    pending: (months: string) => string
    count: string
    counting: string
    counted: (months: string) => string
    countedNothing: string
    empty: Advice
    nobody: Advice
  }
  moments: {
    title: string
    note: (months: string) => string
    notCounted: string
    people: (count: number, text: string) => string
    value: (tau: string, low: string, high: string) => string
    verdicts: Record<AssociationVerdict, string>
    declared: string
    against: string
    apart: string
    together: string
    empty: Advice
  }
  ends: Record<'worst' | 'best', string>
}

export const ecosystemWords = { en: ecosystemEn, es: ecosystemEs } satisfies Record<Language, EcosystemWords>

export function toVerdict({ isDerived, enoughData, value }: Association): AssociationVerdict {
  if (isDerived) return 'derived'
  if (!enoughData) return 'few'
  return value === null ? 'alike' : 'open'
}
