import type { ComponentChildren } from 'preact'
import { type Failure, isOvertaken, type ToldProblem } from '../request.ts'
import { useSpeech } from '../words/speech.tsx'
import './notes.css'

type Props = {
  failure: Failure
  /** What the worker says of it, for what no general sentence can know. */
  problem?: ToldProblem | null
  onTryAgain?: (() => void) | undefined
  children?: ComponentChildren
}

/** What went wrong and what to do about it. */
export function ErrorNote({ failure, problem = null, onTryAgain, children }: Props) {
  const { words } = useSpeech()
  const { title, text } = isOvertaken(problem) ? words.overtaken : words.failures[failure]
  return (
    <div class="error-note" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
      {failure === 'refused' && problem !== null && problem.detail !== '' && !isOvertaken(problem) && <p lang="en">{problem.detail}</p>}
      {children}
      {onTryAgain && (
        <button type="button" class="button button-quiet" onClick={onTryAgain}>
          {words.tryAgain}
        </button>
      )}
    </div>
  )
}
