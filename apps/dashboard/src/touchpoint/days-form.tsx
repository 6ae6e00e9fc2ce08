import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Field } from '../controls/field.tsx'
import { toCountText } from '../format/numbers.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { countDays } from './interval-choice.ts'
import { touchpointWords } from './words.ts'

type Range = { from: string; to: string }
type Props = { range: Range; today: string; mostDays: number; onChoose: (range: Range) => void }

/** Any days from one to another, behind a button: the top bar has the usual ranges. */
export function DaysForm({ range, today, mostDays, onChoose }: Props) {
  const { locale } = useSpeech()
  const words = useWords(touchpointWords)
  const id = useId()
  const panel = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState(range)
  useEffect(() => setChosen(range), [range.from, range.to])
  const error =
    chosen.from > chosen.to ? words.view.backwards : countDays(chosen) > mostDays ? words.view.tooLong(toCountText(mostDays, locale)) : null
  const submit = (event: Event) => {
    event.preventDefault()
    if (error !== null || chosen.from === '' || chosen.to === '') return
    panel.current?.hidePopover()
    onChoose(chosen)
  }
  const field = (name: keyof Range) => (
    <Field label={words.view[name]} error={name === 'to' ? error : null}>
      {(control) => (
        <input
          {...control}
          class="input"
          type="date"
          required
          max={today}
          value={chosen[name]}
          onInput={(event) => setChosen({ ...chosen, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <div class="view-bar-days">
      <button type="button" class="view-bar-more" popovertarget={id}>
        {words.view.otherDays}
      </button>
      <form ref={panel} id={id} popover="auto" class="days-form" onSubmit={submit}>
        {field('from')}
        {field('to')}
        <button type="submit" class="button">
          {words.view.apply}
        </button>
      </form>
    </div>
  )
}
