import { useEffect } from 'preact/hooks'
import { toScoreText } from '../format/numbers.ts'
import type { SiteWatch } from '../live/site-watch.ts'
import { toTotals } from '../overview/totals.ts'
import type { Section } from '../route.ts'
import { useSpeech } from '../words/speech.tsx'
import { toNamedSection } from './named-sections.ts'

/** The headline in the tab, for whoever keeps the dashboard behind other tabs; before it which page it is, where that is not the journey's own. */
export function useTabTitle(watch: SiteWatch, section: Section): void {
  const { words, locale } = useSpeech()
  const { report } = watch.state.value
  const nps = report && toTotals(report).nps
  const score = nps && toScoreText(nps.value, nps.unit, locale)
  const named = toNamedSection(section)
  const title = [named !== 'journey' && words.nav.sections[named], score && `${score} NPS`, report?.site.name, 'Pulso']
    .filter(Boolean)
    .join(' · ')
  useEffect(() => {
    document.title = title
    return () => {
      document.title = 'Pulso'
    }
  }, [title])
}
