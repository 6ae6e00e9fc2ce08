import type { ClassRetention, Retention } from '@pulso/protocol/types'
import { Table } from '../controls/table.tsx'
import { toCountText, toShareText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { MIGRATED } from './migration-flows.ts'
import { ecosystemWords } from './words.ts'

type Share = NonNullable<Retention['total']['all']['returned']>

/** The matrix behind the bands: of each class how many came back, and as what, with how sure that is. */
export function MigrationTable({ classes }: { classes: readonly ClassRetention[] }) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { columns, classes: names } = words.retention
  return (
    <Table
      caption={`${words.retention.title}: ${words.retention.table}`}
      isCaptionHidden
      columns={[
        { key: 'from', label: columns.from },
        { key: 'people', label: columns.people, isNumber: true },
        { key: 'returned', label: columns.returned, isNumber: true },
        ...MIGRATED.map((name) => ({ key: name, label: words.retention.migratedTo(names[name]), isNumber: true })),
      ]}
      rows={classes
        .filter(({ respondents }) => respondents > 0)
        .map(({ from, respondents, returned, migrated }) => ({
          key: from,
          cells: [
            names[from],
            toCountText(respondents, locale),
            <ShareCell key="returned" share={returned} isDiagonal={false} />,
            ...MIGRATED.map((to) => <ShareCell key={to} share={migrated?.[to] ?? null} isDiagonal={to === from} />),
          ],
        }))}
    />
  )
}

function ShareCell({ share, isDiagonal }: { share: Share | null; isDiagonal: boolean }) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  if (share === null) return <>–</>
  const [value, low, high] = [share.value, share.low, share.high].map((percent) => toShareText(percent / 100, locale))
  return (
    <span class="migration-share" data-thin={!share.enoughData} data-diagonal={isDiagonal}>
      <strong>{value}</strong> <small>{`${low} … ${high}`}</small>
      {!share.enoughData && <small>{words.retention.tooFew}</small>}
    </span>
  )
}
