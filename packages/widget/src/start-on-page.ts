import type { Pulso, PulsoCall } from './pulso.ts'

/** The one global: an array of calls until the script runs, then Pulso itself, which still takes `push`. */
interface PageGlobal {
  pulso?: PulsoCall[] | (Pulso & { push(...calls: PulsoCall[]): void })
}

declare const window: PageGlobal

/**
 * What the page has called so far, or undefined where something else is there:
 * two tags for one site are one Pulso, and a page's own thing of that name is left alone.
 */
export const findWaiting = (): unknown => (window.pulso ??= [])

/** Puts Pulso into the page's one global, and does what was called before. */
export function publish(pulso: Pulso, waiting: PulsoCall[]): void {
  const push = (...calls: PulsoCall[]) => {
    for (const call of calls) {
      try {
        ;(pulso[call[0]] as (...args: unknown[]) => void)(...call.slice(1))
      } catch {
        // An unknown name, or something that is no call at all, must not cost the calls after it.
      }
    }
  }
  window.pulso = { ...pulso, push }
  push(...waiting)
}
