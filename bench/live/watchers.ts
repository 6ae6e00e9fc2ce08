import { PATHS, type Site } from '@pulso/protocol'
import type { ManagementClient } from '../../commands/management-client.ts'

/** Node's own WebSocket takes headers too, as a browser sends its cookie by itself. */
declare const WebSocket: new (address: string, options: { headers: Record<string, string> }) => globalThis.WebSocket

/** Where the answers of a site stand, and when each watcher heard of it. */
export interface Watchers {
  /** For each watcher, at what time (`performance.now`) it first heard of so many answers or more; the index is their count. */
  readonly heardAt: readonly (readonly number[])[]
  /** Frames that came to all of them together. */
  readonly frames: number
  /** Resolves when all of them have heard of so many answers. */
  waitFor(answers: number): Promise<void>
  close(): void
}

/** Opens the live room to so many dashboards, each with a session of its own, and waits until all of them have the first report. */
export async function openWatchers(client: ManagementClient, origin: string, site: Site, count: number): Promise<Watchers> {
  const address = `${origin.replace('http', 'ws')}${PATHS.live(site.id)}?days=7`
  const heardAt = Array.from({ length: count }, (): number[] => [])
  const sockets: globalThis.WebSocket[] = []
  let frames = 0
  let hear = () => {}
  const open = async (index: number) => {
    const socket = new WebSocket(address, { headers: { Cookie: await client.createSession() } })
    sockets.push(socket)
    const heard = heardAt[index] ?? []
    socket.onmessage = ({ data }) => {
      const now = performance.now()
      frames += 1
      // The site has one touchpoint; to parse five hundred reports four times a second would measure this process.
      const answers = Number(/"answered":(\d+)/.exec(String(data))?.[1])
      for (let known = heard.length; known <= answers; known += 1) heard[known] = now
      hear()
    }
    await new Promise((resolve, reject) => {
      socket.onopen = resolve
      socket.onerror = () => reject(new Error('a watcher was not let in'))
    })
  }
  for (let index = 0; index < count; index += 1) await open(index)
  const waitFor = (answers: number) =>
    new Promise<void>((resolve) => {
      hear = () => {
        if (heardAt.every((heard) => heard.length > answers)) resolve()
      }
      hear()
    })
  await waitFor(0)
  return {
    heardAt,
    get frames() {
      return frames
    },
    waitFor,
    close: () => {
      for (const socket of sockets) socket.close()
    },
  }
}
