import type { Site } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { ErrorNote } from '../controls/error-note.tsx'
import { toCountText } from '../format/numbers.ts'
import type { Reading } from '../live/use-reading.ts'
import { Choice } from '../site/choice.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { GroupLine } from './group-line.tsx'
import { type GroupList, toGroupLists } from './group-rows.ts'
import type { GroupedReport } from './guards.ts'
import { GROUPINGS, type Grouping, type PageQuery } from './page-query.ts'
import { toPromptName } from './prompt-name.ts'
import { toSegmentLabel } from './view-bar.tsx'
import { touchpointWords } from './words.ts'
import '../site/panel.css'

type Props = {
  page: PageQuery
  reading: Reading<GroupedReport>
  definition: Site | null
  touchpoint: string
  toPath: (changes: Record<string, string | null>) => string
  onBy: (by: Grouping) => void
}

/** More rows than these are read by nobody unasked. */
const MOST_ROWS = 10

/** Segments, or prompts, side by side: each against all others together, judged as the many comparisons that they are. */
export function GroupsPanel({ page, reading, definition, touchpoint, toPath, onBy }: Props) {
  const { language, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const prompts = definition?.prompts ?? []
  const hasPrompts = prompts.filter(({ touchpoints }) => touchpoints.includes(touchpoint)).length > 1 || page.by === 'prompt'
  const breakdown = reading.value?.breakdown
  // While the others are on their way these are still of what was asked before.
  const by = GROUPINGS.find((one) => one === breakdown?.by) ?? page.by
  // One group alone has nobody beside it.
  const lists = toGroupLists(breakdown?.groups ?? []).filter(({ rows }) => rows.length > 1)
  const hasOthers = lists.length > 0
  const toName = (key: string) => {
    const prompt = prompts.find(({ id }) => id === key)
    return by === 'prompt' && prompt ? toPromptName(prompt, language) : toSegmentLabel(key, words.view)
  }
  const lookedAt = Math.max(0, ...lists.flatMap(({ rows }) => rows.map(({ change }) => change?.joint.lookedAt ?? 0)))
  return (
    <section class="panel" aria-labelledby="groups-title" aria-busy={!reading.isOfNow}>
      <header>
        <h2 id="groups-title">{words.groups.title}</h2>
        {hasPrompts && (
          <Choice
            legend={words.groups.by}
            isLegendHidden
            options={GROUPINGS.map((value) => ({ value, label: words.groups.bys[value] }))}
            value={page.by}
            onChoose={onBy}
          />
        )}
      </header>
      {reading.failure !== null && reading.failure !== 'signed-out' && <ErrorNote failure={reading.failure} onTryAgain={reading.again} />}
      {breakdown && !hasOthers && <p class="panel-note">{words.groups.none[by]}</p>}
      {hasOthers && (
        <>
          <p class="panel-note">
            {words.groups.note} {lookedAt > 1 && words.change.joint(toCountText(lookedAt, locale))}
          </p>
          {lists.map((list) => (
            <Lines key={`${by} ${list.key}`} list={list} isNamed={lists.length > 1} by={by} page={page} toName={toName} toPath={toPath} />
          ))}
        </>
      )}
    </section>
  )
}

type LinesProps = Pick<Props, 'page' | 'toPath'> & { list: GroupList; isNamed: boolean; by: Grouping; toName: (key: string) => string }

function Lines({ list, isNamed, by, page, toName, toPath }: LinesProps) {
  const { words: common, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const [isWhole, setWhole] = useState(list.rows.length <= MOST_ROWS + 1)
  const shown = isWhole ? list.rows : list.rows.slice(0, MOST_ROWS)
  return (
    <div class="group-list">
      {isNamed && <h3>{common.kinds[list.score.kind].name}</h3>}
      <ul aria-label={`${words.groups.bys[by]}: ${common.kinds[list.score.kind].name}`}>
        {shown.map((row) => (
          <GroupLine
            key={row.key}
            row={row}
            name={toName(row.key)}
            isChosen={page.filters[by] === row.key}
            path={row.key === '' ? null : toPath({ [by]: page.filters[by] === row.key ? null : row.key })}
          />
        ))}
      </ul>
      {!isWhole && (
        <button type="button" class="button button-quiet" onClick={() => setWhole(true)}>
          {words.groups.more(toCountText(list.rows.length - MOST_ROWS, locale))}
        </button>
      )}
    </div>
  )
}
