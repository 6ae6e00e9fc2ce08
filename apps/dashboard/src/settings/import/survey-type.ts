import { SCALES } from '@pulso/protocol/constants'
import type { Kind, Prompt } from '@pulso/protocol/types'

/** What is known of a type of survey: how Pulso would ask the same, and which scores it can have. */
export interface SurveyType {
  kind: Kind
  min: number
  max: number
}

const FIVE_STEPS = { min: 1, max: 5 }
/** By the names that Delighted gave its types, without what is no letter or digit. */
const TYPES: Record<string, SurveyType> = {
  nps: { kind: 'nps', min: 0, max: 10 },
  enps: { kind: 'nps', min: 0, max: 10 },
  csat: { kind: 'csat', ...FIVE_STEPS },
  csat3: { kind: 'emoji', min: 1, max: 3 },
  ces: { kind: 'ces', min: 1, max: 7 },
  ces7: { kind: 'ces', min: 1, max: 7 },
  '5star': { kind: 'stars', ...FIVE_STEPS },
  fivestar: { kind: 'stars', ...FIVE_STEPS },
  stars: { kind: 'stars', ...FIVE_STEPS },
  starrating: { kind: 'stars', ...FIVE_STEPS },
  smileys: { kind: 'emoji', ...FIVE_STEPS },
  smiley: { kind: 'emoji', ...FIVE_STEPS },
  thumbs: { kind: 'thumbs', min: 0, max: 1 },
  thumbsupdown: { kind: 'thumbs', min: 0, max: 1 },
}

/** The scores that a group of rows has. */
export interface ScoreRange {
  lowest: number
  highest: number
}

/**
 * How Pulso would ask what a type of survey asked. Delighted's effort has been asked
 * from 1 to 5 and from 1 to 7: which one it was the scores tell, unless nobody gave
 * more than a five. Null when neither the name nor the scores say.
 */
export function toSurveyType(name: string, scores: ScoreRange | null): SurveyType | null {
  const known = TYPES[name.toLowerCase().replace(/[^a-z0-9]/g, '')]
  if (known) return known
  if (name !== '' || scores === null) return null
  // A file of one survey does not name it. More than a seven is only given from 0 to 10.
  return scores.highest > 7 ? { kind: 'nps', min: 0, max: 10 } : null
}

/** Whether a prompt can hold such answers as they are: the same steps, none of them bent into others. */
export function canHold({ kind, scaleMax }: Pick<Prompt, 'kind' | 'scaleMax'>, scores: ScoreRange): boolean {
  if (kind === 'choice' || kind === 'text') return false
  return scores.lowest >= SCALES[kind].min && scores.highest <= scaleMax
}
