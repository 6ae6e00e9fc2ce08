import { useSpeech, useWords } from '../../words/speech.tsx'
import { downloadText } from '../download-text.ts'
import { type ReportedRow, SKIP_REASONS, type SkipReason } from './import-plan.ts'
import { toReportCsv } from './to-report-csv.ts'
import { importWords } from './words.ts'

type Props = {
  skipped: Record<SkipReason, number>
  commentsCut: number
  fileName: string
  readReport: () => Promise<readonly ReportedRow[]>
}

/** What is left out, why, and how often; each line of it in a file. */
export function SkippedRows({ skipped, commentsCut, fileName, readReport }: Props) {
  const { skipped: words } = useWords(importWords)
  const { locale } = useSpeech()
  const number = (count: number) => new Intl.NumberFormat(locale).format(count)
  const reasons = SKIP_REASONS.filter((reason) => skipped[reason] > 0)
  const total = reasons.reduce((sum, reason) => sum + skipped[reason], 0)

  async function download(): Promise<void> {
    const csv = toReportCsv(await readReport(), words.heads, (reason) => words.rows[reason])
    // The mark by which spreadsheets know UTF-8.
    downloadText(`${fileName.replace(/\.[^.]*$/, '')}-report.csv`, `\ufeff${csv}`, 'text/csv')
  }

  if (total + commentsCut === 0) return <p>{words.none}</p>
  return (
    <section class="settings-import-skipped" aria-label={words.title(number(total))}>
      {total > 0 && <h3>{words.title(number(total))}</h3>}
      <ul>
        {reasons.map((reason) => (
          <li key={reason} data-reason={reason}>
            <strong>{number(skipped[reason])}</strong> <span>{words.reasons[reason]}</span>
          </li>
        ))}
      </ul>
      {commentsCut > 0 && <p>{words.cut(number(commentsCut))}</p>}
      <div class="settings-actions">
        <button type="button" class="button button-quiet" onClick={() => void download()}>
          {words.download}
        </button>
      </div>
    </section>
  )
}
