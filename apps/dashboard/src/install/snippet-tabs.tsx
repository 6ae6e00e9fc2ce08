import { PATHS } from '@pulso/protocol/constants'
import { useEffect, useState } from 'preact/hooks'
import { Tabs } from '../controls/tabs.tsx'
import { request } from '../request.ts'
import { useWords } from '../words/speech.tsx'
import { CodeBlock } from './code-block.tsx'
import { isPinnedCopy, type PinnedCopy } from './guards.ts'
import {
  type Address,
  INSTALL_PATHS,
  type InstallPath,
  type Moment,
  toNpmSnippet,
  toPinnedTag,
  toPolicyLines,
  toReactSnippet,
  toScriptSnippet,
  toTagManagerSnippet,
} from './snippets.ts'
import { installWords } from './words.ts'

/** Names, which no language translates. */
const NAMES = { script: 'Script', npm: 'npm', react: 'React' }

type Props = { address: Address; moment: Moment; chosen: InstallPath; onChoose: (path: InstallPath) => void }

/** What to paste, by each way of bringing Pulso to a page. */
export function SnippetTabs({ address, moment, chosen, onChoose }: Props) {
  const words = useWords(installWords)
  const names = { ...NAMES, ...words.tabNames }
  return (
    <Tabs label={words.tabs} tabs={INSTALL_PATHS.map((key) => ({ key, label: names[key] }))} chosen={chosen} onChoose={onChoose}>
      <div class="install-way">
        {chosen === 'script' && <CodeBlock code={toScriptSnippet(address, moment)} />}
        {(chosen === 'npm' || chosen === 'react') && (
          <>
            <p>{words.notes.npmFirst}</p>
            <CodeBlock code="npm install @pulso/widget" />
            <CodeBlock code={chosen === 'npm' ? toNpmSnippet(address, moment) : toReactSnippet(address, moment)} />
          </>
        )}
        {chosen === 'gtm' && <CodeBlock code={toTagManagerSnippet(address, moment)} />}
        <p class="install-note">{words.notes[chosen]}</p>
        {chosen === 'csp' && (
          <>
            <CodeBlock code={toPolicyLines(address.host)} />
            <p class="install-note">{words.notes.cspInline}</p>
            <PinnedTag address={address} />
          </>
        )}
      </div>
    </Tabs>
  )
}

/** The tag with the hash of this deployment's build. */
function PinnedTag({ address }: { address: Address }) {
  const words = useWords(installWords)
  const [copy, setCopy] = useState<PinnedCopy | null>(null)
  useEffect(() => {
    const ending = new AbortController()
    void request(PATHS.integrity, isPinnedCopy, { signal: ending.signal }).then((outcome) => outcome.ok && setCopy(outcome.value))
    return () => ending.abort()
  }, [])
  if (copy === null) return null
  return (
    <>
      <p class="install-note">{words.notes.pinned}</p>
      <CodeBlock code={toPinnedTag(address, copy)} />
    </>
  )
}
