import { LANES } from '@pulso/protocol/constants'
import type { Report } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { toSitePath } from '../route.ts'
import { useSpeech } from '../words/speech.tsx'
import './notices.css'

/** What must be known before a number is believed: demo data that is mixed in, answers that are not: of tests, in quarantine, of other respondents. */
export function Notices({ report, mayWrite }: { report: Report; mayWrite: boolean }) {
  const { words, locale } = useSpeech()
  const { demoResponses } = report.site
  return (
    <>
      {demoResponses > 0 && (
        <p class="notice">
          <span>{words.demo(demoResponses, toCountText(demoResponses, locale))}</span>
          {mayWrite && <a href={toSitePath(report.site.id, { section: 'settings', item: 'danger' })}>{words.demoRemove}</a>}
        </p>
      )}
      {LANES.map((lane) => {
        const answered = report.otherLanes[lane]?.answered ?? 0
        return (
          answered > 0 && (
            <p class="notice notice-quiet" key={lane}>
              {words.otherLanes[lane](answered, toCountText(answered, locale))}
            </p>
          )
        )
      })}
    </>
  )
}
