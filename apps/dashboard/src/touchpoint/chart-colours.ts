/** The colours of a chart: a canvas knows no custom properties, so they are asked of the page. */
export type ChartColours = Record<'ink' | 'inkSoft' | 'line' | 'edge' | 'accent' | 'card', string>

const TOKENS: Record<keyof ChartColours, string> = {
  ink: '--ink',
  inkSoft: '--ink-soft',
  line: '--line',
  edge: '--edge',
  accent: '--accent',
  card: '--card',
}

/** The tokens as they are at this place and in this theme: `light-dark()` is only worked out where it is used. */
export function readChartColours(place: HTMLElement): ChartColours {
  const probe = document.createElement('span')
  place.append(probe)
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const colours = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)])) as ChartColours
  probe.remove()
  return colours
}

/** Calls when the page has put on other colours, by its own choice, the system's, or for the printer. */
export function onOtherColours(listener: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  const theme = new MutationObserver(listener)
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
    theme.disconnect()
  }
}
