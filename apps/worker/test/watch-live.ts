import { LiveFrame } from '@pulso/protocol'
import { callWorker, OPERATOR } from './talk-to-worker.ts'

/** A dashboard's socket: every frame it gets, and a promise of the next one that fits. */
export async function watch(path: string, headers: Record<string, string> = OPERATOR) {
  const answer = await callWorker(path, { headers: { ...headers, Upgrade: 'websocket' } })
  const socket = answer.webSocket
  if (!socket) throw new Error(`no socket: ${answer.status} ${await answer.text()}`)
  const frames: LiveFrame[] = []
  const waiting: { fits: (frame: LiveFrame) => boolean; resolve: (frame: LiveFrame) => void }[] = []
  socket.addEventListener('message', (event) => {
    if (event.data === 'pong') {
      answerPing()
      return
    }
    const frame = LiveFrame.parse(JSON.parse(String(event.data)))
    frames.push(frame)
    for (const waiter of waiting) if (waiter.fits(frame)) waiter.resolve(frame)
  })
  let answerPing = () => {}
  const ping = () =>
    new Promise<void>((resolve) => {
      answerPing = resolve
      socket.send('ping')
    })
  const closed = new Promise<string>((resolve) => socket.addEventListener('close', ({ code, reason }) => resolve(`${code} ${reason}`)))
  socket.accept()
  const next = (fits: (frame: LiveFrame) => boolean) =>
    new Promise<LiveFrame>((resolve) => {
      const already = frames.find(fits)
      if (already) resolve(already)
      else waiting.push({ fits, resolve })
    })
  return { frames, next, closed, ping, close: () => socket.close() }
}
