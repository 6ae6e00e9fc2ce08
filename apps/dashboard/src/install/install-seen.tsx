import type { InstallReport } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { toAgoText } from '../format/times.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { installWords } from './words.ts'

/** What has been heard of the site's pages, so that it is seen how far it goes. */
export function InstallSeen({ report, timeZone }: { report: InstallReport; timeZone: string }) {
  const words = useWords(installWords).seen
  const { locale } = useSpeech()
  const scripts = report.signs.filter(({ sign }) => sign === 'script')
  const lanes = Object.values(report.lanes)
  const counts = [
    [words.reached, report.reach.production.reached + report.reach.test.reached],
    [words.asked, lanes.reduce((sum, { shown }) => sum + shown, 0)],
    [words.answered, lanes.reduce((sum, { answered }) => sum + answered, 0)],
  ] as const
  return (
    <section class="install-seen" aria-labelledby="install-seen-title">
      <div>
        <h2 id="install-seen-title">{words.title}</h2>
        <p class="install-note">{words.ofToday}</p>
      </div>
      <dl>
        <div data-done={scripts.length > 0 ? '' : undefined}>
          <dt>{words.script}</dt>
          <dd>
            {scripts.length === 0
              ? words.never
              : scripts.map(({ origin, lastAt }) => {
                  const when = toAgoText(lastAt, Date.now(), locale, timeZone)
                  return <p key={origin}>{origin === null ? words.scriptUnknown(when) : words.scriptBy(origin, when)}</p>
                })}
          </dd>
        </div>
        {counts.map(([name, count]) => (
          <div key={name} data-done={count > 0 ? '' : undefined}>
            <dt>{name}</dt>
            <dd>{toCountText(count, locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
