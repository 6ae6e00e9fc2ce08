import { PATHS } from '@pulso/protocol/constants'
import type { JourneyDefinition } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { ErrorNote } from '../../controls/error-note.tsx'
import { useToasts } from '../../controls/toasts.tsx'
import { toLocalized } from '../../format/localized.ts'
import { type Failure, isOvertaken, request, type ToldProblem } from '../../request.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { toPlaces } from '../field-problems.ts'
import { FileButton } from '../file-button.tsx'
import { isJourneyFile } from '../guards.ts'
import { mayWrite } from '../may-write.ts'
import type { SettingsSectionProps } from '../sections.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { findJsonFault } from './find-json-fault.ts'
import { type JourneyChange, toJourneyChanges } from './to-journey-changes.ts'
import { findLine, toJsonLines } from './to-json-lines.ts'
import { journeyFileWords } from './words.ts'
import './journey-file.css'

type Mistake = { line: number | null; column?: number; place: string; said: string | null }
type Judged =
  | { is: 'broken' | 'wrong'; file: string; mistakes: Mistake[] }
  | { is: 'failed'; file: string; failure: Failure; problem: ToldProblem | null }
  | { is: 'fine'; file: string; body: object; before: object; etag: string | null; changes: JourneyChange[] }

const isJourney = (value: unknown): value is JourneyDefinition => isJourneyFile(value)

/** The journey as a file, out and in: what a file would do is seen before it does it. */
export function JourneyFileSection({ current, definition, session }: SettingsSectionProps) {
  const words = useWords(journeyFileWords)
  const toasts = useToasts()
  const [judged, setJudged] = useState<Judged | null>(null)
  const path = PATHS.journeyFile(current.id)

  async function judge(file: File): Promise<void> {
    const text = await file.text()
    let body: object
    try {
      body = JSON.parse(text) as object
    } catch {
      const fault = findJsonFault(text)
      return setJudged({ is: 'broken', file: file.name, mistakes: [{ line: null, ...fault, place: '', said: null }] })
    }
    const now = await request(path, isJourney)
    if (!now.ok) return setJudged({ is: 'failed', file: file.name, failure: now.failure, problem: now.problem })
    const tried = await request(`${path}?check=true`, isJourney, { method: 'PUT', body })
    if (tried.ok) {
      const changes = toJourneyChanges(now.value, tried.value)
      return setJudged({ is: 'fine', file: file.name, body, before: now.value, etag: now.etag, changes })
    }
    const places = toPlaces(tried.problem)
    if (tried.failure !== 'refused' || Object.keys(places).length === 0) {
      return setJudged({ is: 'failed', file: file.name, failure: tried.failure, problem: tried.problem })
    }
    const lines = toJsonLines(text)
    const mistakes = Object.entries(places).map(([place, said]) => ({ line: findLine(lines, place), place, said }))
    setJudged({ is: 'wrong', file: file.name, mistakes })
  }

  async function put(body: object, etag: string | null): Promise<{ etag: string | null } | null> {
    const outcome = await request(path, isJourney, { method: 'PUT', body, headers: etag === null ? {} : { 'if-match': etag } })
    if (outcome.ok) {
      await definition.read()
      return { etag: outcome.etag }
    }
    setJudged({ is: 'failed', file: judged?.file ?? '', failure: outcome.failure, problem: outcome.problem })
    return null
  }

  async function apply({ body, before, etag }: Extract<Judged, { is: 'fine' }>): Promise<void> {
    const done = await put(body, etag)
    if (!done) return
    setJudged(null)
    const undo = async () => {
      if (await put(before, done.etag)) toasts.say({ text: words.in.undo })
    }
    toasts.say({ text: words.in.applied, undo: () => void undo() })
  }

  return (
    <>
      <SettingsGroup title={words.out.title} text={words.out.text}>
        <div class="settings-actions">
          <a class="button" href={path} download={`${current.id}-journey.json`}>
            {words.out.download}
          </a>
        </div>
      </SettingsGroup>
      {mayWrite(session) && (
        <SettingsGroup title={words.in.title} text={words.in.text}>
          <div class="settings-actions">
            <FileButton
              label={judged === null ? words.in.choose : judged.is === 'fine' ? words.in.again : words.in.mended}
              accept=".json,application/json"
              isQuiet={judged?.is === 'fine'}
              onFile={(file) => void judge(file)}
            />
            {judged && <small>{words.in.fileName(judged.file)}</small>}
          </div>
          {judged && <Judgement judged={judged} onApply={apply} />}
        </SettingsGroup>
      )}
      <SettingsGroup title="npm run journey" text={words.command}>
        <pre class="command">{'npm run journey -- read journey.json\nnpm run journey -- apply journey.json'}</pre>
      </SettingsGroup>
    </>
  )
}

function Judgement({ judged, onApply }: { judged: Judged; onApply: (judged: Extract<Judged, { is: 'fine' }>) => Promise<void> }) {
  const words = useWords(journeyFileWords)
  const { language } = useSpeech()
  if (judged.is === 'failed') {
    const isOutdated = isOvertaken(judged.problem)
    return (
      <ErrorNote failure={judged.failure} problem={isOutdated ? null : judged.problem}>
        {isOutdated && <p>{words.in.meanwhile}</p>}
      </ErrorNote>
    )
  }
  if (judged.is !== 'fine') {
    return (
      <div class="error-note" role="alert">
        <p>
          <strong>{words.in.wrong}</strong>
        </p>
        <p>{words.in.wrongText}</p>
        <ul class="settings-journey-mistakes">
          {judged.mistakes.map(({ line, column, place, said }) => (
            <li key={place}>
              {line !== null && <strong>{column === undefined ? words.in.line(line) : words.in.lineAndColumn(line, column)}</strong>}{' '}
              {place !== '' && <code>{place}</code>} {said === null ? words.in.notJson : <span lang="en">{said}</span>}
            </li>
          ))}
        </ul>
      </div>
    )
  }
  if (judged.changes.length === 0) return <p role="status">{words.in.nothing}</p>
  const toText = (change: JourneyChange) => {
    if (change.what === 'order') return words.changes.order('', '')
    const name = toLocalized(change.name, language)
    if (change.what === 'touchpoint-renamed') return words.changes[change.what](name, change.from.join(', '))
    if (change.what === 'touchpoint-changed') return words.changes[change.what](name, change.members.join(', '))
    if (change.what === 'touchpoint-moved') return words.changes[change.what](name, change.stage ? toLocalized(change.stage, language) : '')
    return words.changes[change.what](name, '')
  }
  return (
    <section class="settings-inner" aria-label={words.in.preview}>
      <h3>{words.in.preview}</h3>
      <p role="status">{words.in.previewText}</p>
      <ul class="settings-journey-changes">
        {judged.changes.map((change) => (
          <li key={toText(change)} data-change={change.what.split('-').at(-1)}>
            {toText(change)}
          </li>
        ))}
      </ul>
      {judged.changes.some(({ what }) => what === 'touchpoint-removed') && <p class="settings-warning">{words.in.removes}</p>}
      <div class="settings-actions">
        <button type="button" class="button" onClick={() => void onApply(judged)}>
          {words.in.apply}
        </button>
      </div>
    </section>
  )
}
