import type { Site } from '@pulso/protocol/types'
import { EditRefused } from './edit-refused.ts'
import { isSame } from './is-same.ts'

type Touchpoint = Site['touchpoints'][number]
type FormerKey = NonNullable<Touchpoint['formerly']>[number]
type Prompt = Site['prompts'][number]

const find = (site: Site, key: string): Touchpoint => {
  const touchpoint = site.touchpoints.find((one) => one.key === key)
  if (!touchpoint) throw new EditRefused('gone', key)
  return touchpoint
}

/** Adds a touchpoint at the end of its stage. A name of the past that comes back takes back what was answered under it. */
export function withNewTouchpoint(site: Site, touchpoint: Touchpoint): Site {
  if (site.touchpoints.some(({ key }) => key === touchpoint.key)) throw new EditRefused('key-taken', touchpoint.key)
  if (site.touchpoints.some((one) => hasWhole(one, touchpoint.key))) throw new EditRefused('key-taken', touchpoint.key)
  if (!site.stages.some(({ key }) => key === touchpoint.stage)) throw new EditRefused('gone', touchpoint.stage)
  const last = site.touchpoints.findLastIndex(({ stage }) => stage === touchpoint.stage)
  return { ...site, touchpoints: site.touchpoints.toSpliced(last < 0 ? site.touchpoints.length : last + 1, 0, touchpoint) }
}

/**
 * Puts an edited touchpoint in place of the one that the editor saw. A new key
 * is a rename: the old one is kept in `formerly`, so that what was answered
 * under it, and pages that still use it, stay here; prompts follow.
 */
export function withEditedTouchpoint(site: Site, was: Touchpoint, touchpoint: Touchpoint): Site {
  const current = find(site, was.key)
  if (!isSame(current, was)) throw new EditRefused('changed', was.key)
  if (!site.stages.some(({ key }) => key === touchpoint.stage)) throw new EditRefused('gone', touchpoint.stage)
  const isRenamed = touchpoint.key !== was.key
  // A key that this one had before may be taken back; one that another has, or had, may not.
  if (isRenamed && site.touchpoints.some((one) => one !== current && (one.key === touchpoint.key || hasWhole(one, touchpoint.key))))
    throw new EditRefused('key-taken', touchpoint.key)
  const formers = isRenamed ? [...(was.formerly ?? []), was.key].filter((former) => former !== touchpoint.key) : was.formerly
  return {
    ...site,
    touchpoints: site.touchpoints.map((one) => (one === current ? withFormers(touchpoint, formers ?? []) : one)),
    prompts: isRenamed ? toFollowing(site.prompts, [was.key], touchpoint.key) : site.prompts,
  }
}

/**
 * Takes a touchpoint off the map. What was answered there is kept and goes to
 * the tray; questions that were asked there are asked at their other places.
 */
export function withoutTouchpoint(site: Site, key: string): Site {
  const touchpoint = find(site, key)
  const orphan = site.prompts.find(({ touchpoints, triggers }) => triggers && touchpoints.length === 1 && touchpoints[0] === key)
  // A trigger has to reach something.
  if (orphan) throw new EditRefused('only-place', orphan.id)
  return {
    ...site,
    touchpoints: site.touchpoints.filter((one) => one !== touchpoint),
    prompts: site.prompts.map((prompt) =>
      prompt.touchpoints.includes(key) ? { ...prompt, touchpoints: prompt.touchpoints.filter((one) => one !== key) } : prompt,
    ),
  }
}

/** Makes two touchpoints one: answers, names and questions of the first count at the second from now on. */
export function withMerged(site: Site, from: string, into: string): Site {
  if (from === into) throw new EditRefused('merged-with-itself', from)
  const [gone, heir] = [find(site, from), find(site, into)]
  // A part of what the other one wholly takes over is no part any more.
  const kept = (heir.formerly ?? []).filter((former) => typeof former === 'string' || former.key !== from)
  const brought = (gone.formerly ?? []).filter((former) => typeof former === 'string' || former.key !== into)
  return {
    ...site,
    touchpoints: site.touchpoints
      .filter((one) => one !== gone)
      .map((one) => (one === heir ? withFormers(heir, [...kept, from, ...brought]) : one)),
    prompts: toFollowing(site.prompts, [from], into),
  }
}

/** Takes what some prompts asked at a touchpoint to a touchpoint of its own, history and all. */
export function withSplit(site: Site, from: string, prompts: readonly string[], touchpoint: Touchpoint): Site {
  find(site, from)
  const added = withNewTouchpoint(site, withFormers(touchpoint, [{ key: from, prompts: [...prompts] }]))
  const split = site.prompts.filter(({ id }) => prompts.includes(id))
  const others = site.prompts.filter(({ id }) => !prompts.includes(id))
  const following = new Map([...others, ...toFollowing(split, [from], touchpoint.key)].map((prompt) => [prompt.id, prompt]))
  return { ...added, prompts: site.prompts.map((prompt) => following.get(prompt.id) ?? prompt) }
}

/** Gives a name from the tray to a touchpoint that is there: pages call it so, too. */
export function withAlias(site: Site, key: string, name: string): Site {
  const touchpoint = find(site, key)
  if (site.touchpoints.some((one) => one.key === name || hasWhole(one, name))) throw new EditRefused('key-taken', name)
  return {
    ...site,
    touchpoints: site.touchpoints.map((one) =>
      one === touchpoint ? withFormers(touchpoint, [...(touchpoint.formerly ?? []), name]) : one,
    ),
  }
}

/** The journey part of a definition, with which questions are asked where: what arranging changes, and undo puts back. */
type Arrangement = Pick<Site, 'stages' | 'touchpoints'> & { asked: Record<string, string[]> }

export function toArrangement({ stages, touchpoints, prompts }: Site): Arrangement {
  return { stages, touchpoints, asked: Object.fromEntries(prompts.map(({ id, touchpoints: keys }) => [id, keys])) }
}

/** Puts an arrangement back, unless somebody has changed the journey since `after`. */
export function withArrangement(site: Site, before: Arrangement, after: Arrangement): Site {
  if (!isSame(toArrangement(site), after)) throw new EditRefused('journey-changed')
  return {
    ...site,
    stages: before.stages,
    touchpoints: before.touchpoints,
    prompts: site.prompts.map((prompt) => ({ ...prompt, touchpoints: before.asked[prompt.id] ?? prompt.touchpoints })),
  }
}

function hasWhole({ formerly = [] }: Touchpoint, name: string): boolean {
  return formerly.includes(name)
}

function withFormers({ formerly: _, ...touchpoint }: Touchpoint, formers: readonly FormerKey[]): Touchpoint {
  const [first, ...others] = formers
  return first === undefined ? touchpoint : { ...touchpoint, formerly: [first, ...others] }
}

function toFollowing(prompts: readonly Prompt[], from: readonly string[], to: string): Prompt[] {
  return prompts.map((prompt) =>
    prompt.touchpoints.some((key) => from.includes(key))
      ? { ...prompt, touchpoints: [...new Set(prompt.touchpoints.map((key) => (from.includes(key) ? to : key)))] }
      : prompt,
  )
}
