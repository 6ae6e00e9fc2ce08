import type { AlertReport, FixFirstItem, Report } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { toTouchpoints } from '../live/watch-state.ts'
import { useSpeech } from '../words/speech.tsx'
import { ChangesList } from './changes-list.tsx'
import { FixFirstList } from './fix-first-list.tsx'
import { type Findings as Found, readFindings } from './read-findings.ts'
import './findings.css'

const MINUTE_MS = 60_000

type Props = {
  report: Report
  /** The part of it that is shown: nothing else is listed. */
  shown: Report
  toHref: (touchpoint: string) => string
}

/** Where to begin, and what has changed, in words. Looked at again once a minute while answers come. */
export function Findings({ report, shown, toHref }: Props) {
  const { words } = useSpeech()
  const [found, setFound] = useState<Found | 'reading' | null>('reading')
  const { site, range, environment, lane, asOf } = report
  // A standard that was just set is one to be held against.
  const standards = toTouchpoints(report)
    .map(({ key, targetScore }) => `${key} ${targetScore}`)
    .join(' ')
  useEffect(() => {
    const ending = new AbortController()
    void readFindings(report, ending.signal).then((next) => {
      if (!ending.signal.aborted) setFound((last) => next ?? (last === 'reading' ? null : last))
    })
    return () => ending.abort()
  }, [site.id, range.from, range.to, environment, lane, standards, Math.floor(asOf / MINUTE_MS)])
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
            fixFirst={found.fixFirst}
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
