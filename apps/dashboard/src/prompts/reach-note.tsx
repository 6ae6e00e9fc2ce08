import type { Prompt, Reason, Site, TouchpointReport } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { HeldBack } from '../journey/held-back.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { type PromptDraft, withoutEmpty } from './prompt-draft.ts'
import { toExpectedReach } from './to-expected-reach.ts'
import type { Week } from './use-week.ts'
import { promptsWords } from './words.ts'
import '../score/score-details.css'

type Props = {
  draft: PromptDraft
  /** As it is asked; null: it has not been. */
  before: Prompt | null
  site: Site
  week: Week
}

/** How often it would be shown in a week like the last, and how sure that is. */
export function ReachNote({ draft, before, site, week }: Props) {
  const { reach } = useWords(promptsWords)
  const { locale } = useSpeech()
  const count = (value: number) => toCountText(value, locale)
  const content = () => {
    if (week === null) return <p class="reach-waiting" aria-hidden="true" />
    if (week === 'failed') return <p>{reach.unknown.unread}</p>
    const touchpoints = week.stages.flatMap((stage) => stage.touchpoints)
    const expected = toExpectedReach({
      after: withoutEmpty(draft),
      before: before === null || before.state === 'draft' ? null : before,
      others: site.prompts,
      touchpoints,
      shown: week.breakdown?.groups.find(({ key }) => key === draft.id)?.shown ?? 0,
    })
    if (expected.is === 'unknown') return <p>{reach.unknown[expected.why]}</p>
    const heldBack: TouchpointReport['heldBack'] = {}
    for (const touchpoint of touchpoints.filter(({ key }) => draft.touchpoints.includes(key))) {
      for (const [reason, times] of Object.entries(touchpoint.heldBack) as [Reason, number][])
        heldBack[reason] = (heldBack[reason] ?? 0) + times
    }
    return (
      <>
        <p class="reach-figure">
          {expected.is === 'estimate'
            ? reach.estimate(count(expected.likely), count(expected.low), count(expected.high))
            : reach.atMost(count(expected.most))}
        </p>
        {expected.caveats.map((caveat) => (
          <p key={caveat}>{reach.caveats[caveat]}</p>
        ))}
        <p class="field-hint">
          {expected.is === 'estimate' && expected.basis === 'shown'
            ? reach.basisShown(count(expected.count))
            : reach.basis(count(expected.is === 'estimate' ? expected.count : expected.reached))}
        </p>
        <HeldBack heldBack={heldBack} />
      </>
    )
  }
  return (
    <div class="reach-note">
      <h2>{reach.title}</h2>
      {content()}
    </div>
  )
}
