import { PATHS } from '@pulso/protocol/constants'
import { useState } from 'preact/hooks'
import { ErrorNote } from '../controls/error-note.tsx'
import { type Failure, request } from '../request.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { isCountedMonths } from './guards.ts'
import { toMonthText } from './month-text.ts'
import { ecosystemWords } from './words.ts'

type State = { is: 'idle' } | { is: 'counting' } | { is: 'done'; months: string[] } | { is: 'failed'; failure: Failure }

/** Counts what the night would: at most once in ten minutes, which the worker sees to and this says. */
export function CountMonths({ site, onCounted }: { site: string; onCounted: () => void }) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const [state, setState] = useState<State>({ is: 'idle' })
  const count = async () => {
    setState({ is: 'counting' })
    const outcome = await request(PATHS.months(site), isCountedMonths, { method: 'POST' })
    if (!outcome.ok) return setState({ is: 'failed', failure: outcome.failure })
    setState({ is: 'done', months: outcome.value.counted })
    onCounted()
  }
  return (
    <>
      <button type="button" class="button button-quiet" disabled={state.is === 'counting'} onClick={() => void count()}>
        {state.is === 'counting' ? words.retention.counting : words.retention.count}
      </button>
      <p role="status" class="panel-note">
        {state.is === 'done' &&
          (state.months.length === 0
            ? words.retention.countedNothing
            : words.retention.counted(new Intl.ListFormat(locale).format(state.months.map((month) => toMonthText(month, locale)))))}
      </p>
      {state.is === 'failed' && <ErrorNote failure={state.failure} />}
    </>
  )
}
