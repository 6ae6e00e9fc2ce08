import type { AlertReport } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { toDayText } from '../format/times.ts'
import type { Reading } from '../live/use-reading.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { touchpointWords } from './words.ts'
import './alerts-panel.css'
import '../site/panel.css'

type Props = { touchpoint: string; reading: Reading<AlertReport> }

/** Whether the scores of this touchpoint are other than they were: a test that may be looked at every day. */
export function AlertsPanel({ touchpoint, reading }: Props) {
  const { words: common, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const report = reading.value
  const alerts = report?.alerts.filter((alert) => alert.touchpoint === touchpoint) ?? []
  if (report === null || alerts.length === 0) return null
  const toPoints = (value: number) => toCountText(Math.abs(Math.round(value)), locale)
  return (
    <section class="panel" aria-labelledby="alerts-title">
      <h2 id="alerts-title">{words.alerts.title}</h2>
      <ul class="alerts">
        {alerts.map(({ kind, scaleMax, state, changes, evidence, needed }) => (
          <li key={`${kind} ${scaleMax}`}>
            {changes.length === 0 && <p class="alerts-state">{words.alerts.states[state](common.kinds[kind].name)}</p>}
            {changes.map(({ changedOn, direction, change, releases }) => {
              const near = report.releases.filter(({ id }) => releases.includes(id)).map(({ name }) => name)
              const [least = 0, most = 0] = change ? [change.low, change.high].map(Math.abs).toSorted((left, right) => left - right) : []
              return (
                <p key={changedOn} data-direction={direction}>
                  <strong>
                    {common.findings[direction](common.kinds[kind].name)}{' '}
                    <small>{common.findings.since(toDayText(changedOn, locale))}</small>
                  </strong>
                  {change && ` ${common.findings.by(toPoints(change.value), toPoints(least), toPoints(most))}`}
                  {near.length > 0 && ` ${common.findings.near(near.join(', '))}`}
                </p>
              )
            })}
            {changes.length === 0 && state === 'steady' && (
              <p class="panel-note">
                {words.alerts.evidence(
                  new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(evidence),
                  toCountText(Math.round(needed), locale),
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p class="panel-note">{words.alerts.through(toDayText(report.through, locale))}</p>
    </section>
  )
}
