import { PATHS } from '@pulso/protocol/constants'
import type { TallyCheck as Check, TallyCheckOrder } from '@pulso/protocol/types'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ErrorNote } from '../../controls/error-note.tsx'
import { Table } from '../../controls/table.tsx'
import { type Failure, type Outcome, request, type ToldProblem } from '../../request.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { isTallyCheck } from '../guards.ts'
import { dangerWords } from './words.ts'

type Action = TallyCheckOrder['action']

/** Counts every answer anew, step by step, and says whether the numbers are what they say. */
export function TallyCheck({ site }: { site: string }) {
  const { check: words } = useWords(dangerWords)
  const { locale } = useSpeech()
  const [step, setStep] = useState<{ action: Action; check: Check | null; moved: number } | null>(null)
  const [trouble, setTrouble] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)
  const ending = useRef(new AbortController())
  useEffect(() => () => ending.current.abort(), [])
  const number = (count: number) => new Intl.NumberFormat(locale).format(count)

  async function run(action: Action): Promise<void> {
    ending.current = new AbortController()
    const { signal } = ending.current
    setTrouble(null)
    setStep({ action, check: null, moved: 0 })
    let moved = 0
    for (let run: string | null = null; ; ) {
      const outcome: Outcome<Check> = await request(PATHS.tallies(site), isTallyCheck, { method: 'POST', body: { action, run }, signal })
      if (signal.aborted) return setStep(null)
      if (!outcome.ok) {
        setStep(null)
        return setTrouble(outcome)
      }
      moved += outcome.value.moved
      setStep({ action, check: outcome.value, moved })
      if (outcome.value.state === 'done') return
      run = outcome.value.run
    }
  }

  const check = step?.check ?? null
  const isRunning = step !== null && check?.state !== 'done'
  const result = check?.state === 'done' ? check : null
  return (
    <>
      <div class="settings-actions">
        <button type="button" class="button" disabled={isRunning} onClick={() => void run('verify')}>
          {words.verify}
        </button>
        <button type="button" class="button button-quiet" disabled={isRunning} onClick={() => void run('rebuild')}>
          {words.rebuild}
        </button>
        {isRunning && (
          <button type="button" class="link" onClick={() => ending.current.abort()}>
            {words.stop}
          </button>
        )}
      </div>
      <p class="field-hint">{words.rebuildHint}</p>
      {isRunning && <progress class="settings-progress" aria-label={words.title} />}
      <p role="status" class="settings-result" data-result={result ? (result.drift === 0 ? 'right' : 'wrong') : undefined}>
        {isRunning && (check?.state === 'moving' ? words.moving(number(step.moved)) : words.counting(number(check?.scanned ?? 0)))}
        {result &&
          (result.drift === 0
            ? words.right(number(result.scanned))
            : (step?.action === 'rebuild' ? words.repaired : words.wrong)(number(result.drift), number(result.scanned)))}
        {result && result.untold > 0 && ` ${words.untold(number(result.untold))}`}
      </p>
      {result && result.differences.length > 0 && (
        <Table
          caption={words.differences}
          columns={[
            { key: 'where', label: words.columns.where },
            { key: 'tallied', label: words.columns.tallied },
            { key: 'counted', label: words.columns.counted },
          ]}
          rows={result.differences.map(({ at, lane, touchpoint, promptId, segment, tallied, counted }) => ({
            key: [at, lane, touchpoint, promptId, segment].join(' '),
            cells: [
              [at, touchpoint, promptId, segment, lane].filter(Boolean).join(' · '),
              toText(tallied, counted),
              toText(counted, counted),
            ],
          }))}
        />
      )}
      {trouble && <ErrorNote {...trouble} onTryAgain={() => void run('verify')} />}
    </>
  )
}

function toText(counts: Record<string, number>, named: Record<string, number>): string {
  return Object.keys(named)
    .map((name) => `${name} ${counts[name] ?? 0}`)
    .join(', ')
}
