import type { AlertReport, FixFirstItem, Report } from '@pulso/protocol/types'
import { toTouchpoints } from '../live/watch-state.ts'
import { useSpeech } from '../words/speech.tsx'
import { ChangesList } from './changes-list.tsx'
import { FixFirstList } from './fix-first-list.tsx'
import type { Findings as Found } from './read-findings.ts'
import './findings.css'

type Props = {
  found: Found | 'reading' | null
  /** The part of the report that is shown: nothing else is listed. */
  shown: Report
  toHref: (touchpoint: string) => string
}

/** Where to begin, and what has changed, in words. */
export function Findings({ found, shown, toHref }: Props) {
  const { words } = useSpeech()
  if (found === null) return null
  const names = new Map(toTouchpoints(shown).map(({ key, name }) => [key, name]))
  return (
    <section class="findings" aria-labelledby="findings-title" aria-busy={found === 'reading'}>
      {found === 'reading' ? (
        <div class="findings-part findings-coming">
          <h2 id="findings-title">{words.findings.title}</h2>
          <div aria-hidden="true" />
          <div aria-hidden="true" />
        </div>
      ) : (
        <>
          <FixFirstList
            fixFirst={found.journey.fixFirst}
            names={names}
            toBetterSince={(item) => findBetterSince(found.alerts, item)}
            toHref={toHref}
          />
          <ChangesList alerts={found.alerts} names={names} toHref={toHref} />
        </>
      )}
    </section>
  )
}

/** The day since which a score is higher, when that is the last that has happened to it. */
function findBetterSince({ alerts }: AlertReport, { touchpoint, kind, scaleMax }: FixFirstItem): string | null {
  const alert = alerts.find((one) => one.touchpoint === touchpoint && one.kind === kind && one.scaleMax === scaleMax)
  return alert?.state === 'higher' ? (alert.changes[0]?.changedOn ?? null) : null
}
