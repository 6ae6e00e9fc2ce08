import type { ColourChange } from '@pulso/protocol/types'
import { useSpeech, useWords } from '../words/speech.tsx'
import { toNumberText } from './to-prompt-words.ts'
import { promptsWords } from './words.ts'

/** Which of the site's colours the widget will not show as they are, and why. */
export function PreviewColours({ changes }: { changes: readonly ColourChange[] }) {
  const { preview } = useWords(promptsWords)
  const { locale } = useSpeech()
  if (changes.length === 0) return <p class="field-hint">{preview.contrastFine}</p>
  return (
    <div class="preview-colours">
      <h3>{preview.contrast}</h3>
      <ul>
        {changes.map(({ theme, colour, wished, used, ratio, needed }) => (
          <li key={`${theme} ${colour}`}>
            <span class="preview-swatches" aria-hidden="true">
              <i style={{ background: wished }} />
              <i style={{ background: used }} />
            </span>
            {preview.changed(
              preview.colours[colour],
              wished,
              used,
              toNumberText(ratio, locale),
              toNumberText(needed, locale),
              preview.themes[theme],
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
