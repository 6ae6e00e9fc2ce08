import { LANES } from '@pulso/protocol/constants'
import type { Report } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { useSpeech } from '../words/speech.tsx'
import './notices.css'

/** What must be known before a number is believed: demo data that is mixed in, answers that are not: of tests, in quarantine, of other respondents. */
export function Notices({ report }: { report: Report }) {
  const { words, locale } = useSpeech()
  const { demoResponses } = report.site
  return (
    <>
      {demoResponses > 0 && (
        <p class="notice">
          <span>{words.demo(demoResponses, toCountText(demoResponses, locale))}</span>
          <span class="notice-command">
            {words.demoRemove} <code>npm run demo -- remove</code>
          </span>
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
