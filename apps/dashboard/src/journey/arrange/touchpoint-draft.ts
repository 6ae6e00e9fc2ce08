import type { Site } from '@pulso/protocol/types'
import { type NameDraft, toName, toNameDraft } from './name-draft.ts'
import { isKey } from './to-key.ts'

type Touchpoint = Site['touchpoints'][number]

/** A touchpoint while it is written: numbers are texts until they are read. */
export type TouchpointDraft = Pick<Touchpoint, 'stage' | 'channel' | 'audience' | 'momentOfTruth'> & {
  name: NameDraft
  targetScore: string
  targetMargin: string
}

export function toTouchpointDraft(touchpoint: Touchpoint | null, stage: string): TouchpointDraft {
  const { name = {}, channel = 'digital', audience = 'customer', momentOfTruth = false, targetScore, targetMargin } = touchpoint ?? {}
  return {
    name: toNameDraft(name),
    stage,
    channel,
    audience,
    momentOfTruth,
    targetScore: targetScore === undefined ? '' : String(targetScore),
    targetMargin: targetMargin === undefined ? '' : String(targetMargin),
  }
}

/** What is wrong with a draft; nothing where all is well. */
export type DraftMistakes = { name: boolean; key: boolean; targetScore: boolean; targetMargin: boolean }

export function findMistakes(draft: TouchpointDraft, key: string): DraftMistakes {
  return {
    name: toName(draft.name) === null,
    key: !isKey(key),
    targetScore: isWrong(draft.targetScore, -100, 100),
    targetMargin: isWrong(draft.targetMargin, 1, 50),
  }
}

/** The touchpoint that a draft without mistakes is; what the form does not show stays as it was. */
export function toTouchpoint(draft: TouchpointDraft, key: string, was: Touchpoint | null): Touchpoint {
  const { targetScore: _, targetMargin: __, ...kept } = was ?? {}
  const { stage, channel, audience, momentOfTruth } = draft
  const [targetScore, targetMargin] = [toNumber(draft.targetScore), toNumber(draft.targetMargin)]
  return {
    ...kept,
    key,
    stage,
    name: toName(draft.name) ?? {},
    channel,
    audience,
    momentOfTruth,
    ...(targetScore !== null && { targetScore }),
    ...(targetMargin !== null && { targetMargin }),
  }
}

/** Also as it is written where a comma stands before tenths, and with a real minus. */
function toNumber(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-')
  return plain === '' ? null : Number(plain)
}

function isWrong(text: string, least: number, most: number): boolean {
  const value = toNumber(text)
  return value !== null && !(value >= least && value <= most)
}
