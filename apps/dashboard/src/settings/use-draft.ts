import type { Site } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import type { Failure, ToldProblem } from '../request.ts'
import type { SiteDefinitionStore } from '../site/site-definition-store.ts'

/** Thrown while a save is prepared: what was to be changed is not any more what it was. */
class ChangedMeanwhile extends Error {
  readonly newest: Site

  constructor(newest: Site) {
    super('the site was changed meanwhile')
    this.newest = newest
  }
}

export interface Draft<Part> {
  value: Part
  change: (part: Partial<Part>) => void
  isChanged: boolean
  isSaving: boolean
  failure: { failure: Failure; problem: ToldProblem | null } | null
  /** What somebody else has saved of the same, and what it is now; null when nobody has. */
  conflict: { keys: (keyof Part)[]; takeTheirs: () => void; saveMine: () => Promise<boolean> } | null
  save: () => Promise<boolean>
  discard: () => void
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Some members of a site while somebody edits them. Saving writes those that were
 * changed into the site as it is at that moment: what others have saved of other
 * members stays, and what they have saved of the same is asked about first.
 */
export function useDraft<Key extends keyof Site>(
  definition: SiteDefinitionStore,
  current: Site,
  keys: readonly Key[],
): Draft<Pick<Site, Key>> {
  type Part = Pick<Site, Key>
  const toPart = (site: Site): Part => Object.fromEntries(keys.map((key) => [key, site[key]])) as Part
  const [base, setBase] = useState(() => toPart(current))
  const [value, setValue] = useState(base)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Draft<Part>['failure']>(null)
  const [newest, setNewest] = useState<Part | null>(null)
  const changed = keys.filter((key) => !isSame(value[key], base[key]))
  const disputed = newest === null ? [] : changed.filter((key) => !isSame(newest[key], base[key]) && !isSame(newest[key], value[key]))

  const isUntouched = changed.length === 0
  useEffect(() => {
    if (!isUntouched) return
    setBase(toPart(current))
    setValue(toPart(current))
  }, [current, isUntouched])

  async function saveOver(from: Part): Promise<boolean> {
    setSaving(true)
    setFailure(null)
    setNewest(null)
    const change = (site: Site): Site => {
      const isDisputed = changed.some((key) => !isSame(site[key], from[key]) && !isSame(site[key], value[key]))
      if (isDisputed) throw new ChangedMeanwhile(site)
      return { ...site, ...Object.fromEntries(changed.map((key) => [key, value[key]])) }
    }
    try {
      const outcome = await definition.save(change)
      if (outcome.ok) {
        const saved = toPart(outcome.value)
        setBase(saved)
        // What was written while it was being saved is the next change.
        const written = (now: Part) => keys.filter((key) => !isSame(now[key], value[key]))
        setValue((now) => ({ ...saved, ...Object.fromEntries(written(now).map((key) => [key, now[key]])) }))
      } else setFailure({ failure: outcome.failure, problem: outcome.problem })
      return outcome.ok
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error
      setNewest(toPart(error.newest))
      return false
    } finally {
      setSaving(false)
    }
  }

  return {
    value,
    change: (part) => setValue((before) => ({ ...before, ...part })),
    isChanged: changed.length > 0,
    isSaving,
    failure,
    conflict:
      newest === null || disputed.length === 0
        ? null
        : {
            keys: disputed,
            takeTheirs: () => {
              setBase(newest)
              // Only what both have changed; the rest of the draft is nobody else's.
              setValue({
                ...newest,
                ...Object.fromEntries(changed.filter((key) => !disputed.includes(key)).map((key) => [key, value[key]])),
              })
              setNewest(null)
            },
            saveMine: () => {
              setBase(newest)
              return saveOver(newest)
            },
          },
    save: () => saveOver(base),
    discard: () => {
      setValue(base)
      setFailure(null)
      setNewest(null)
    },
  }
}
