import { useState } from 'preact/hooks'
import { toLocalized } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import { toDayText } from '../format/times.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import type { SharedWatch } from './shared-watch.ts'
import { sharedViewWords } from './words.ts'

/** As many as a look takes in. */
const FIRST_COMMENTS = 12

/** What people wrote, the newest first, without who it was. */
export function SharedComments({ watch }: { watch: SharedWatch }) {
  const words = useWords(sharedViewWords)
  const { words: shell, language, locale } = useSpeech()
  const [isAll, setAll] = useState(false)
  const comments = watch.comments.value
  const places = watch.state.value.report?.stages.flatMap(({ touchpoints }) => touchpoints) ?? []
  return (
    <section aria-labelledby="shared-comments">
      <h2 id="shared-comments">{words.comments}</h2>
      {comments === null && <p role="status">{shell.loading}</p>}
      {comments?.length === 0 && <p class="shared-note">{words.noComments}</p>}
      <ul class="shared-comments">
        {comments?.slice(0, isAll ? undefined : FIRST_COMMENTS).map(({ touchpoint, day, text, locale: written }, place) => {
          const found = places.find(({ key }) => key === touchpoint)
          return (
            // Two people may have written the same on the same day, and nothing else is known of them.
            <li key={`${place} ${day}`}>
              <blockquote lang={written}>{text}</blockquote>
              <p class="shared-note">
                {found ? toLocalized(found.name, language) : words.elsewhere} · {toDayText(day, locale)}
              </p>
            </li>
          )
        })}
      </ul>
      {comments !== null && !isAll && comments.length > FIRST_COMMENTS && (
        <button type="button" class="button button-quiet shared-more" onClick={() => setAll(true)}>
          {words.more(toCountText(comments.length - FIRST_COMMENTS, locale))}
        </button>
      )}
    </section>
  )
}
