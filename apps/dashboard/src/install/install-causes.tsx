import { PATHS } from '@pulso/protocol/constants'
import type { Reason, Site } from '@pulso/protocol/types'
import type { ComponentChildren } from 'preact'
import { useToasts } from '../controls/toasts.tsx'
import { toCountText } from '../format/numbers.ts'
import type { Outcome } from '../request.ts'
import type { SiteDefinitionStore } from '../site/site-definition-store.ts'
import { isHere } from '../site/start-command.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { PastedCheck } from './pasted-check.tsx'
import { type Cause, toRemedy } from './to-causes.ts'
import { installWords } from './words.ts'
import './install-causes.css'

type Props = { causes: readonly Cause[]; site: Site; definition: SiteDefinitionStore; mayWrite: boolean; onChanged: () => void }

/** What stands in the way of the first answer, each with what to do about it. */
export function InstallCauses({ causes, ...props }: Props) {
  const words = useWords(installWords).causes
  return (
    <section class="install-causes" aria-labelledby="install-causes-title" hidden={causes.length === 0}>
      <h2 id="install-causes-title">{words.title}</h2>
      <ul aria-live="polite">
        {causes.map((cause) => (
          <li key={JSON.stringify([cause.is, 'origin' in cause && cause.origin, 'sign' in cause && cause.sign])}>
            <OneCause cause={cause} {...props} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneCause({ cause, site, definition, mayWrite, onChanged }: { cause: Cause } & Omit<Props, 'causes'>) {
  const { words: shell, locale } = useSpeech()
  const words = useWords(installWords).causes
  const toasts = useToasts()

  const fail = ({ failure, problem }: Extract<Outcome<Site>, { ok: false }>) =>
    toasts.say({ tone: 'failed', text: problem?.detail ?? shell.failures[failure].title })
  async function change(make: (current: Site) => Site, text: string, undo: (current: Site) => Site): Promise<void> {
    const outcome = await definition.save(make)
    if (outcome.ok) toasts.say({ text, undo: () => void takeBack(undo) })
    else fail(outcome)
    onChanged()
  }
  async function takeBack(undo: (current: Site) => Site): Promise<void> {
    const outcome = await definition.save(undo)
    if (!outcome.ok) fail(outcome)
    onChanged()
  }
  const add = (origin: string) =>
    void change(
      (current) => ({ ...current, origins: [...new Set([...current.origins, origin])] }),
      words.added(origin),
      (current) => ({ ...current, origins: current.origins.filter((known) => known !== origin) }),
    )
  const toAddButton = (origin: string) =>
    mayWrite ? (
      <button type="button" class="button button-quiet" onClick={() => add(origin)}>
        {/* A site without addresses takes all public ones, which the first that it names shuts out. */}
        {site.origins.length === 0 ? words.onlyOrigin(origin) : words.addOrigin(origin)}
      </button>
    ) : null

  switch (cause.is) {
    case 'origin':
      return (
        <Told title={words.origin.title(cause.origin)} text={cause.hasAnswered ? words.origin.refused : words.origin.wouldBe}>
          {toAddButton(cause.origin)}
        </Told>
      )
    case 'file':
      return (
        <Told {...words.file}>
          {mayWrite && (
            <button
              type="button"
              class="button button-quiet"
              onClick={() =>
                void change(
                  (current) => ({ ...current, nullOrigin: true }),
                  words.filesTaken,
                  ({ nullOrigin: _, ...current }) => current,
                )
              }
            >
              {words.takeFiles}
            </button>
          )}
        </Told>
      )
    case 'refused':
      return <Told {...words.refused[cause.sign]}>{cause.origin !== null && <p>{words.at(cause.origin)}</p>}</Told>
    case 'quarantine':
      return <Told title={words.quarantine.title(cause.answered)} text={words.quarantine.text} />
    case 'local':
      return (
        <Told
          isQuiet
          title={cause.origin === null ? words.local.somewhere : words.local.title(cause.origin)}
          text={cause.answered > 0 ? words.local.answered : words.local.loaded}
        >
          {cause.origin !== null && toAddButton(cause.origin)}
        </Told>
      )
    case 'unmapped':
      return <Told {...words.unmapped} />
    case 'held-back':
      return (
        <Told {...words.heldBack}>
          <dl>
            {cause.reasons.map(([reason, count]) => (
              <div key={reason}>
                <dt>
                  {/* A worker that was upgraded before this tab may know a reason more. */}
                  {shell.reasons[reason as Reason] ?? reason} <span class="install-times">{words.times(toCountText(count, locale))}</span>
                </dt>
                <dd>{words.remedies[toRemedy(reason)]}</dd>
              </div>
            ))}
          </dl>
        </Told>
      )
    case 'unanswered':
      return <Told isQuiet title={words.unanswered.title(cause.shown)} text={words.unanswered.text} />
    case 'consent':
      return <Told {...words.consent} />
    case 'silent':
      return <Told {...words.silent} checks={words.silent.checks.map((text) => ({ text }))} />
    case 'never-loaded': {
      const [saved, key, host, ...others] = words.neverLoaded.checks
      const checks = [
        { text: saved },
        { text: key, code: PATHS.siteScript(site.siteKey) },
        isHere() ? { text: words.hostIsHere } : { text: host, code: location.origin },
        ...others.map((text) => ({ text })),
      ]
      return (
        <Told {...words.neverLoaded} checks={checks}>
          <PastedCheck address={{ host: location.origin, siteKey: site.siteKey }} />
        </Told>
      )
    }
  }
}

type ToldProps = {
  title: string
  text: string
  /** Good to know rather than wrong. */
  isQuiet?: boolean
  checks?: readonly { text: string; code?: string }[]
  children?: ComponentChildren
}

function Told({ title, text, isQuiet = false, checks = [], children }: ToldProps) {
  return (
    <div class="install-cause" data-quiet={isQuiet ? '' : undefined}>
      <h3>{title}</h3>
      <p>{text}</p>
      {checks.length > 0 && (
        <ol>
          {checks.map((check) => (
            <li key={check.text}>
              {check.text} {check.code && <code>{check.code}</code>}
            </li>
          ))}
        </ol>
      )}
      {children}
    </div>
  )
}
