import { LIMITS, PATHS } from '@pulso/protocol/constants'
import { useEffect, useState } from 'preact/hooks'
import { toTouchpoints } from '../../live/watch-state.ts'
import { request } from '../../request.ts'
import { toDay } from '../../touchpoint/site-day.ts'
import { isReport } from '../../wire-guards.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { answersWords } from './words.ts'

const DAY_MS = 86_400_000

type Props = { site: string; timeZone: string; days: number; onConfirm: () => void; onClose: () => void }

/** What a retention would delete tonight, before somebody agrees to it. */
export function RetentionDialog({ site, timeZone, days, onConfirm, onClose }: Props) {
  const { retention: words } = useWords(answersWords)
  const { locale } = useSpeech()
  const [count, setCount] = useState<number | 'unknown' | null>(null)
  const cutoff = Date.now() - days * DAY_MS
  useEffect(() => {
    const query = `from=${toDay(cutoff - (LIMITS.rangeDays - 1) * DAY_MS, timeZone)}&to=${toDay(cutoff, timeZone)}`
    void request(`${PATHS.stats(site)}?${query}`, isReport).then((outcome) => {
      setCount(outcome.ok ? toTouchpoints(outcome.value).reduce((sum, { shown }) => sum + shown, 0) : 'unknown')
    })
  }, [site, timeZone, days])
  return (
    <ConfirmDialog title={words.confirmTitle} confirm={words.confirmDo} onConfirm={onConfirm} onClose={onClose}>
      <p>{words.confirmText(toCutoffText(days, locale, timeZone), days)}</p>
      <p role="status">
        {count === null
          ? words.counting
          : count === 'unknown'
            ? words.confirmUnknown
            : count === 0
              ? words.confirmNone
              : words.confirmCount(new Intl.NumberFormat(locale).format(count))}
      </p>
      <p>{words.confirmStays}</p>
    </ConfirmDialog>
  )
}

/** The first day of which anything is kept, on the site's own calendar. */
export function toCutoffText(days: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(Date.now() - days * DAY_MS)
}
