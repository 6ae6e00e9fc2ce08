/**
 * On which line of a JSON text each place stands: `touchpoints.3.stage` → 17. Of a
 * text that is no JSON, as far as it is one.
 */
export function toJsonLines(text: string): Map<string, number> {
  const lines = new Map<string, number>()
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|\n/g
  /** What is open: the place of each object or list, and where in it we are. */
  const open: { place: string; isList: boolean; index: number; key: string | null }[] = []
  let line = 1
  const here = () => {
    const inner = open.at(-1)
    if (!inner) return ''
    const own = inner.isList ? String(inner.index) : (inner.key ?? '')
    return inner.place === '' ? own : `${inner.place}.${own}`
  }
  for (const [token] of text.matchAll(tokens)) {
    const inner = open.at(-1)
    if (token === '\n') line += 1
    else if (token === ',') {
      if (inner) {
        inner.index += 1
        inner.key = null
      }
    } else if (token === '}' || token === ']') open.pop()
    else if (token !== ':') {
      const isKey = inner !== undefined && !inner.isList && inner.key === null
      if (isKey) inner.key = toText(token)
      const place = here()
      if (!lines.has(place)) lines.set(place, line)
      if (token === '{' || token === '[') open.push({ place, isList: token === '[', index: 0, key: null })
    }
  }
  return lines
}

function toText(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    return token
  }
}

/** The line of a place, or of the nearest thing around it that the text has. */
export function findLine(lines: ReadonlyMap<string, number>, place: string): number | null {
  for (let parts = place.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const line = lines.get(parts.join('.'))
    if (line !== undefined) return line
  }
  return lines.get('') ?? null
}
