import type { Site } from '@pulso/protocol/types'
import { useRef, useState } from 'preact/hooks'
import { useToasts } from '../../controls/toasts.tsx'
import { isOvertaken, type Outcome } from '../../request.ts'
import type { SiteDefinitionStore } from '../../site/site-definition-store.ts'
import { useWords } from '../../words/speech.tsx'
import { type JourneyWords, journeyWords } from '../words.ts'
import { EditRefused } from './edit-refused.ts'
import { toArrangement, withArrangement } from './edit-touchpoint.ts'

/** What everything that changes a journey needs: the journey as it is shown, and where it is saved. */
export type ArrangingProps = { site: Site; definition: SiteDefinitionStore }

type Change = (current: Site) => Site

export type Arranging = {
  /** The journey as it will be once everything has been saved. */
  site: Site
  isSaving: boolean
  /**
   * Makes a change and says what was done, with the way back. What is refused is
   * said too: nothing is saved then.
   * @returns whether it was saved
   */
  apply: (change: Change, said: string, options?: { undo: boolean }) => Promise<boolean>
}

/** Changes of the journey, each saved at once: shown before they are, and taken back when they cannot be. */
export function useArranging({ site, definition }: ArrangingProps): Arranging {
  const words = useWords(journeyWords)
  const toasts = useToasts()
  const [pending, setPending] = useState<Site | null>(null)
  /** Saves go one after the other: each begins with the site as the one before has left it. */
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)

  function save(change: Change): Promise<Site | null> {
    const saved = queue.current.then(() => saveNow(change))
    queue.current = saved.catch(() => null)
    return saved
  }

  async function saveNow(change: Change): Promise<Site | null> {
    let outcome: Outcome<Site>
    try {
      outcome = await definition.save(change)
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error
      toasts.say({ text: words.refusals[error.reason](error.subject), tone: 'failed' })
      return null
    }
    if (outcome.ok) return outcome.value
    toasts.say({ text: toReason(outcome, words), tone: 'failed' })
    // What somebody else has saved is what the map shows from now on.
    void definition.read()
    return null
  }

  async function undo(before: Site, after: Site): Promise<void> {
    const undone = await save((current) => withArrangement(current, toArrangement(before), toArrangement(after)))
    if (undone) toasts.say({ text: words.done.undone })
  }

  async function apply(change: Change, said: string, { undo: mayUndo } = { undo: true }): Promise<boolean> {
    let before: Site | null = null
    waiting.current += 1
    setPending((shown) => toPreview(shown ?? site, change))
    const after = await save((current) => {
      before = current
      return change(current)
    }).finally(() => {
      waiting.current -= 1
      if (waiting.current === 0) setPending(null)
    })
    if (after === null || before === null) return false
    const was: Site = before
    toasts.say({ text: said, ...(mayUndo && { undo: () => undo(was, after) }) })
    return true
  }

  return { site: pending ?? site, isSaving: pending !== null, apply }
}

/** What the change makes of what is shown; what is shown when that cannot be, since saving will say why. */
function toPreview(site: Site, change: Change): Site {
  try {
    return change(site)
  } catch (error) {
    if (error instanceof EditRefused) return site
    throw error
  }
}

function toReason(outcome: Extract<Outcome<Site>, { ok: false }>, { failed }: JourneyWords): string {
  const { failure, problem } = outcome
  if (isOvertaken(problem)) return failed.savedMeanwhile
  if (failure === 'unreachable') return failed.unreachable
  if (failure === 'missing' || failure === 'signed-out') return failed.notAllowed
  return failed.other(problem?.detail ?? '')
}
