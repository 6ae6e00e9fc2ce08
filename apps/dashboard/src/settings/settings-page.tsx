import { useEffect, useRef, useState } from 'preact/hooks'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { toSitePath } from '../route.ts'
import { Advice } from '../site/advice.tsx'
import '../site/page-head.css'
import type { PageProps } from '../site/page-props.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { FOR_ADMINS, SECTION_FILES, SETTINGS, type SettingsKey, type SettingsSectionProps } from './sections.ts'
import { settingsWords } from './words.ts'
import './settings-form.css'
import './settings-page.css'

/** All settings of a site: the list, and one section of it. On a phone one or the other. */
export function SettingsPage(props: PageProps) {
  const { site, item, definition, session } = props
  const words = useWords(settingsWords)
  const state = session.state.value
  const isAdmin = state.is === 'signed-in' && state.isAdmin
  const key = item === null ? 'site' : SETTINGS.find((known) => known === item)
  const offered = SETTINGS.filter((known) => SECTION_FILES[known] !== undefined && (isAdmin || !FOR_ADMINS.has(known)))
  const heading = useRef<HTMLHeadingElement>(null)
  const opened = useRef(item)
  useEffect(() => {
    if (opened.current !== item) heading.current?.focus({ preventScroll: true })
    opened.current = item
  }, [item])
  useEffect(() => {
    void definition.read()
  }, [definition])

  // A page has one heading of the first rank: of the list where that is what was opened, else of the section.
  const Heading = item === null ? 'h2' : 'h1'
  const current = definition.site.value
  const failure = definition.failure.value
  useEffect(() => {
    if (failure === 'signed-out') session.markEnded()
  }, [failure, session])

  return (
    <div class="page settings" data-list={item === null ? '' : undefined}>
      <nav class="settings-list" aria-label={words.title}>
        {item === null ? <h1 class="page-title">{words.title}</h1> : <p class="page-title">{words.title}</p>}
        <ul>
          {offered.map((known) => (
            <li key={known}>
              <a href={toSitePath(site, { section: 'settings', item: known })} aria-current={known === key ? 'page' : undefined}>
                <span>{words.sections[known].name}</span> <small>{words.sections[known].about}</small>
              </a>
            </li>
          ))}
          <li>
            <a href={toSitePath(site, { section: 'install' })}>
              <span>{words.install.name}</span> <small>{words.install.about}</small>
            </a>
          </li>
        </ul>
      </nav>
      <div class="settings-panel">
        <a class="settings-back" href={toSitePath(site, { section: 'settings' })}>
          <span aria-hidden="true">←&nbsp;</span>
          {words.back}
        </a>
        <Heading ref={heading} class="settings-title" tabIndex={-1}>
          {key === undefined ? words.unknown.title : words.sections[key].name}
        </Heading>
        {key === undefined && <p class="settings-note">{words.unknown.text}</p>}
        {key !== undefined && !isAdmin && FOR_ADMINS.has(key) && <EmptyState {...words.forAdmins} />}
        {key !== undefined && (isAdmin || !FOR_ADMINS.has(key)) && (current !== null || failure === null) && (
          <Section name={key} page={props} current={current} />
        )}
        {current === null && failure !== null && <ErrorNote failure={failure} onTryAgain={() => void definition.read()} />}
      </div>
    </div>
  )
}

/** The shape of a section before it is there. */
function Waiting() {
  const words = useWords(settingsWords)
  return (
    <div class="settings-waiting" aria-busy="true">
      <p role="status" class="for-the-ear">
        {words.loading}
      </p>
      <div aria-hidden="true" />
      <div aria-hidden="true" />
    </div>
  )
}

type Arrived = { name: SettingsKey; Section: NonNullable<Awaited<ReturnType<NonNullable<(typeof SECTION_FILES)[SettingsKey]>>>> | null }

/** A section once its file and the site have arrived. */
function Section({ name, page, current }: { name: SettingsKey; page: PageProps; current: SettingsSectionProps['current'] | null }) {
  const { words } = useSpeech()
  const [arrived, setArrived] = useState<Arrived | null>(null)
  useEffect(() => {
    let isWanted = true
    SECTION_FILES[name]?.().then(
      (Section) => isWanted && setArrived({ name, Section }),
      () => isWanted && setArrived({ name, Section: null }),
    )
    return () => {
      isWanted = false
    }
  }, [name])
  if (arrived?.name === name && arrived.Section === null) {
    return (
      <Advice {...words.pageMissing}>
        <button type="button" class="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </Advice>
    )
  }
  if (arrived?.name !== name || arrived.Section === null || current === null) return <Waiting />
  // A section keeps what is being written; another site or another section is another form.
  return <arrived.Section key={`${page.site} ${name}`} {...page} current={current} />
}
