import type { ToldProblem } from '../request.ts'

/**
 * What the worker says of a body by its places: `origins.1: use an origin …; name: …`
 * becomes each sentence by its place, to be shown where it can be mended.
 */
export function toPlaces(problem: ToldProblem | null): Record<string, string> {
  const places: Record<string, string> = {}
  let last: string | null = null
  for (const part of problem?.detail.split('; ') ?? []) {
    const found = /^([A-Za-z][\w-]*(?:\.[\w-]+)*): (.*)$/s.exec(part)
    if (found) {
      last = found[1] ?? ''
      places[last] = found[2] ?? ''
      // A sentence can have a semicolon of its own.
    } else if (last !== null) places[last] += `; ${part}`
  }
  return places
}

/** What is said of a place or of anything in it. */
export function findSaid(problem: ToldProblem | null | undefined, place: string): string | null {
  const entry = Object.entries(toPlaces(problem ?? null)).find(([name]) => name === place || name.startsWith(`${place}.`))
  return entry?.[1] ?? null
}
