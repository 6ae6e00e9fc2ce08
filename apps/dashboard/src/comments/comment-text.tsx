import { useRef, useState } from 'preact/hooks'
import { useSpeech } from '../words/speech.tsx'
import { toTextParts } from './to-text-parts.ts'
import './comment-text.css'

/** What fits in the stream without pushing the others off the page. */
const MOST_LINES = 5
const MOST_CHARACTERS = 280

/** What somebody wrote: its beginning when it is long, the whole when asked. */
export function CommentText({ text, locale }: { text: string; locale: string }) {
  const { words, language } = useSpeech()
  const quote = useRef<HTMLQuoteElement>(null)
  const [isWhole, setWhole] = useState(text.length <= MOST_CHARACTERS && text.split('\n').length <= MOST_LINES)
  const showWhole = () => {
    setWhole(true)
    // The button goes; a keyboard stays where it was reading.
    quote.current?.focus()
  }
  return (
    <>
      <blockquote ref={quote} tabIndex={-1} class="comment-text" data-whole={isWhole} lang={locale}>
        {toTextParts(text).map((part, place) =>
          typeof part === 'string' ? (
            part
          ) : (
            <span key={place} class="redaction" lang={language}>
              {words.comments.redacted[part.redacted]}
            </span>
          ),
        )}
      </blockquote>
      {!isWhole && (
        <button type="button" class="comment-whole" onClick={showWhole}>
          {words.comments.whole}
        </button>
      )}
    </>
  )
}
