import type { Prompt, Site } from '@pulso/protocol/types'
import { useRef, useState } from 'preact/hooks'
import { EmptyState } from '../../controls/empty-state.tsx'
import { ErrorNote } from '../../controls/error-note.tsx'
import type { Failure, ToldProblem } from '../../request.ts'
import type { SiteDefinitionStore } from '../../site/site-definition-store.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { FileButton } from '../file-button.tsx'
import { SettingsGroup } from '../settings-group.tsx'
import { type Columns, isPersonal, type Role } from './columns.ts'
import { ColumnsGroup } from './columns-group.tsx'
import { DryRun } from './dry-run.tsx'
import { type FileFormat, findFormat } from './file-format.ts'
import { type FileLook, lookOver } from './look-over.ts'
import type { TimeReading } from './parse-time.ts'
import { type Preparation, prepare } from './prepare.ts'
import { type Choice, toFirstChoice, toOffers, toTarget } from './targets.ts'
import { TargetsGroup } from './targets-group.tsx'
import { TimeGroup } from './time-group.tsx'
import { importWords } from './words.ts'

type Props = {
  site: Site
  definition: SiteDefinitionStore
  onBegin: (fileName: string, preparation: Preparation) => Promise<void>
}

/** A file that was looked at, and what a person has decided about it so far. */
interface Opened {
  file: File
  format: FileFormat
  look: FileLook
  choices: ReadonlyMap<string, Choice>
  time: TimeReading
  tellsPeopleApart: boolean
}

/** From choosing a file to having seen what it would do. */
export function ImportSetup({ site, definition, onBegin }: Props) {
  const words = useWords(importWords)
  const { locale } = useSpeech()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [preparation, setPreparation] = useState<Preparation | null>(null)
  const [trouble, setTrouble] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)
  /** Of two files, or two looks at one, the later one is what is shown. */
  const turn = useRef(0)
  /** The columns as they were chosen last; null while nobody has chosen. */
  const chosen = useRef<Columns | null>(null)
  const number = (count: number) => new Intl.NumberFormat(locale).format(count)
  const percent = (part: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(part)

  async function look(file: File, columns: Columns | null): Promise<void> {
    turn.current += 1
    const mine = turn.current
    if (columns === null) chosen.current = null
    setPreparation(null)
    setTrouble(null)
    setShare(0)
    const format = await findFormat(file)
    const found = await lookOver(file, format, columns, (part) => turn.current === mine && setShare(part))
    if (turn.current !== mine) return
    setShare(null)
    setOpened((before) => ({
      file,
      format,
      look: found,
      choices: new Map(
        found.groups.map((group) => [group.type, (columns && before?.choices.get(group.type)) || toFirstChoice(group, site)] as const),
      ),
      time: { timeZone: (columns && before?.time.timeZone) || site.timeZone, order: found.dates.order ?? toUsualOrder(locale) },
      tellsPeopleApart: (columns !== null && before?.tellsPeopleApart) || false,
    }))
  }

  /** At once, and before the file has been looked at again by it: the next choice comes on top of this one. */
  function chooseColumn({ file, look: seen }: Opened, role: Role, place: number | null): void {
    chosen.current = { ...(chosen.current ?? seen.columns), [role]: place }
    const columns = chosen.current
    setOpened((before) => before && { ...before, look: { ...before.look, columns } })
    void look(file, columns)
  }

  async function check({ file, format, look: seen, choices, time, tellsPeopleApart }: Opened): Promise<void> {
    turn.current += 1
    const mine = turn.current
    setShare(0)
    const targets = new Map(
      seen.groups.map((group) => {
        const choice = choices.get(group.type)
        return [group.type, choice ? toTarget(group, choice, site) : null] as const
      }),
    )
    const plan = { site: site.id, columns: seen.columns, time, targets, locale: site.defaultLocale, tellsPeopleApart }
    const result = await prepare(file, format, plan, Date.now(), (part) => turn.current === mine && setShare(part))
    if (turn.current !== mine) return
    setShare(null)
    setPreparation(result)
  }

  async function begin({ file, look: seen, choices }: Opened, prepared: Preparation): Promise<void> {
    const fresh = new Map<string, Pick<Prompt, 'id' | 'kind' | 'scaleMax'>>()
    for (const group of seen.groups) {
      const offer = toOffers(group, site).find(({ value }) => value === choices.get(group.type)?.offer)
      if (offer?.isNew) fresh.set(offer.prompt.id, offer.prompt)
    }
    if (fresh.size > 0) {
      // What is left out of a prompt the worker fills in. At no touchpoint: it is asked nowhere by itself.
      const added = [...fresh.values()].map(({ id, kind, scaleMax }) => ({ id, kind, scaleMax, touchpoints: [] }) as unknown as Prompt)
      const outcome = await definition.save((newest) => ({
        ...newest,
        prompts: [...newest.prompts, ...added.filter(({ id }) => !newest.prompts.some((prompt) => prompt.id === id))],
      }))
      if (!outcome.ok) return setTrouble(outcome)
    }
    await onBegin(file.name, prepared)
  }

  const change = (part: Partial<Opened>) => {
    setPreparation(null)
    setOpened((before) => before && { ...before, ...part })
  }
  const isReady = opened !== null && opened.look.columns.score !== null && opened.look.columns.time !== null
  return (
    <>
      <SettingsGroup title={words.intro.title} text={words.intro.text}>
        <p class="settings-import-private">{words.intro.private}</p>
        <div class="settings-actions">
          <FileButton
            label={opened === null ? words.intro.choose : words.another}
            accept=".csv,.tsv,.txt,text/csv"
            isQuiet={opened !== null}
            onFile={(file) => void look(file, null)}
          />
          {opened && <small>{words.file(opened.file.name, number(opened.look.rows))}</small>}
        </div>
        {share !== null && (
          <div class="settings-import-reading">
            <progress class="settings-progress" max={1} value={share} aria-label={words.reading('')} />
            <p role="status">{words.reading(percent(share))}</p>
          </div>
        )}
      </SettingsGroup>
      {opened?.look.rows === 0 && <EmptyState {...words.empty} />}
      {opened !== null && opened.look.rows > 0 && (
        <>
          <ColumnsGroup
            look={opened.look}
            personal={opened.look.names.filter(isPersonal)}
            tellsPeopleApart={opened.tellsPeopleApart}
            onColumn={(role, place) => chooseColumn(opened, role, place)}
            onPeople={(tellsPeopleApart) => change({ tellsPeopleApart })}
          />
          <TargetsGroup
            groups={opened.look.groups}
            site={site}
            choices={opened.choices}
            onChoose={(type, choice) => change({ choices: new Map(opened.choices).set(type, choice) })}
          />
          <TimeGroup site={site} dates={opened.look.dates} time={opened.time} onTime={(time) => change({ time })} />
          {preparation === null && (
            <div class="settings-actions">
              <button type="button" class="button" disabled={!isReady || share !== null} onClick={() => void check(opened)}>
                {words.check}
              </button>
              <small>{words.checkHint}</small>
            </div>
          )}
          {preparation !== null && (
            <DryRun
              site={site}
              fileName={opened.file.name}
              preparation={preparation}
              groups={opened.look.groups}
              choices={opened.choices}
              onStart={() => begin(opened, preparation)}
            />
          )}
          {trouble && <ErrorNote {...trouble} />}
        </>
      )}
    </>
  )
}

/** How the reader's own country writes dates: a guess, shown to be corrected. */
function toUsualOrder(locale: string): TimeReading['order'] {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'day' ? 'day-first' : 'month-first'
}
