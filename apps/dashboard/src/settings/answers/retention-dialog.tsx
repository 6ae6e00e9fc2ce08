import { LIMITS, PATHS } from '@pulso/protocol/constants'
import { useEffect, useState } from 'preact/hooks'
import { toTouchpoints } from '../../live/watch-state.ts'
import { request } from '../../request.ts'
import { isReport } from '../../wire-guards.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { answersWords } from './words.ts'

const DAY_MS = 86_400_000

type Props = { site: string; days: number; onConfirm: () => void; onClose: () => void }

/** What a retention would delete tonight, before somebody agrees to it. */
export function RetentionDialog({ site, days, onConfirm, onClose }: Props) {
  const { retention: words } = useWords(answersWords)
  const { locale } = useSpeech()
  const [count, setCount] = useState<number | null>(null)
  const cutoff = Date.now() - days * DAY_MS
  useEffect(() => {
    const toDay = (time: number) => new Date(time).toISOString().slice(0, 10)
    const query = `from=${toDay(cutoff - (LIMITS.rangeDays - 1) * DAY_MS)}&to=${toDay(cutoff)}`
    void request(`${PATHS.stats(site)}?${query}`, isReport).then((outcome) => {
      if (outcome.ok)
        setCount(toTouchpoints(outcome.value).reduce((sum, touchpoint) => sum + touchpoint.shown, outcome.value.unmapped?.shown ?? 0))
    })
  }, [site, days])
  return (
    <ConfirmDialog title={words.confirmTitle} confirm={words.confirmDo} onConfirm={onConfirm} onClose={onClose}>
      <p>{words.confirmText(toCutoffText(days, locale), days)}</p>
      <p role="status">
        {count === null
          ? words.counting
          : count === 0
            ? words.confirmNone
            : words.confirmCount(new Intl.NumberFormat(locale).format(count))}
      </p>
      <p>{words.confirmStays}</p>
    </ConfirmDialog>
  )
}

/** The first day of which anything is kept. */
export function toCutoffText(days: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(Date.now() - days * DAY_MS)
}
