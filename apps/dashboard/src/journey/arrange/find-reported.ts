import type { Report, Site, TouchpointReport } from '@pulso/protocol/types'

/** The report of a touchpoint, under whichever of its names the report has it: one that was just renamed is in it by its old one. */
export function findReported(report: Report, { key, formerly = [] }: Site['touchpoints'][number]): TouchpointReport | null {
  const touchpoints = report.stages.flatMap((stage) => stage.touchpoints)
  const names = [key, ...formerly.filter((former) => typeof former === 'string')]
  return names.map((name) => touchpoints.find((one) => one.key === name)).find((found) => found !== undefined) ?? null
}
