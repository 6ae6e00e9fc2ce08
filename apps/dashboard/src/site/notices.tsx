import type { Report } from '@pulso/protocol/types'
import { toCountText } from '../format/numbers.ts'
import { useSpeech } from '../words/speech.tsx'
import './notices.css'

/** What must be known before a number is believed: demo data that is mixed in, test answers that are not. */
export function Notices({ report }: { report: Report }) {
  const { words, language } = useSpeech()
  const { demoResponses } = report.site
  const { otherEnvironment } = report
  return (
    <>
      {demoResponses > 0 && (
        <p class="notice">
          <span>{words.demo(demoResponses, toCountText(demoResponses, language))}</span>
          <span class="notice-command">
            {words.demoRemove} <code>npm run demo -- remove</code>
          </span>
        </p>
      )}
      {otherEnvironment.answered > 0 && (
        <p class="notice notice-quiet">
          {words.otherEnvironment[otherEnvironment.environment](
            otherEnvironment.answered,
            toCountText(otherEnvironment.answered, language),
          )}
        </p>
      )}
    </>
  )
}
