import type { ImportBatch } from '@pulso/protocol'
import type { PlantedResponse } from './history.ts'
import { COMPARED } from './site.ts'

/** A planted response as the import takes it. */
export function toWire(response: PlantedResponse): ImportBatch['responses'][number] {
  const { id, traffic, state, shownAt, answeredAt, score, comment, locale, segment, respondent } = response
  const { touchpoint, kind, scaleMax } = traffic
  return {
    id,
    rev: state === 'shown' ? 1 : state === 'completed' ? 3 : 2,
    promptId: touchpoint,
    promptVersion: 1,
    kind,
    scaleMax,
    touchpoint,
    state,
    locale,
    shownAt,
    ...(answeredAt !== null && { answeredAt }),
    ...(score !== null && (kind === 'choice' ? { choices: [COMPARED[score] ?? COMPARED[0]] } : { score })),
    ...(comment !== null && { comment }),
    ...(segment !== null && { segment }),
    ...(respondent !== null && { respondentId: `planted-${respondent}` }),
  }
}
