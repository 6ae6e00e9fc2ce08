import type { LiveFrame } from '@pulso/protocol/types'
import { parseLiveFrame } from '../wire-guards.ts'
import { toRetryDelayMs } from './retry-delay.ts'

/** `connecting` is the first try, `reconnecting` every later one; `offline` is the browser's own word. */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'offline'

const PING_EVERY_MS = 20_000
/** RFC 6455, policy violation: how a room closes on whose access has ended. */
const SHOWN_OUT = 1008
/** A laptop that slept keeps a socket that looks open and is dead; only silence tells. */
const PONG_WITHIN_MS = 8_000

type Listener = {
  onFrame: (frame: LiveFrame) => void
  onConnection: (connection: Connection) => void
  /** The room has closed because whoever watches may not any more. */
  onShownOut: () => void
}

export type LiveSocket = { destroy: () => void }

/**
 * Watches a site's live room and keeps coming back until destroyed.
 *
 * @param token of a share link; without it the session's cookie says who watches
 */
export function createLiveSocket(path: string, { onFrame, onConnection, onShownOut }: Listener, token?: string): LiveSocket {
  const address = new URL(path, location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'

  let socket: WebSocket | null = null
  let attempt = 0
  let hasEverOpened = false
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let pingTimer: ReturnType<typeof setInterval> | undefined
  let pongTimer: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    clearTimeout(retryTimer)
    if (!navigator.onLine) {
      onConnection('offline')
      return
    }
    onConnection(hasEverOpened || attempt > 0 ? 'reconnecting' : 'connecting')
    // The only words that a page can send along: the room takes the first, and reads the second.
    const opening = token === undefined ? new WebSocket(address) : new WebSocket(address, ['pulso', token])
    socket = opening
    opening.onmessage = (message: MessageEvent<unknown>) => {
      clearTimeout(pongTimer)
      const frame = typeof message.data === 'string' && message.data !== 'pong' ? parseLiveFrame(message.data) : null
      if (frame) onFrame(frame)
    }
    opening.onopen = () => {
      hasEverOpened = true
      attempt = 0
      onConnection('live')
      pingTimer = setInterval(() => {
        opening.send('ping')
        pongTimer = setTimeout(() => retry(), PONG_WITHIN_MS)
      }, PING_EVERY_MS)
    }
    opening.onclose = ({ code }) => {
      if (code === SHOWN_OUT) onShownOut()
      retry()
    }
  }

  function close(): void {
    clearInterval(pingTimer)
    clearTimeout(pongTimer)
    clearTimeout(retryTimer)
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
    socket = null
  }

  function retry(): void {
    close()
    if (!navigator.onLine) {
      // The browser says when it is back.
      onConnection('offline')
      return
    }
    onConnection('reconnecting')
    retryTimer = setTimeout(open, toRetryDelayMs(attempt, Math.random()))
    attempt += 1
  }

  function onOnline(): void {
    attempt = 0
    close()
    open()
  }

  addEventListener('online', onOnline)
  addEventListener('offline', retry)
  open()
  return {
    destroy: () => {
      removeEventListener('online', onOnline)
      removeEventListener('offline', retry)
      close()
    },
  }
}
