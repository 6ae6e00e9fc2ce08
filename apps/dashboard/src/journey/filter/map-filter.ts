import { AUDIENCES, CHANNELS } from '@pulso/protocol/constants'
import type { Audience, Channel, Report, TouchpointReport } from '@pulso/protocol/types'

/** Which touchpoints are shown; null: all of them. */
export type MapFilter = { audience: Audience | null; channel: Channel | null }

/** From the address of the page. What is no audience or channel filters nothing, so that a hand-edited address still works. */
export function parseMapFilter(query: URLSearchParams): MapFilter {
  return {
    audience: AUDIENCES.find((known) => known === query.get('audience')) ?? null,
    channel: CHANNELS.find((known) => known === query.get('channel')) ?? null,
  }
}

/** The rest of the page's address with another filter in it. */
export function withMapFilter(query: URLSearchParams, { audience, channel }: MapFilter): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries({ audience, channel })) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next
}

function isShown({ audience, channel }: Pick<TouchpointReport, 'audience' | 'channel'>, filter: MapFilter): boolean {
  return (filter.audience === null || audience === filter.audience) && (filter.channel === null || channel === filter.channel)
}

/** The report of what is shown. Whatever the journey does not name has no audience and no channel, so a filter leaves it out. */
export function toFilteredReport(report: Report, filter: MapFilter): Report {
  if (filter.audience === null && filter.channel === null) return report
  const stages = report.stages.map((stage) => ({ ...stage, touchpoints: stage.touchpoints.filter((one) => isShown(one, filter)) }))
  return { ...report, stages, unmapped: null }
}

/** What there is to choose from: audiences and channels that the journey has, in the order of their closed lists. */
export function toChoices({ stages }: Pick<Report, 'stages'>): { audiences: Audience[]; channels: Channel[] } {
  const touchpoints = stages.flatMap((stage) => stage.touchpoints)
  return {
    audiences: AUDIENCES.filter((audience) => touchpoints.some((one) => one.audience === audience)),
    channels: CHANNELS.filter((channel) => touchpoints.some((one) => one.channel === channel)),
  }
}
