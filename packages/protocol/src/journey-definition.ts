import * as z from 'zod'
import { LIMITS } from './constants.ts'
import { Audience, Channel, Key, LocalizedText, Phase } from './kind.ts'

export const Stage = z.strictObject({ key: Key, name: LocalizedText, phase: Phase })
export type Stage = z.infer<typeof Stage>

/**
 * A key under which a touchpoint was known before. Alone: all that was asked there
 * (it was renamed, or merged into this one). With prompts: only what these asked
 * (it was split).
 */
export const FormerKey = z.union([Key, z.strictObject({ key: Key, prompts: z.array(Key).min(1).max(LIMITS.prompts) })])
export type FormerKey = z.infer<typeof FormerKey>

export const Touchpoint = z.strictObject({
  key: Key,
  stage: Key,
  name: LocalizedText,
  channel: Channel.default('digital'),
  audience: Audience.default('customer'),
  /** One of the contacts that decide what a customer thinks of the whole. */
  momentOfTruth: z.boolean().default(false),
  /** The standard the team wants to give, in the unit of the touchpoint's score. */
  targetScore: z.number().min(-100).max(100).optional(),
  /** How precise the score must be: half the width of the interval of the last 28 days, in the unit of the score. Once it is, fewer visitors are asked: see docs/sampling.md. */
  targetMargin: z.number().min(1).max(50).optional(),
  /** Pages and answers that still use these keys count here, whenever they came. */
  formerly: z.array(FormerKey).min(1).max(LIMITS.formerKeys).optional(),
})
export type Touchpoint = z.infer<typeof Touchpoint>

const JOURNEY = { stages: z.array(Stage).min(1).max(20), touchpoints: z.array(Touchpoint).max(LIMITS.touchpoints) }

/** Body of `PUT /v1/sites/:site/journey.json`, and content of a `journey.json`: the journey of a site alone. Its order is the order in which it is written. */
export const JourneyDefinition = z
  .strictObject({ $schema: z.string().max(LIMITS.wordingLength).optional(), ...JOURNEY })
  .superRefine((journey, context) => {
    for (const { path, message } of findJourneyMistakes(journey)) context.addIssue({ code: 'custom', path, message })
  })
export type JourneyDefinition = z.infer<typeof JourneyDefinition>

interface Mistake {
  path: (string | number)[]
  message: string
}

/** What is wrong with a journey as a whole: each place alone may be right. */
export function findJourneyMistakes({ stages, touchpoints }: Pick<JourneyDefinition, 'stages' | 'touchpoints'>): Mistake[] {
  const mistakes: Mistake[] = []
  const stageKeys = new Set(stages.map(({ key }) => key))
  const keys = new Set(touchpoints.map(({ key }) => key))
  if (stageKeys.size !== stages.length) mistakes.push({ path: ['stages'], message: 'two stages share a key' })
  if (keys.size !== touchpoints.length) mistakes.push({ path: ['touchpoints'], message: 'two touchpoints share a key' })
  const claimed = new Map<string, string>()
  for (const [index, { key, stage, formerly = [] }] of touchpoints.entries()) {
    if (!stageKeys.has(stage)) mistakes.push({ path: ['touchpoints', index, 'stage'], message: `there is no stage ${stage}` })
    for (const [place, former] of formerly.entries()) {
      const path = ['touchpoints', index, 'formerly', place]
      const { key: formerKey, prompts } = toFormer(former)
      if (!prompts && keys.has(formerKey)) {
        mistakes.push({ path, message: `${formerKey} is a touchpoint of this journey: say which prompts were split off, or remove it` })
      }
      // A part of what another has wholly goes to who names the part, as when a touchpoint is renamed and split at once.
      for (const claim of prompts ? prompts.map((prompt) => `${formerKey} with ${prompt}`) : [formerKey]) {
        const other = claimed.get(claim)
        if (other !== undefined) mistakes.push({ path, message: `${claim} became ${other} already` })
        claimed.set(claim, key)
      }
    }
  }
  return mistakes
}

/** Null for a prompt list that is all of them. */
function toFormer(former: FormerKey): { key: string; prompts: readonly string[] | null } {
  return typeof former === 'string' ? { key: former, prompts: null } : former
}

/** Where something counts: under what a page called the touchpoint, now or years ago, and which prompt was asked there. Null where the journey has no place for it. */
type TouchpointFinder = (name: string, promptId?: string) => string | null

/**
 * Makes the function that says where on a journey something counts. It follows a
 * key to its end: what was renamed and then split is found by its first name, its
 * second, and the one it was stored under in between.
 */
export function toTouchpointFinder(touchpoints: readonly Pick<Touchpoint, 'key' | 'formerly'>[]): TouchpointFinder {
  const whole = new Map<string, string>()
  const parts = new Map<string, string>()
  for (const { key, formerly = [] } of touchpoints) {
    for (const former of formerly) {
      const { key: formerKey, prompts } = toFormer(former)
      if (prompts) for (const prompt of prompts) parts.set(`${formerKey} ${prompt}`, key)
      else whole.set(formerKey, key)
    }
  }
  for (const { key } of touchpoints) whole.set(key, key)
  return (name, promptId) => {
    const toPart = (place: string) => (promptId === undefined ? undefined : parts.get(`${place} ${promptId}`))
    let place = toPart(name) ?? whole.get(name) ?? null
    // Two that split off each other's prompt would lead around for ever.
    const passed = new Set([name])
    for (let next = place; next !== undefined && next !== null && !passed.has(next); next = toPart(next) ?? null) {
      passed.add(next)
      place = next
    }
    return place
  }
}

/** The touchpoints of today at which something of what once was at `name` may count: the one that is called so, and all whose former key it is, of a split each part. */
export function toTouchpointHeirs<Heir extends Pick<Touchpoint, 'key' | 'formerly'>>(touchpoints: readonly Heir[], name: string): Heir[] {
  return touchpoints.filter(({ key, formerly = [] }) => key === name || formerly.some((former) => toFormer(former).key === name))
}

/** Every name under which a page may ask for a prompt at a touchpoint, its own key first. */
export function toTouchpointNames(touchpoints: readonly Pick<Touchpoint, 'key' | 'formerly'>[], key: string, promptId: string): string[] {
  const find = toTouchpointFinder(touchpoints)
  const names = touchpoints.flatMap((touchpoint) => [touchpoint.key, ...(touchpoint.formerly ?? []).map((former) => toFormer(former).key)])
  return [...new Set([key, ...names.filter((name) => find(name, promptId) === key)])]
}
