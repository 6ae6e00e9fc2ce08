import type { NamedSection } from './named-sections.ts'

const SHAPES: Record<NamedSection, string> = {
  journey: 'M2.5 13.5c3 0 3-8 6-8s3 9 6 9 2-4 3-4',
  responses: 'M3 5h14v9H9l-4 3v-3H3z M6.5 8.5h7m-7 2.5h4.5',
  prompts: 'M10 3.5a5 5 0 0 1 1.8 9.7V15H8.2v-1.8A5 5 0 0 1 10 3.5z M8.4 17.5h3.2',
  ecosystem: 'M10 4.5a2 2 0 1 0 0 .01z M4.5 13a2 2 0 1 0 0 .01z M15.5 13a2 2 0 1 0 0 .01z M8.7 8.2 6 13.2m5.3-5 2.7 5M6.8 15h6.4',
  settings: 'M3 6h8m4 0h2M3 14h2m4 0h8 M13 4.2a1.8 1.8 0 1 0 .01 0z M7 12.2a1.8 1.8 0 1 0 .01 0z',
}

export function SectionIcon({ section }: { section: NamedSection }) {
  return (
    <svg class="section-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={SHAPES[section]} />
    </svg>
  )
}
