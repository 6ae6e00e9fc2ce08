import { useRef } from 'preact/hooks'

type Props = { label: string; accept: string; isQuiet?: boolean; onFile: (file: File) => void }

/** A button that opens the browser's own choice of a file. Choosing the same file again counts: it may have been mended. */
export function FileButton({ label, accept, isQuiet = false, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
      <button type="button" class={isQuiet ? 'button button-quiet' : 'button'} onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  )
}
