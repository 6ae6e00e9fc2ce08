import { useWords } from '../words/speech.tsx'
import { responsesWords } from './words.ts'
import './inbox-skeleton.css'

const ROWS = [0, 1, 2, 3, 4, 5]

/** The shape of the list before it comes. It shows only when that takes long enough to be seen. */
export function InboxSkeleton() {
  const words = useWords(responsesWords)
  return (
    <div class="inbox-skeleton" aria-busy="true">
      <p role="status" class="for-the-ear">
        {words.loading}
      </p>
      {ROWS.map((row) => (
        <div key={row} aria-hidden="true" />
      ))}
    </div>
  )
}
