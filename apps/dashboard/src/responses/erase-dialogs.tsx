import type { InboxResponse } from '@pulso/protocol/types'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { toCountText } from '../format/numbers.ts'
import type { Failure } from '../request.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { countPerson, type PersonCount } from './count-of-person.ts'
import { responsesWords } from './words.ts'

type Erase = () => Promise<number | null>

/** Before one answer is gone: what goes with it. */
export function EraseOneDialog({ response, onErase, onClose }: { response: InboxResponse; onErase: Erase; onClose: () => void }) {
  const { erase, row } = useWords(responsesWords)
  const { locale } = useSpeech()
  const { notes, tags } = response.marks
  return (
    <EraseDialog title={erase.oneTitle} button={erase.oneButton} mayErase onErase={onErase} onClose={onClose}>
      <p>{erase.oneText}</p>
      {notes.length + tags.length > 0 && <p>{erase.oneMarks(row.notes(notes.length, toCountText(notes.length, locale)))}</p>}
      <p>
        <strong>{erase.noWay}</strong>
      </p>
    </EraseDialog>
  )
}

type PersonProps = { site: string; respondent: string; timeZone: string; onErase: Erase; onClose: () => void }

/** Before everything of a person is gone: how much that is. It is counted first, and can be erased once it has been. */
export function ErasePersonDialog({ site, respondent, timeZone, onErase, onClose }: PersonProps) {
  const { erase, row } = useWords(responsesWords)
  const { locale } = useSpeech()
  const [count, setCount] = useState<PersonCount | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void countPerson(site, respondent, leaving.signal, setCount).then((failed) => {
      if (!leaving.signal.aborted) setFailure(failed)
    })
    return () => leaving.abort()
  }, [site, respondent])
  const toDay = (time: number) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(time)
  const toText = (number: number) => toCountText(number, locale)
  const isCounted = count?.isAll === true
  const button = isCounted ? erase.personButton(count.responses, toText(count.responses)) : erase.personTitle
  return (
    <EraseDialog title={erase.personTitle} button={button} mayErase={isCounted && count.responses > 0} onErase={onErase} onClose={onClose}>
      {failure !== null && <ErrorNote failure={failure} />}
      {!isCounted && failure === null && <p role="status">{erase.counting(toText(count?.rows ?? 0))}</p>}
      {isCounted && count.responses === 0 && <p>{erase.nothing}</p>}
      {isCounted && count.responses > 0 && count.from !== null && count.to !== null && (
        <>
          <p role="status">
            {erase.personText(count.responses, toText(count.responses))} {erase.between(toDay(count.from), toDay(count.to))}
          </p>
          <p>{erase.withTexts(toText(count.comments), row.notes(count.notes, toText(count.notes)))}</p>
          <p>
            <strong>{erase.noWay}</strong>
          </p>
        </>
      )}
    </EraseDialog>
  )
}

type FrameProps = { title: string; button: string; mayErase: boolean; onErase: Erase; onClose: () => void; children: ComponentChildren }

/** The frame of both: the way out comes first, and a failure is said where the question was asked. */
function EraseDialog({ title, button, mayErase, onErase, onClose, children }: FrameProps) {
  const { erase, said } = useWords(responsesWords)
  const { words } = useSpeech()
  const [isErasing, setErasing] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const run = async () => {
    setErasing(true)
    setFailed(false)
    if ((await onErase()) === null) {
      setFailed(true)
      setErasing(false)
    }
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button button-quiet" disabled={isErasing} onClick={onClose}>
            {words.controls.cancel}
          </button>
          <button type="button" class="button button-danger" disabled={!mayErase || isErasing} onClick={() => void run()}>
            {isErasing ? erase.erasing : button}
          </button>
        </>
      }
    >
      {children}
      {hasFailed && <p role="alert">{said.failed}</p>}
    </Dialog>
  )
}
