import type { AlertReport, LocalizedText } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import { toDayText } from '../format/times.ts'
import { useSpeech } from '../words/speech.tsx'

type Props = { alerts: AlertReport; names: ReadonlyMap<string, LocalizedText>; toHref: (touchpoint: string) => string }

/** Scores that are other than they were, however often somebody has looked. Nothing when there are none. */
export function ChangesList({ alerts, names, toHref }: Props) {
  const { words, locale, language } = useSpeech()
  const changes = alerts.alerts
    .filter(({ touchpoint }) => names.has(touchpoint))
    .flatMap(({ touchpoint, kind, changes: ofScore }) => ofScore.map((change) => ({ ...change, touchpoint, kind })))
  if (changes.length === 0) return null
  const toPoints = (value: number) => toCountText(Math.abs(Math.round(value)), locale)
  return (
    <div class="findings-part">
      <h2>{words.findings.changes}</h2>
      <ul class="findings-list">
        {changes
          .toSorted((left, right) => (left.changedOn < right.changedOn ? 1 : -1))
          .map(({ touchpoint, kind, direction, changedOn, change, releases }) => {
            const near = alerts.releases.filter(({ id }) => releases.includes(id)).map((release) => release.name)
            const ends = change && [change.low, change.high].map(Math.abs).sort((left, right) => left - right)
            return (
              <li key={`${touchpoint} ${kind} ${changedOn}`} data-direction={direction}>
                <p class="findings-name">
                  <strong>
                    <a href={toHref(touchpoint)}>{toLocalized(names.get(touchpoint) ?? {}, language) || touchpoint}</a>
                  </strong>{' '}
                  <small>{words.findings.since(toDayText(changedOn, locale))}</small>
                </p>
                <p>
                  {words.findings[direction](words.kinds[kind].name)}
                  {change && ends && ` ${words.findings.by(toPoints(change.value), toPoints(ends[0] ?? 0), toPoints(ends[1] ?? 0))}`}
                  {near.length > 0 && ` ${words.findings.near(near.join(', '))}`}
                </p>
              </li>
            )
          })}
      </ul>
    </div>
  )
}
