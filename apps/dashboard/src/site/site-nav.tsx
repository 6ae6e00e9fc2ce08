import { type SiteRoute, toSitePath } from '../route.ts'
import type { Session } from '../session.ts'
import { useSpeech } from '../words/speech.tsx'
import { NAMED_SECTIONS, type NamedSection, toNamedSection } from './named-sections.ts'
import { PAGES } from './pages.ts'
import { SectionIcon } from './section-icon.tsx'
import './site-nav.css'

type Props = { route: SiteRoute; session: Session }

/** The parts of a site: along the top, and under the thumb on a phone. */
export function SiteNav({ route, session }: Props) {
  const { words } = useSpeech()
  const state = session.state.value
  const rights = state.is === 'signed-in' ? state : null
  const isOpen = (section: NamedSection) =>
    PAGES[section] !== undefined && (section !== 'responses' || rights?.mayReadResponses) && (section !== 'settings' || rights?.mayWrite)
  const offered = NAMED_SECTIONS.filter(isOpen)
  if (offered.length < 2) return null
  return (
    <nav class="site-nav" aria-label={words.nav.label}>
      <ul>
        {offered.map((section) => (
          <li key={section}>
            <a
              href={toSitePath(route.site, { section, days: route.days })}
              aria-current={toNamedSection(route.section) === section ? 'page' : undefined}
            >
              <SectionIcon section={section} />
              <span>{words.nav.sections[section]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
