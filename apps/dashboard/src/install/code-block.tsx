import { CopyButton } from './copy-button.tsx'
import './code-block.css'

/** Code to be copied. Wrapped, so that all of it is in sight and nothing scrolls sideways. */
export function CodeBlock({ code }: { code: string }) {
  return (
    <div class="snippet">
      <pre>
        <code translate={false}>{code}</code>
      </pre>
      <CopyButton text={code} />
    </div>
  )
}
