import type { Kind } from '@pulso/protocol/types'

/** A sign for each kind, drawn in the line of the other icons. */
const SHAPES: Record<Kind, string> = {
  nps: 'M3 15V9m3.5 6V7m3.5 8V5m3.5 10v-5m3.5 5V4',
  csat: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z M6.8 10.3l2.2 2.2 4.2-4.6',
  ces: 'M3.5 14a6.5 6.5 0 0 1 13 0M10 14l3-4.5',
  emoji: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z M7 11.5c1 2 5 2 6 0M7.6 8v.01M12.4 8v.01',
  thumbs: 'M4 9h2.5v7H4zM6.5 9.5 9.5 4c1.5 0 2 1 1.6 2.4L10.5 8.5H15c1 0 1.6.8 1.3 1.8l-1.5 4.7c-.2.6-.7 1-1.3 1H6.5',
  stars: 'm10 3.2 2.1 4.3 4.7.7-3.4 3.3.8 4.7-4.2-2.2-4.2 2.2.8-4.7-3.4-3.3 4.7-.7z',
  choice: 'M4 5.5h.01M4 10h.01M4 14.5h.01M7.5 5.5H16M7.5 10H16M7.5 14.5H16',
  text: 'M4 4.5h12v9H9.5L6 16.5v-3H4zM7 7.7h6M7 10.3h4',
}

export function KindMark({ kind }: { kind: Kind }) {
  return (
    <span class="kind-mark">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={SHAPES[kind]} />
      </svg>
    </span>
  )
}
