import {
  dropDefaults,
  type Kind,
  type Prompt,
  type Site,
  type SiteDefinition,
  toPrompt,
  toTouchpointFinder,
  type Wave,
} from '@pulso/protocol'
import { ProblemError } from '../request/problem-error.ts'
import { toSortedJson } from './to-sorted-json.ts'

/** What stays of a prompt for ever: answers from pages cached long ago are still checked against it. */
export interface PromptShape {
  kind: Kind
  scaleMax: number
  /** The last one, where it is known: who comes back goes on from there. */
  version?: number
  /** Keys of a choice's options, in their places. */
  options?: string[]
  wave?: Wave
}

/** A site as it was read, with the prompts that it once had. */
type SiteBefore = Site & { retiredPrompts: Record<string, PromptShape> }

/** The prompts of a definition with their versions. @throws ProblemError `invalid-request` where something would be lost that answers or pages count on */
export function toNextPrompts(before: SiteBefore | null, definition: SiteDefinition): Prompt[] {
  if (before && definition.siteKey && definition.siteKey !== before.siteKey) {
    throw new ProblemError('invalid-request', 'siteKey: a site keeps the key it was created with, because pages out there carry it.')
  }
  if (before) refuseLostNames(before, definition)
  return definition.prompts.map((prompt) => toNextVersion(toPrompt(before ? dropDefaults(prompt, before) : prompt, definition), before))
}

/** A touchpoint that goes on, perhaps by another key, keeps the names that it had: what counts under them would fall off the map without a word. */
function refuseLostNames(before: SiteBefore, definition: SiteDefinition): void {
  const find = toTouchpointFinder(definition.touchpoints)
  for (const { key, formerly = [] } of before.touchpoints) {
    const heir = find(key)
    for (const former of heir === null ? [] : formerly) {
      const name = typeof former === 'string' ? former : former.key
      const isLost = typeof former === 'string' ? find(name) === null : former.prompts.some((prompt) => find(name, prompt) === null)
      if (!isLost) continue
      const detail = `touchpoints: ${name} counted at ${key} until now, and would be on no map: keep ${JSON.stringify(former)} in "formerly" of ${heir}.`
      throw new ProblemError('invalid-request', detail)
    }
  }
}

export function toShape({ kind, scaleMax, version, options, wave }: Prompt): PromptShape {
  return { kind, scaleMax, version, ...(wave && { wave }), ...(options && { options: options.map(({ key }) => key) }) }
}

/** The keys of a prompt's options in the places that they keep for life, whether it is live or retired. */
export function toOptionKeys({ options = [] }: Pick<Prompt, 'options'> | PromptShape): string[] {
  return options.map((option) => (typeof option === 'string' ? option : option.key))
}

function toNextVersion(prompt: Prompt, before: SiteBefore | null): Prompt {
  const previous = before?.prompts.find((other) => other.id === prompt.id)
  // Nobody has seen a draft: there is nothing yet that it would have to keep.
  const shape = previous?.state === 'draft' ? undefined : (previous ?? before?.retiredPrompts[prompt.id])
  if (shape && prompt.state === 'draft') {
    throw new ProblemError('invalid-request', `prompts: "${prompt.id}" has been asked, so it is no draft any more: pause it instead.`)
  }
  if (shape && (shape.kind !== prompt.kind || shape.scaleMax !== prompt.scaleMax)) {
    throw new ProblemError(
      'invalid-request',
      `prompts: "${prompt.id}" was asked as ${shape.kind} up to ${shape.scaleMax}; a prompt keeps its kind and scale, so give the new one its own id.`,
    )
  }
  const keys = toOptionKeys(prompt)
  if (shape && !toOptionKeys(shape).every((key, place) => keys[place] === key)) {
    throw new ProblemError(
      'invalid-request',
      `prompts: "${prompt.id}" has had the options ${toOptionKeys(shape).join(', ')}; they keep their places, because answers are counted by them: put new ones at the end, and give old ones retired: true.`,
    )
  }
  if (!previous) return { ...prompt, version: Math.max(prompt.version, (shape?.version ?? 0) + 1) }
  const isNext = previous.state !== 'draft' && toAsked(previous) !== toAsked(prompt)
  return { ...prompt, version: Math.max(prompt.version, previous.version + (isNext ? 1 : 0)) }
}

/** What a prompt is where it is asked, as text: whether it is asked now makes no other prompt of it. */
function toAsked({ version: _, state: __, ...asked }: Prompt): string {
  return toSortedJson(asked)
}

/** Whether what a prompt is from now on is not what was remembered of it; a draft begins anew when it is published. */
export function isOtherThan(before: SiteBefore | null, prompt: Prompt): boolean {
  const previous = before?.prompts.find(({ id }) => id === prompt.id)
  if (previous?.version !== prompt.version) return true
  return previous.state === 'draft' && (prompt.state !== 'draft' || toAsked(previous) !== toAsked(prompt))
}
