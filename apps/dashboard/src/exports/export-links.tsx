import { PATHS } from '@pulso/protocol/constants'
import type { Report } from '@pulso/protocol/types'
import { useSpeech } from '../words/speech.tsx'
import './export-links.css'

/** Every answer of the range on the screen, as a file. */
export function ExportLinks({ report }: { report: Report }) {
  const { words } = useSpeech()
  const { site, range, environment } = report
  const toAddress = (path: string, more: Record<string, string> = {}) =>
    `${path}?${new URLSearchParams({ ...range, environment, ...more })}`
  return (
    <p class="exports">
      {words.exports.title}
      {/* Excel takes UTF-8 without a byte order mark for something else, and tables are opened in Excel. */}
      <a class="link" href={toAddress(PATHS.exportCsv(site.id), { bom: 'true' })} download>
        {words.exports.csv}
      </a>
      <a class="link" href={toAddress(PATHS.exportNdjson(site.id))} download>
        {words.exports.ndjson}
      </a>
    </p>
  )
}
