import type { TriggerPage } from '../core/parts.ts'
import { isPageAt } from '../rules/is-page-at.ts'

/** When the visitor comes to such a page, by loading it or by moving within an application of one page. */
export const trigger = (globs: readonly string[], fire: () => void, { signal }: TriggerPage): void => {
  let last = ''
  const look = () => {
    const { pathname } = location
    if (pathname === last) return
    last = pathname
    if (isPageAt(globs)) fire()
  }
  const { navigation } = window as { navigation?: EventTarget }
  if (navigation) navigation.addEventListener('currententrychange', look, { signal })
  else {
    addEventListener('popstate', look, { signal })
    for (const method of ['pushState', 'replaceState'] as const) {
      const original = history[method]
      const patched = function (this: History, ...args: Parameters<History['pushState']>) {
        original.apply(this, args)
        if (!signal.aborted) look()
      }
      history[method] = patched
      // Somebody may have wrapped ours since: theirs stays, and ours then only passes on.
      signal.addEventListener('abort', () => {
        if (history[method] === patched) history[method] = original
      })
    }
  }
  look()
}
