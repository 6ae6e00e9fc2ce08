import type { ComponentChildren } from 'preact'
import './advice.css'

type Props = { title: string; text: string; children?: ComponentChildren }

/** The one thing a page has to say when it has no scores to show: what is the matter and what to do. */
export function Advice({ title, text, children }: Props) {
  return (
    <section class="advice" aria-labelledby="advice-title">
      <h1 id="advice-title">{title}</h1>
      <p>{text}</p>
      {children}
    </section>
  )
}
