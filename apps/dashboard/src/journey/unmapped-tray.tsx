import type { Report, TouchpointReport } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { useSpeech } from '../words/speech.tsx'
import { TouchpointCard } from './touchpoint-card.tsx'
import { readUnmappedKeys } from './unmapped-keys.ts'

type Props = { report: Report; unmapped: TouchpointReport; beats: number; mayReadResponses: boolean }

/** What was answered beside the journey, and the names to add to it. */
export function UnmappedTray({ report, unmapped, beats, mayReadResponses }: Props) {
  const { words } = useSpeech()
  const [keys, setKeys] = useState<readonly string[]>([])
  const { site, range, environment, lane } = report
  // One more answer is seldom one more name; the first to arrive is, so that one asks again.
  const mayHaveKeys = mayReadResponses && unmapped.shown > 0
  useEffect(() => {
    if (!mayHaveKeys) return
    const ending = new AbortController()
    void readUnmappedKeys(report, ending.signal).then((found) => {
      if (!ending.signal.aborted) setKeys(found)
    })
    return () => ending.abort()
  }, [mayHaveKeys, site.id, range.from, range.to, environment, lane])
  return (
    <div class="unmapped">
      <h3>{words.journey.unmapped}</h3>
      <p>{words.journey.unmappedNote}</p>
      {keys.length > 0 && (
        <>
          <p id="unmapped-keys">{words.journey.unmappedKeys}</p>
          <ul class="unmapped-keys" aria-labelledby="unmapped-keys">
            {keys.map((key) => (
              <li key={key}>
                <code>{key}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <TouchpointCard touchpoint={unmapped} beats={beats} isUnmapped />
    </div>
  )
}
