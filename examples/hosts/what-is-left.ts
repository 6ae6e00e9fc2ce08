/** Everything that a script can leave in a page, as far as it can be counted. */
interface Left {
  /** Such as `Window keydown`, sorted. */
  listeners: string[]
  timers: number
  intervals: number
  frames: number
  idles: number
  /** Names of observers that watch something. */
  observers: string[]
  globals: string[]
  /** Every element of the page in its order, scripts left out, with what its attributes say. */
  elements: string[]
  styleSheets: number
  /** Methods of the page that are not its own any more. */
  patched: string[]
  locks: number
}

/** What the page complained of and how it moved, while it was watched. */
interface Seen {
  shift: number
  longTasksMs: number[]
  violations: string[]
}

export interface WatchedWindow extends Window {
  watched: { seen: Seen; count(): Promise<Left> }
}

/** Runs in the page before its first script, and counts from then on. */
export function watchPage(): void {
  const seen: Seen = { shift: 0, longTasksMs: [], violations: [] }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    seen.violations.push(`${violatedDirective} ${blockedURI}`),
  )
  const observe = (type: string, then: (entry: PerformanceEntry & { value: number; hadRecentInput: boolean }) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) then(entry as never)
    }).observe({ type, buffered: true })
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value
  })
  observe('longtask', ({ duration }) => seen.longTasksMs.push(Math.round(duration)))

  const { addEventListener, removeEventListener } = EventTarget.prototype
  type Heard = { target: EventTarget; type: string; listener: unknown; capture: boolean }
  const heard = new Set<Heard>()
  const toCapture = (options: unknown) => (typeof options === 'object' ? !!(options as AddEventListenerOptions | null)?.capture : !!options)
  const find = (target: EventTarget, type: string, listener: unknown, options: unknown) =>
    [...heard].find((one) => one.target === target && one.type === type && one.listener === listener && one.capture === toCapture(options))
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window
    const { once, signal } = Object(options) as AddEventListenerOptions
    if (listener && !signal?.aborted && !find(target, type, listener, options)) {
      const one = { target, type, listener, capture: toCapture(options) }
      heard.add(one)
      const forget = () => heard.delete(one)
      if (once) addEventListener.call(target, type, forget, { once: true, capture: one.capture })
      if (signal) addEventListener.call(signal, 'abort', forget, { once: true })
    }
    return addEventListener.call(target, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window
    const one = find(target, type, listener, options)
    if (one) heard.delete(one)
    return removeEventListener.call(target, type, listener, options)
  }
  /** One that nothing can call any more is none: its target has ended, or is not in the page. */
  const isAlive = ({ target }: Heard) => {
    if (target instanceof Node) return target.isConnected
    if (target instanceof AbortSignal) return !target.aborted
    // These end by themselves. Pulso's have no listeners, but zone.js makes some of them.
    return !(target instanceof IDBRequest || target instanceof IDBTransaction)
  }

  const page = window as unknown as Record<string, (...args: unknown[]) => unknown>
  const watchTimer = (start: string, stop: string, isOnce: boolean) => {
    const running = new Set<unknown>()
    const { [start]: begin, [stop]: end } = page
    page[start] = (act: unknown, ...more: unknown[]) => {
      const timer = begin?.call(
        window,
        (...args: unknown[]) => {
          if (isOnce) running.delete(timer)
          if (typeof act === 'function') act(...args)
        },
        ...more,
      )
      running.add(timer)
      return timer
    }
    page[stop] = (timer: unknown) => {
      running.delete(timer)
      return end?.call(window, timer)
    }
    return running
  }
  const timers = watchTimer('setTimeout', 'clearTimeout', true)
  const intervals = watchTimer('setInterval', 'clearInterval', false)
  const frames = watchTimer('requestAnimationFrame', 'cancelAnimationFrame', true)
  const idles = watchTimer('requestIdleCallback', 'cancelIdleCallback', true)

  const observers = new Map<object, string>()
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver'] as const) {
    const { observe, disconnect } = window[name].prototype as { observe(...args: unknown[]): void; disconnect(): void }
    Object.assign(window[name].prototype, {
      observe(this: object, ...args: unknown[]) {
        observers.set(this, name)
        observe.apply(this, args)
      },
      disconnect(this: object) {
        observers.delete(this)
        disconnect.apply(this)
      },
    })
  }

  const methods: [object, string][] = [
    [history, 'pushState'],
    [history, 'replaceState'],
    [window, 'fetch'],
    [window, 'onerror'],
    [document, 'createElement'],
    [Element.prototype, 'attachShadow'],
    [EventTarget.prototype, 'dispatchEvent'],
    [JSON, 'stringify'],
  ]
  const read = ([owner, name]: [object, string]) => (owner as Record<string, unknown>)[name]
  const atFirst = methods.map(read)

  const watched: WatchedWindow['watched'] = {
    seen,
    async count() {
      const held = await navigator.locks?.query().catch(() => ({ held: [] }))
      const elements = [...document.querySelectorAll('*')].filter(
        (element) => !element.closest('script, meta[name=pulso], link[rel=modulepreload]'),
      )
      return {
        listeners: [...heard]
          .filter(isAlive)
          .map(({ target, type }) => `${target.constructor.name} ${type}`)
          .sort(),
        timers: timers.size,
        intervals: intervals.size,
        frames: frames.size,
        idles: idles.size,
        observers: [...observers.values()].sort(),
        // Where zone.js keeps what it knows of an event that somebody has listened to.
        globals: Object.getOwnPropertyNames(window)
          .filter((name) => !name.startsWith('__zone_symbol__'))
          .sort(),
        elements: elements.map(({ localName, attributes }) =>
          [localName, ...[...attributes].map(({ name, value }) => `${name}=${value}`)].join(' '),
        ),
        styleSheets: document.adoptedStyleSheets.length,
        patched: methods.filter((method, index) => read(method) !== atFirst[index]).map(([, name]) => name),
        locks: held?.held?.length ?? 0,
      }
    },
  }
  Object.assign(window, { watched })
}
