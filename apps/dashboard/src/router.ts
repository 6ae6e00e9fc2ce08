import { type ReadonlySignal, signal } from '@preact/signals'
import { parseRoute, type Route } from './route.ts'

export type Router = {
  route: ReadonlySignal<Route>
  /** Moves to another address of this dashboard; `replace` leaves no step in the history. */
  go: (path: string, options?: { replace: boolean }) => void
  destroy: () => void
}

/** Keeps the current route in step with the address bar, both ways. */
export function createRouter(): Router {
  const route = signal(parseRoute(new URL(location.href)))
  const read = () => {
    route.value = parseRoute(new URL(location.href))
  }
  addEventListener('popstate', read)
  addEventListener('hashchange', read)
  return {
    route,
    go: (path, options) => {
      if (options?.replace) history.replaceState(null, '', path)
      else history.pushState(null, '', path)
      read()
    },
    destroy: () => {
      removeEventListener('popstate', read)
      removeEventListener('hashchange', read)
    },
  }
}
