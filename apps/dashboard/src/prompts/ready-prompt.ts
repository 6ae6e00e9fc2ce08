import { SCALES } from '@pulso/protocol/constants'
import type { Kind, PromptDefinition, Site } from '@pulso/protocol/types'
import { createDraft, type PromptDraft, toFreeId } from './prompt-draft.ts'

type Texts = PromptDefinition['wording'][string]
type Both<Value> = { en: Value; es: Value }

/** A prompt that somebody has thought about before: what to ask at such a touchpoint, when, how often, and why. */
export type ReadyPrompt = {
  key: string
  group: 'online' | 'people' | 'relation'
  kind: Kind
  scaleMax?: number
  title: Both<string>
  why: Both<string>
  /** Keys by which journeys call such a touchpoint: the first that a site has is proposed. */
  suits: RegExp
  wording: Both<Texts>
} & Partial<
  Pick<
    PromptDefinition,
    | 'mode'
    | 'position'
    | 'delayMs'
    | 'frequency'
    | 'rules'
    | 'triggers'
    | 'options'
    | 'multiple'
    | 'other'
    | 'shuffle'
    | 'repeat'
    | 'wave'
    | 'priority'
  >
>

/** A draft for this site: at the touchpoint that fits, with a key that is free. */
export function toReadyDraft(ready: ReadyPrompt, site: Site): PromptDraft {
  const { key, group: _, kind, scaleMax = SCALES[kind].max[0], title: __, why: ___, suits, wording, ...rest } = ready
  const touchpoint = site.touchpoints.find((one) => suits.test(one.key))?.key
  return {
    ...createDraft(kind, toFreeId(key, site)),
    ...rest,
    scaleMax,
    touchpoints: touchpoint === undefined ? [] : [touchpoint],
    // What reaches a touchpoint by itself needs one; without, the page has to ask.
    ...(touchpoint === undefined && { triggers: undefined }),
    wording,
  } as PromptDraft
}
