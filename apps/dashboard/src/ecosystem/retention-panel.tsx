import type { ClassRetention, Retention, RetentionCohort } from '@pulso/protocol/types'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { toCountText, toShareText } from '../format/numbers.ts'
import type { Reading } from '../live/use-reading.ts'
import { Skeleton } from '../site/skeleton.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { CountMonths } from './count-months.tsx'
import { MigrationChart } from './migration-chart.tsx'
import { MigrationTable } from './migration-table.tsx'
import { toMonthText } from './month-text.ts'
import { ecosystemWords } from './words.ts'
import '../site/panel.css'
import './retention-panel.css'

type Props = {
  site: string
  reading: Reading<Retention>
  /** The month that the address asks for; null: all complete ones. */
  month: string | null
  mayWrite: boolean
  onMonth: (month: string | null) => void
  onCounted: () => void
}

/** Who comes back in the next month, and as what. */
export function RetentionPanel({ site, reading, month, mayWrite, onMonth, onCounted }: Props) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { value: retention, failure } = reading
  return (
    <section class="panel" aria-labelledby="retention-title">
      <header>
        <h2 id="retention-title">{words.retention.title}</h2>
        {retention && retention.cohorts.length > 0 && (
          <MonthPick retention={retention} month={findCohort(retention, month)?.month ?? null} onMonth={onMonth} />
        )}
      </header>
      {failure !== null && failure !== 'signed-out' && <ErrorNote failure={failure} onTryAgain={reading.again} />}
      {retention === null && failure === null && <Skeleton />}
      {retention && retention.cohorts.length > 0 && (
        <>
          <p class="panel-note">{words.retention.note}</p>
          <Cohort cohort={findCohort(retention, month)} total={retention.total} />
        </>
      )}
      {retention && retention.cohorts.length === 0 && (
        <EmptyState {...(retention.pending.length > 0 ? words.retention.empty : words.retention.nobody)} />
      )}
      {retention && retention.pending.length > 0 && (
        <div class="retention-pending">
          <p>{words.retention.pending(toMonths(retention.pending, locale))}</p>
          {mayWrite && <CountMonths site={site} onCounted={onCounted} />}
        </div>
      )}
    </section>
  )
}

/** Null: all complete ones together. While there are none, the oldest: its people have had the longest time to return. */
function findCohort({ cohorts, total }: Retention, month: string | null): RetentionCohort | null {
  return cohorts.find((one) => one.month === month) ?? (total.months.length === 0 ? (cohorts.at(-1) ?? null) : null)
}

const toMonths = (months: readonly string[], locale: string) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(months.map((month) => toMonthText(month, locale)))

function MonthPick({ retention, month, onMonth }: { retention: Retention } & Pick<Props, 'month' | 'onMonth'>) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { cohorts, total } = retention
  return (
    <label class="retention-month">
      <span class="for-the-ear">{words.retention.months}</span>
      <select class="input" value={month ?? ''} onChange={(event) => onMonth(event.currentTarget.value || null)}>
        {total.months.length > 0 && (
          <option value="">{words.retention.total(total.months.length, toCountText(total.months.length, locale))}</option>
        )}
        {cohorts.map((cohort) => (
          <option key={cohort.month} value={cohort.month} selected={cohort.month === month}>
            {toMonthText(cohort.month, locale)}
            {!cohort.isComplete && ` (${words.retention.notOver})`}
          </option>
        ))}
      </select>
    </label>
  )
}

function Cohort({ cohort, total }: { cohort: RetentionCohort | null; total: Retention['total'] }) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { all, classes } = cohort ?? total
  const people = toCountText(all.respondents, locale)
  return (
    <>
      <p class="retention-gist">
        {all.returned && all.enoughData
          ? words.retention.returned(...toShares(all.returned, locale), all.respondents, people)
          : words.retention.returnedFew(all.respondents, people)}{' '}
        <Changed classes={classes} from="detractor" to="promoter" /> <Changed classes={classes} from="promoter" to="detractor" />
      </p>
      {cohort && !cohort.isComplete && <p class="panel-note">{words.retention.notOverNote}</p>}
      <MigrationChart classes={classes} />
      <MigrationTable classes={classes} />
      {cohort && cohort.sampled < 1 && <p class="panel-note">{words.retention.sampled(toShareText(cohort.sampled, locale))}</p>}
    </>
  )
}

const toShares = ({ value, low, high }: { value: number; low: number; high: number }, locale: string): [string, string, string] => [
  toShareText(value / 100, locale),
  toShareText(low / 100, locale),
  toShareText(high / 100, locale),
]

type ChangedProps = { classes: readonly ClassRetention[]; from: 'detractor' | 'promoter'; to: 'detractor' | 'promoter' }

/** Whose mind has changed most, where enough people said it twice. */
function Changed({ classes, from, to }: ChangedProps) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const share = classes.find((one) => one.from === from)?.migrated?.[to]
  if (!share?.enoughData) return null
  return from === 'detractor' ? words.retention.won(...toShares(share, locale)) : words.retention.lost(...toShares(share, locale))
}
