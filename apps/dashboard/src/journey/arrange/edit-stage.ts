import type { Site } from '@pulso/protocol/types'
import { EditRefused } from './edit-refused.ts'
import { isSame } from './is-same.ts'

type Stage = Site['stages'][number]

/** Adds a stage at the end, or behind another one. */
export function withNewStage(site: Site, stage: Stage, behind: string | null = null): Site {
  if (site.stages.some(({ key }) => key === stage.key)) throw new EditRefused('key-taken', stage.key)
  const index = behind === null ? -1 : site.stages.findIndex(({ key }) => key === behind)
  return { ...site, stages: site.stages.toSpliced(index < 0 ? site.stages.length : index + 1, 0, stage) }
}

/**
 * Puts an edited stage in place of the one that the editor saw; its touchpoints
 * follow a new key. Answers know no stages, so nothing has to be remembered.
 */
export function withEditedStage(site: Site, was: Stage, stage: Stage): Site {
  const current = site.stages.find(({ key }) => key === was.key)
  if (!current) throw new EditRefused('gone', was.key)
  if (!isSame(current, was)) throw new EditRefused('changed', was.key)
  if (stage.key !== was.key && site.stages.some(({ key }) => key === stage.key)) throw new EditRefused('key-taken', stage.key)
  return {
    ...site,
    stages: site.stages.map((one) => (one === current ? stage : one)),
    touchpoints: site.touchpoints.map((touchpoint) => (touchpoint.stage === was.key ? { ...touchpoint, stage: stage.key } : touchpoint)),
  }
}

/** The stage that takes in the touchpoints of one that is deleted: the one before it, or of the first the one behind. Null for the only stage. */
export function toHeirStage({ stages }: Pick<Site, 'stages'>, key: string): Stage | null {
  const index = stages.findIndex((stage) => stage.key === key)
  return stages[index === 0 ? 1 : index - 1] ?? null
}

/** Deletes a stage; its touchpoints, and all that was answered there, stay on the map in the stage beside it. */
export function withoutStage(site: Site, key: string): Site {
  if (!site.stages.some((stage) => stage.key === key)) throw new EditRefused('gone', key)
  const heir = toHeirStage(site, key)
  if (!heir) throw new EditRefused('last-stage', key)
  return {
    ...site,
    stages: site.stages.filter((stage) => stage.key !== key),
    touchpoints: site.touchpoints.map((touchpoint) => (touchpoint.stage === key ? { ...touchpoint, stage: heir.key } : touchpoint)),
  }
}
