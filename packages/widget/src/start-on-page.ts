import type { Pulso, PulsoCall } from './pulso.ts'

/** The one global: an array of calls until the script runs, then Pulso itself, which still takes `push`. */
interface PageGlobal {
  pulso?: PulsoCall[] | (Pulso & { push(...calls: PulsoCall[]): void })
}

/**
 * Puts Pulso into the page's one global, once `start` has made it, and does what
 * was called before. Two tags for one site are one Pulso, and a page's own thing
 * of that name is left alone.
 */
export function startOnPage(start: (ready: (pulso: Pulso) => void) => void): void {
  const page = globalThis as PageGlobal
  if (page.pulso && !Array.isArray(page.pulso)) return
  start((pulso) => {
    const waiting = page.pulso
    const push = (...calls: PulsoCall[]) => {
      for (const call of calls) {
        try {
          const [method, ...args] = call
          const act = pulso[method] as (...args: never[]) => void
          act(...(args as never[]))
        } catch {
          // An unknown name, or something that is no call at all, must not cost the calls after it.
        }
      }
    }
    page.pulso = { ...pulso, push }
    if (Array.isArray(waiting)) push(...waiting)
  })
}
