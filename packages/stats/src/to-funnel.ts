import type { Funnel, FunnelStep, TouchpointReport } from '@pulso/protocol'
import { toToldShare } from './to-told-share.ts'

/**
 * From coming by to finishing, each step with its share of the one before it
 * (percent, Wilson). Imported answers, and those from before pages told who came
 * by, are in no count of what was reached; where fewer were reached than shown,
 * these steps are left out, as the dashboard does. A share is given only of what
 * it can be a part of: who was eligible is among those who came by, and so on.
 */
export function toFunnel({
  reached,
  eligible,
  shown,
  answered,
  completed,
}: Pick<TouchpointReport, 'reached' | 'eligible' | 'shown' | 'answered' | 'completed'>): Funnel {
  const isTold = reached + eligible > 0
  const isWhole = Math.min(reached, eligible) >= shown
  const counts: [FunnelStep['step'], number][] = [
    ['shown', shown],
    ['answered', answered],
    ['completed', completed],
  ]
  if (isTold && isWhole) counts.unshift(['reached', reached], ['eligible', eligible])
  return {
    steps: counts.map(([step, count], index) => {
      const before = counts[index - 1]?.[1]
      return { step, count, ofPrevious: before === undefined || count > before ? null : toToldShare(count, before) }
    }),
    isReachPartial: isTold && !isWhole,
  }
}
