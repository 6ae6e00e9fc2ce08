import { useState } from 'preact/hooks'
import { Field } from '../controls/field.tsx'
import { Advice } from '../site/advice.tsx'
import { useWords } from '../words/speech.tsx'
import { sharedViewWords } from './words.ts'
import './shared-view.css'

type Props = { said: 'nothing' | 'wrong' | 'wait'; onOpen: (password: string) => Promise<void> }

/** Asks for the password of a link. */
export function SharedPassword({ said, onOpen }: Props) {
  const words = useWords(sharedViewWords)
  const [password, setPassword] = useState('')
  const [isTrying, setTrying] = useState(false)
  const open = async () => {
    setTrying(true)
    await onOpen(password)
    setTrying(false)
  }
  return (
    <Advice title={words.password.title} text={words.password.text}>
      <form
        class="shared-password"
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        <Field label={words.password.label} error={said === 'nothing' ? null : words.password[said]}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button" disabled={isTrying}>
          {words.password.open}
        </button>
      </form>
    </Advice>
  )
}
