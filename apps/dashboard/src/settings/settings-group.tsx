import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type Props = { title: string; text?: ComponentChildren; tone?: 'danger'; children?: ComponentChildren }

/** A few settings that belong together, with what they are for. */
export function SettingsGroup({ title, text, tone, children }: Props) {
  const id = useId()
  return (
    <section class="settings-group" data-danger={tone === 'danger' ? '' : undefined} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {text && <p>{text}</p>}
      </header>
      {children}
    </section>
  )
}
