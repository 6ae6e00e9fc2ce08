import { useState } from 'preact/hooks'
import { Field } from '../controls/field.tsx'
import { useWords } from '../words/speech.tsx'
import { checkPasted, type Finding } from './check-pasted.ts'
import type { Address } from './snippets.ts'
import { installWords } from './words.ts'

/** Compares the code of a page with what it should be: a key with a typing error reaches nobody who could say so. It stays in this browser. */
export function PastedCheck({ address }: { address: Address }) {
  const words = useWords(installWords).pasted
  const [text, setText] = useState('')
  const findings = text.trim() === '' ? [] : checkPasted(text, address)
  const toText = (finding: Finding): string => {
    if (finding.is === 'wrong-key') return words.wrongKey(finding.found, address.siteKey)
    if (finding.is === 'wrong-host') return words.wrongHost(finding.found, address.host)
    return words.findings[finding.is]
  }
  return (
    <div class="install-pasted">
      <Field label={words.label} hint={words.hint}>
        {(control) => (
          <textarea
            {...control}
            class="input"
            rows={3}
            spellcheck={false}
            autocapitalize="none"
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <ul role="status">
        {findings.map((finding) => (
          <li key={finding.is} data-fine={finding.is === 'fine' ? '' : undefined}>
            {toText(finding)}
          </li>
        ))}
      </ul>
    </div>
  )
}
