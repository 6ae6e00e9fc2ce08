import { toTextParts } from '../comments/to-text-parts.ts'
import { useSpeech } from '../words/speech.tsx'
import '../comments/comment-text.css'

/** What somebody wrote, with what was taken out of it before it was stored. */
export function SaidText({ text }: { text: string }) {
  const { words, language } = useSpeech()
  return (
    <>
      {toTextParts(text).map((part, place) =>
        typeof part === 'string' ? (
          part
        ) : (
          <span key={place} class="redaction" lang={language}>
            {words.comments.redacted[part.redacted]}
          </span>
        ),
      )}
    </>
  )
}
