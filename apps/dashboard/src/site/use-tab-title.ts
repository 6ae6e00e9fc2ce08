import { useEffect } from 'preact/hooks'
import { toScoreText } from '../format/numbers.ts'
import type { SiteWatch } from '../live/site-watch.ts'
import { toTotals } from '../overview/totals.ts'
import { useSpeech } from '../words/speech.tsx'

/** The headline in the tab, for whoever keeps the dashboard behind other tabs. */
export function useTabTitle(watch: SiteWatch): void {
  const { locale } = useSpeech()
  const { report } = watch.state.value
  const nps = report && toTotals(report).nps
  const score = nps && toScoreText(nps.value, nps.unit, locale)
  const title = [score && `${score} NPS`, report?.site.name, 'Pulso'].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
    return () => {
      document.title = 'Pulso'
    }
  }, [title])
}
