import type { Site } from '@pulso/protocol/types'
import { useEffect, useRef, useState } from 'preact/hooks'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { SettingsGroup } from '../settings-group.tsx'
import type { RowGroup } from './look-over.ts'
import type { Preparation } from './prepare.ts'
import { SkippedRows } from './skipped-rows.tsx'
import { type Choice, toTarget } from './targets.ts'
import { importWords } from './words.ts'

type Props = {
  site: Site
  fileName: string
  preparation: Preparation
  groups: readonly RowGroup[]
  choices: ReadonlyMap<string, Choice>
  onStart: () => Promise<void>
}

/** What an import would do, before it does anything. */
export function DryRun({ site, fileName, preparation, groups, choices, onStart }: Props) {
  const { dry: words } = useWords(importWords)
  const { locale, language } = useSpeech()
  const [isStarting, setStarting] = useState(false)
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => start.current?.scrollIntoView({ block: 'nearest' }), [])
  const { ready, comments, from, to, scores, skipped, commentsCut, report } = preparation
  const number = (count: number) => new Intl.NumberFormat(locale).format(count)
  const day = (at: number) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: site.timeZone }).format(at)
  const nameOf = (key: string) => {
    const found = site.touchpoints.find((touchpoint) => touchpoint.key === key)
    return found ? toLocalized(found.name, language) : key
  }
  const lines = groups.flatMap((group) => {
    const choice = choices.get(group.type)
    const target = choice && toTarget(group, choice, site)
    const count = (scores.get(group.type) ?? []).reduce((sum, one) => sum + (one ?? 0), 0)
    return target && count > 0 ? [words.to(number(count), target.promptId, nameOf(target.touchpoint))] : []
  })
  return (
    <SettingsGroup title={words.title}>
      {ready === 0 ? (
        <p role="alert">{words.nothing}</p>
      ) : (
        <div class="settings-import-ready" role="status">
          <p class="settings-import-number">{words.ready(number(ready))}</p>
          <p>
            {from !== null && to !== null && words.range(day(from), day(to))} · {words.comments(number(comments))}
          </p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <SkippedRows skipped={skipped} commentsCut={commentsCut} fileName={fileName} readReport={async () => report} />
      {ready > 0 && site.respondents === 'verified' && <p class="settings-warning">{words.verified}</p>}
      {ready > 0 && (
        <div class="settings-actions">
          <button
            type="button"
            class="button"
            ref={start}
            disabled={isStarting}
            onClick={() => {
              setStarting(true)
              void onStart().finally(() => setStarting(false))
            }}
          >
            {isStarting ? words.preparing : words.start(number(ready))}
          </button>
          <small>{words.startHint}</small>
        </div>
      )}
    </SettingsGroup>
  )
}
