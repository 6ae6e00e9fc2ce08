import type { ComponentChildren } from 'preact'
import './page-head.css'

type Props = {
  title: ComponentChildren
  /** The way back up: a link, and where more follows the name of the whole. */
  path?: ComponentChildren
  pathLabel?: string
  /** One sentence on what the page is for. */
  lead?: ComponentChildren
  /** Small facts about what the page shows. */
  meta?: ComponentChildren
  /** What can be done with all of it. */
  actions?: ComponentChildren
  children?: ComponentChildren
}

/** The head of a page: the same size, place and order on each of them. */
export function PageHead({ title, path, pathLabel, lead, meta, actions, children }: Props) {
  return (
    <header class="page-head">
      <div class="page-head-words">
        {path &&
          (pathLabel ? (
            <nav class="page-path" aria-label={pathLabel}>
              {path}
            </nav>
          ) : (
            <p class="page-path">{path}</p>
          ))}
        <h1 class="page-title">{title}</h1>
        {lead && <p class="page-lead">{lead}</p>}
        {meta && <p class="page-meta">{meta}</p>}
        {children}
      </div>
      {actions && <div class="page-actions">{actions}</div>}
    </header>
  )
}
