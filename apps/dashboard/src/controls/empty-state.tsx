import type { ComponentChildren } from 'preact'
import './notes.css'

type Props = { title: string; text: ComponentChildren; children?: ComponentChildren }

/** A place that is empty yet: what will be there, and what brings it. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div class="empty-state">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  )
}
