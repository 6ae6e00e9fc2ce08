import { useEffect, useState } from 'preact/hooks'
import { useSpeech } from '../words/speech.tsx'

const SAY_SO_FOR_MS = 3_000

/** Copies a text and says whether it did. */
export function CopyButton({ text }: { text: string }) {
  const { words } = useSpeech()
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  useEffect(() => {
    if (outcome === 'none') return
    const timer = setTimeout(() => setOutcome('none'), SAY_SO_FOR_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      // No permission, or a page that is not secure, where there is no clipboard at all.
      setOutcome('failed')
    }
  }

  const says = { none: words.install.copy, copied: words.install.copied, failed: words.install.copyFailed }
  return (
    <button type="button" class="button" onClick={() => void copy()}>
      <span aria-live="polite">{says[outcome]}</span>
    </button>
  )
}
