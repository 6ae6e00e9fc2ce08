import type { Report } from '@pulso/protocol/types'
import { useEffect, useRef, useState } from 'preact/hooks'
import { toLocalized } from '../format/localized.ts'
import type { SiteWatch } from '../live/site-watch.ts'
import { toNewAnswers, toTouchpoints } from '../live/watch-state.ts'
import { useSpeech } from '../words/speech.tsx'

/** Spoken at most this often: a busy shop must not talk without end. */
const SPEAK_EVERY_MS = 5_000

/** Says politely what has just moved, for those who do not see the cards pulse. */
export function News({ watch }: { watch: SiteWatch }) {
  const { words, language, locale } = useSpeech()
  const [text, setText] = useState('')
  const told = useRef<Report | null>(null)

  useEffect(() => {
    // Another site or range: its first report is no news.
    told.current = null
    const stopWatching = watch.state.subscribe(({ report }) => {
      told.current ??= report
    })
    const timer = setInterval(() => {
      const { report } = watch.state.peek()
      if (report === null) return
      const news = toNewAnswers(told.current, report)
      told.current = report
      const names = toTouchpoints(report).flatMap(({ key, name }) => (news.has(key) ? [toLocalized(name, language)] : []))
      const answers = [...news.values()].reduce((sum, count) => sum + count, 0)
      // Empty in between: the same sentence twice in a row would only be read once.
      setText(answers === 0 ? '' : words.news(answers, new Intl.ListFormat(locale).format(names)))
    }, SPEAK_EVERY_MS)
    return () => {
      clearInterval(timer)
      stopWatching()
    }
  }, [watch, words, language, locale])

  return (
    <p class="for-the-ear" aria-live="polite">
      {text}
    </p>
  )
}
