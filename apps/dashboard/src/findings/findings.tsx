import type { AlertReport, FixFirstItem, Report } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { toLocalized } from '../format/localized.ts'
import { toCountText, toScoreText, toSureText } from '../format/numbers.ts'
import { toDayText } from '../format/times.ts'
import { toTouchpoints } from '../live/watch-state.ts'
import { useSpeech } from '../words/speech.tsx'
import { type Findings as Found, readFindings } from './read-findings.ts'
import './findings.css'

const MINUTE_MS = 60_000
/** Who has more to mend than this begins at the top anyway. */
const MOST_ITEMS = 3

/** Where to begin, and what has changed, in words. Looked at again once a minute while answers come. */
export function Findings({ report }: { report: Report }) {
  const { words } = useSpeech()
  const [found, setFound] = useState<Found | null>(null)
  const { site, range, environment, lane, asOf } = report
  useEffect(() => {
    const ending = new AbortController()
    void readFindings(report, ending.signal).then((next) => {
      if (next && !ending.signal.aborted) setFound(next)
    })
    return () => ending.abort()
  }, [site.id, range.from, range.to, environment, lane, Math.floor(asOf / MINUTE_MS)])
  if (found === null) return null
  const { items, apart } = found.fixFirst
  const hasStandards = items.length > 0 || apart.some(({ reason }) => reason !== 'no-standard' && reason !== 'no-score')
  const names = new Map(toTouchpoints(report).map(({ key, name }) => [key, name]))
  return (
    <section class="findings" aria-labelledby="findings-title">
      <div>
        <h2 id="findings-title">{words.findings.title}</h2>
        {items.length === 0 ? (
          <p class="findings-none">{hasStandards ? words.findings.nothing : words.findings.noStandards}</p>
        ) : (
          <ol class="findings-list">
            {items.slice(0, MOST_ITEMS).map((item) => (
              <Item key={item.touchpoint} item={item} name={names.get(item.touchpoint)} betterSince={findBetterSince(found.alerts, item)} />
            ))}
          </ol>
        )}
      </div>
      <Changes alerts={found.alerts} names={names} />
    </section>
  )
}

/** The day since which a score is higher, when that is the last that has happened to it. */
function findBetterSince({ alerts }: AlertReport, { touchpoint, kind, scaleMax }: FixFirstItem): string | null {
  const alert = alerts.find((one) => one.touchpoint === touchpoint && one.kind === kind && one.scaleMax === scaleMax)
  return alert?.state === 'higher' ? (alert.changes[0]?.changedOn ?? null) : null
}

type Names = ReadonlyMap<string, Report['stages'][number]['name']>

type ItemProps = { item: FixFirstItem; name: Report['stages'][number]['name'] | undefined; betterSince: string | null }

function Item({ item, name = {}, betterSince }: ItemProps) {
  const { words, locale, language } = useSpeech()
  const { kind, gap, reach, confidence, isConfident } = item
  const unit = kind === 'nps' ? 'points' : 'percent'
  const [score = '', target = ''] = [gap.score, gap.target].map((value) => toScoreText(value, unit, locale) ?? '')
  return (
    <li data-confident={isConfident}>
      <p class="findings-name">
        <strong>{toLocalized(name, language) || item.touchpoint}</strong>{' '}
        <small>{isConfident ? words.findings.certain : words.findings.uncertain}</small>
      </p>
      <p>
        {words.findings.below(words.kinds[kind].name, score, target)}{' '}
        {words.findings.reach[reach.basis](reach.count, toCountText(reach.count, locale))}{' '}
        {words.findings.sure(toSureText(confidence, locale))}
        {betterSince !== null && ` ${words.findings.betterSince(toDayText(betterSince, locale))}`}
      </p>
    </li>
  )
}

function Changes({ alerts, names }: { alerts: AlertReport; names: Names }) {
  const { words, locale, language } = useSpeech()
  const changes = alerts.alerts.flatMap(({ touchpoint, kind, changes: ofScore }) =>
    ofScore.map((change) => ({ ...change, touchpoint, kind })),
  )
  if (changes.length === 0) return null
  const toPoints = (value: number) => toCountText(Math.abs(Math.round(value)), locale)
  return (
    <div>
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
                  <strong>{toLocalized(names.get(touchpoint) ?? {}, language) || touchpoint}</strong>{' '}
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
