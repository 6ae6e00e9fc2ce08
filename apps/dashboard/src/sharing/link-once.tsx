import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../words/speech.tsx'
import { sharingWords } from './words.ts'
import './sharing.css'

/** A link that is shown now and never again, ready to be copied. */
export function LinkOnce({ label, url }: { label: string; url: string }) {
  const words = useWords(sharingWords)
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  useEffect(() => setOutcome('none'), [url])

  async function copy(): Promise<void> {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(url)
      setOutcome('copied')
    } catch {
      // No permission, or a page that is not secure, where there is no clipboard: it is selected, a key does the rest.
      setOutcome('failed')
    }
  }

  const says = { none: words.copy, copied: words.copied, failed: words.copyFailed }
  return (
    <div class="link-once">
      <input ref={field} class="input" readOnly value={url} aria-label={label} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" class="button" onClick={() => void copy()}>
        <span aria-live="polite">{says[outcome]}</span>
      </button>
    </div>
  )
}
