import { PATHS } from '@pulso/protocol/constants'
import type { Lane, Release } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { toCountText, toScoreText } from '../format/numbers.ts'
import { toMomentText } from '../format/times.ts'
import { useReading } from '../live/use-reading.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { isReleaseReport } from './guards.ts'
import { touchpointWords } from './words.ts'
import '../site/panel.css'
import './releases-panel.css'

type Props = { site: string; releases: readonly Release[]; touchpoint: string; lane: Lane | null; timeZone: string }

/** What the team changed in these days: the lines of the chart by their numbers, and each with its before and after. */
export function ReleasesPanel({ site, releases, touchpoint, lane, timeZone }: Props) {
  const { locale } = useSpeech()
  const words = useWords(touchpointWords)
  return (
    <section class="panel" aria-labelledby="releases-title">
      <h2 id="releases-title">{words.releases.title}</h2>
      <ol class="releases">
        {releases.map((release) => (
          <li key={release.id}>
            <p>
              <strong>{release.name}</strong>{' '}
              <time dateTime={new Date(release.at).toISOString()}>{toMomentText(release.at, locale, timeZone)}</time>
              {release.url !== null && (
                <>
                  {' '}
                  <a href={release.url} rel="noreferrer" target="_blank">
                    {words.releases.more}
                  </a>
                </>
              )}
            </p>
            {lane !== 'quarantine' && <Around site={site} release={release} touchpoint={touchpoint} lane={lane} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

type AroundProps = Pick<Props, 'site' | 'touchpoint' | 'lane'> & { release: Release }

/** Four weeks after against four weeks before, read when somebody asks. */
function Around({ site, release, touchpoint, lane }: AroundProps) {
  const { words: common, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const [isOpen, setOpen] = useState(false)
  const query = lane === null ? '' : `?lane=${lane}`
  const reading = useReading(isOpen ? `${PATHS.release(site, release.id)}${query}` : null, isReleaseReport)
  const changes = reading.value?.changes.filter((change) => change.touchpoint === touchpoint) ?? []
  const toPoints = (value: number) => toScoreText(value, 'points', locale) ?? ''
  return (
    <details class="release-around" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.releases.around}</summary>
      {reading.failure !== null && <p>{common.failures[reading.failure].text}</p>}
      {reading.value === null && reading.failure === null && <p>{words.releases.reading}</p>}
      {reading.value !== null && changes.every(({ enoughData }) => !enoughData) && <p>{words.releases.tooEarly}</p>}
      {changes
        .filter(({ enoughData }) => enoughData)
        .map((change) => {
          const [before = '', after = ''] = [change.before, change.after].map((value) => toScoreText(value, change.unit, locale) ?? '')
          const [answersBefore = '', answersAfter = ''] = [change.answersBefore, change.answersAfter].map((count) =>
            toCountText(count, locale),
          )
          return (
            <p key={`${change.kind} ${change.scaleMax}`}>
              {common.kinds[change.kind].name}: {words.releases.before(before, after, answersBefore, answersAfter)}{' '}
              {words.releases.difference(toPoints(change.value), toPoints(change.low), toPoints(change.high))}
            </p>
          )
        })}
    </details>
  )
}
