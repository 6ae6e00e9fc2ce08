import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { parseRoute, type Route } from './route.ts'

export type Router = {
  route: ReadonlySignal<Route>
  /** Moves to another address of this dashboard; `replace` leaves no step in the history. */
  go: (path: string, options?: { replace: boolean }) => void
  /** While it is set, leaving the page (not a change of its query) has to be allowed by it: for what is not saved yet. */
  mayLeave: Signal<(() => boolean) | null>
  destroy: () => void
}

/** Keeps the current route in step with the address bar, both ways. */
export function createRouter(): Router {
  const route = signal(parseRoute(new URL(location.href)))
  const mayLeave: Router['mayLeave'] = signal(null)
  /** Where the person is, should leaving be refused after the browser has gone already. */
  let here = location.href
  const read = () => {
    here = location.href
    route.value = parseRoute(new URL(here))
  }
  const isRefused = (next: string) => new URL(next).pathname !== new URL(here).pathname && mayLeave.value !== null && !mayLeave.value()

  const go: Router['go'] = (path, options) => {
    const next = new URL(path, here)
    if (isRefused(next.href)) return
    const isElsewhere = next.pathname !== location.pathname
    if (options?.replace || next.href === here) history.replaceState(null, '', next)
    else history.pushState(null, '', next)
    read()
    if (isElsewhere && !options?.replace) scrollTo(0, 0)
  }
  /** A link within the dashboard is a move, not a new page, unless the person wants it elsewhere. */
  const followLink = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.target !== '' || link.hasAttribute('download') || link.origin !== location.origin || link.hash !== '') return
    const { page } = parseRoute(new URL(link.href))
    if (page !== 'site' && page !== 'new-site') return
    event.preventDefault()
    go(link.href)
  }
  const follow = () => {
    if (isRefused(location.href)) history.pushState(null, '', here)
    else read()
  }
  addEventListener('popstate', follow)
  addEventListener('hashchange', read)
  addEventListener('click', followLink)
  return {
    route,
    go,
    mayLeave,
    destroy: () => {
      removeEventListener('click', followLink)
      removeEventListener('popstate', follow)
      removeEventListener('hashchange', read)
    },
  }
}
