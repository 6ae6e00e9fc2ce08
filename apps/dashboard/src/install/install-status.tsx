import type { Site } from '@pulso/protocol/types'
import { toDayText } from '../format/times.ts'
import { toSitePath } from '../route.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { ArrivedAnswer } from './arrived-answer.tsx'
import { hasAnswers, type InstallWatch } from './install-watch.ts'
import { installWords } from './words.ts'
import './install-status.css'

/** Whether the first answer is there: waits, and moves on by itself. */
export function InstallStatus({ site, watch }: { site: Site; watch: InstallWatch }) {
  const words = useWords(installWords)
  const { locale } = useSpeech()
  const report = watch.report.value
  const arrival = watch.arrival.value
  const isThere = report !== null && hasAnswers(report)
  const isLoaded = report?.signs.some(({ sign }) => sign === 'script') ?? false
  const before = isLoaded ? 'running' : 'quiet'
  const state = isThere ? (watch.hadAnswers.value ? before : 'arrived') : arrival?.isTest ? 'test' : 'waiting'
  const days =
    report === null ? [] : [report.lanes.production.firstAnsweredOn, report.lanes.verified.firstAnsweredOn].filter((day) => day !== null)
  const firstDay = days.sort()[0]
  const note = {
    waiting: words.status.waitingNote,
    test: words.status.testNote,
    arrived: words.status.arrivedNote,
    running: firstDay === undefined ? '' : words.status.runningNote(toDayText(firstDay, locale)),
    quiet: firstDay === undefined ? '' : words.status.quietNote(toDayText(firstDay, locale)),
  }
  return (
    <section class="install-status" data-state={state} aria-labelledby="install-status-title">
      <div role="status">
        <h2 id="install-status-title">
          <span class="install-pulse" aria-hidden="true" />
          {words.status[state]}
        </h2>
        <p>{note[state]}</p>
      </div>
      {arrival?.response && watch.hadAnswers.value && <h3>{words.status.newest}</h3>}
      {arrival?.response && <ArrivedAnswer key={arrival.response.id} answer={arrival.response} site={site} />}
      {isThere && (
        <a class="button" href={toSitePath(site.id)}>
          {words.status.toJourney}
        </a>
      )}
      {watch.failure.value !== null && <p class="install-note">{words.failure}</p>}
    </section>
  )
}
