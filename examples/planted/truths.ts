/** What is planted into a history, for who asks whether the product finds it. Days are the site's own, YYYY-MM-DD. */
export interface PlantedTruths {
  /** From this day on one touchpoint is worse. Shares are of the top box (4 and 5 of 5) among its answers. */
  release: { touchpoint: string; day: string; name: string; topBoxBefore: number; topBoxAfter: number }
  /** What those who write there since then write about, by words that are rare elsewhere. */
  theme: { touchpoint: string; day: string; words: { es: readonly string[]; en: readonly string[] } }
  /** Shown, and never answered. */
  silent: { stage: string; touchpoints: readonly string[] }
  /** One segment is worse at one touchpoint, and nowhere else. */
  segment: { touchpoint: string; segment: string; topBox: number; topBoxOfOthers: number }
  /** Pseudonymous respondents who come back: of those who were detractors, this share are promoters the next time. */
  migration: { touchpoint: string; from: 'detractor'; to: 'promoter'; share: number }
  /** Whose satisfaction moves with the recommendation of the same respondent. */
  driver: { touchpoint: string; of: string }
}

/** In which part of the days the release lies. */
const RELEASE_AT = 0.7

/** How often each score is given where something is planted, from the lowest up. */
export const PLANTED_SCORES = {
  released: [20, 20, 22, 24, 14],
  business: [18, 20, 24, 24, 14],
  /** Of payment, by the class of the same respondent at recommendation. */
  payment: { detractor: [6, 12, 22, 38, 22], passive: [2, 4, 10, 42, 42], promoter: [0, 1, 4, 30, 65] },
} as const

/** On which of the days the release is, counted from the first one. */
export function toReleaseDay(days: number): number {
  return Math.floor(days * RELEASE_AT)
}

/**
 * The truths of a history of so many days.
 *
 * @param releaseDay the calendar day of the release: see `toReleaseDay`
 */
export function toPlantedTruths(releaseDay: string): PlantedTruths {
  return {
    // Before it the classes of respondents are mixed, half of the visitors being nobody's: near the plain 85 %.
    release: { touchpoint: 'payment', day: releaseDay, name: 'payment-form-2', topBoxBefore: 0.85, topBoxAfter: 0.38 },
    theme: {
      touchpoint: 'payment',
      day: releaseDay,
      words: { es: ['tarjeta', 'rechazada', 'banco'], en: ['card', 'declined', 'bank'] },
    },
    silent: { stage: 'support', touchpoints: ['help', 'returns'] },
    segment: { touchpoint: 'delivery', segment: 'business', topBox: 0.38, topBoxOfOthers: 0.79 },
    migration: { touchpoint: 'recommend', from: 'detractor', to: 'promoter', share: 0.5 },
    driver: { touchpoint: 'payment', of: 'recommend' },
  }
}
