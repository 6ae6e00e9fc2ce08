import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { toTextParts } from '../comments/to-text-parts.ts'
import { useSpeech } from '../words/speech.tsx'
import { toFoundParts } from './to-found-parts.ts'
import '../comments/comment-text.css'
import './said-text.css'

/** What is being looked for, to be shown where it was found. */
export const SearchContext = createContext('')

/** What somebody wrote, with what was taken out of it before it was stored. */
export function SaidText({ text }: { text: string }) {
  const { words, language } = useSpeech()
  const search = useContext(SearchContext)
  return (
    <>
      {toTextParts(text).map((part, place) =>
        typeof part === 'string' ? (
          toFoundParts(part, search).map((found, index) =>
            found.isFound ? (
              <mark key={index} class="inbox-found">
                {found.text}
              </mark>
            ) : (
              found.text
            ),
          )
        ) : (
          <span key={place} class="redaction" lang={language}>
            {words.comments.redacted[part.redacted]}
          </span>
        ),
      )}
    </>
  )
}
