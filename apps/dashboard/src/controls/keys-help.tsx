import { useContext, useState } from 'preact/hooks'
import { useSpeech } from '../words/speech.tsx'
import { Dialog } from './dialog.tsx'
import { KeysContext, toOwnKeys, useKeys } from './keys.ts'
import './keys-help.css'

/** `?` shows every shortcut that works on this page. */
export function KeysHelp() {
  const { words } = useSpeech()
  const keys = useContext(KeysContext)
  const [isOpen, setOpen] = useState(false)
  useKeys([{ keys: '?', label: words.controls.showKeys, run: () => setOpen(true) }])
  if (!isOpen || keys === null) return null
  return (
    <Dialog title={words.controls.keys} onClose={() => setOpen(false)}>
      <dl class="keys-help">
        {toOwnKeys(keys.bindings.value).map(({ binding, keys: own }) => (
          <div key={`${own} ${binding.label}`}>
            <dt>
              {own.map((key) => (
                <kbd key={key}>{words.controls.keyNames[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{binding.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
