import { SCALES } from '@pulso/protocol/constants'
import type { Kind, Prompt, Site } from '@pulso/protocol/types'
import type { Target } from './import-plan.ts'
import type { RowGroup } from './look-over.ts'
import { canHold, toSurveyType } from './survey-type.ts'

/** Where the rows of a group can go: to a prompt that there is, or to one that is made for them. */
export interface Offer {
  value: string
  prompt: Pick<Prompt, 'id' | 'kind' | 'scaleMax' | 'version'>
  isNew: boolean
}

/** What a person has chosen for a group. */
export interface Choice {
  /** An offer's value; `skip`: these rows are left out. */
  offer: string
  touchpoint: string
}

export const SKIP = 'skip'
/** Of kinds that hold scores. */
const SCORED = (Object.keys(SCALES) as Kind[]).filter((kind) => kind !== 'choice' && kind !== 'text')
/** What effort is taken for when it was asked in five steps. */
const FIVE_STEPS: readonly Kind[] = ['csat', 'stars', 'emoji']

/** The prompts that can hold a group, those that ask the same first, then those that could be made. */
export function toOffers(group: RowGroup, site: Pick<Site, 'prompts'>): Offer[] {
  const { scores } = group
  if (scores === null) return []
  const type = toSurveyType(group.type, scores)
  const isEffort = isPerhapsFiveSteps(group)
  const isMeant = ({ kind, scaleMax }: Pick<Prompt, 'kind' | 'scaleMax'>) => {
    if (type === null) return canHold({ kind, scaleMax }, scores)
    return (kind === type.kind && scaleMax === type.max) || (isEffort && FIVE_STEPS.includes(kind) && scaleMax === 5)
  }
  // A draft was never asked, so nobody can have answered it.
  const asked = site.prompts.filter(({ state }) => state !== 'draft')
  const there = asked.filter(isMeant).map((prompt) => ({ value: prompt.id, prompt, isNew: false }))
  const fresh = SCORED.flatMap((kind) => SCALES[kind].max.map((scaleMax) => ({ kind, scaleMax })))
    .filter(isMeant)
    .map(({ kind, scaleMax }) => ({ id: `imported-${kind}-${scaleMax}`, kind, scaleMax, version: 1 }))
    .filter(({ id }) => !site.prompts.some((prompt) => prompt.id === id))
    .map((prompt) => ({ value: prompt.id, prompt, isNew: true }))
  const isFirst = ({ prompt }: Offer) => prompt.kind === type?.kind
  return [...there, ...fresh].sort((left, right) => Number(isFirst(right)) - Number(isFirst(left)))
}

/** Whether a group is effort of which nobody can tell by its scores how many steps it had. */
export function isPerhapsFiveSteps({ type, scores }: RowGroup): boolean {
  return toSurveyType(type, scores)?.kind === 'ces' && scores !== null && scores.highest <= 5
}

/** What is chosen before a person has: the prompt that asks the same, at its first touchpoint; what nobody can tell is left out. */
export function toFirstChoice(group: RowGroup, site: Pick<Site, 'prompts' | 'touchpoints'>): Choice {
  const [offer] = toSurveyType(group.type, group.scores) === null ? [] : toOffers(group, site)
  const own = site.prompts.find(({ id }) => id === offer?.value)?.touchpoints[0]
  return { offer: offer?.value ?? SKIP, touchpoint: own ?? site.touchpoints[0]?.key ?? '' }
}

export function toTarget(group: RowGroup, choice: Choice, site: Pick<Site, 'prompts'>): Target | null {
  const offer = toOffers(group, site).find(({ value }) => value === choice.offer)
  if (!offer || choice.touchpoint === '') return null
  const { id, kind, scaleMax, version } = offer.prompt
  return { promptId: id, promptVersion: version, kind, min: SCALES[kind].min, scaleMax, touchpoint: choice.touchpoint }
}

/** The ends of a prompt's scale, in digits. */
export function toScaleText({ kind, scaleMax }: Pick<Prompt, 'kind' | 'scaleMax'>): string {
  return `${SCALES[kind].min}–${scaleMax}`
}
