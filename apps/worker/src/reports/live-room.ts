import { DurableObject } from 'cloudflare:workers'
import type { LiveFrame, StoredResponse } from '@pulso/protocol'
import type { Bindings } from '../bindings.ts'
import { SiteStore } from '../sites/site-store.ts'
import { parseReportQuery, type ReportQuery, readReport } from './site-report.ts'

/** At most four frames a second, however many answers arrive. */
const FRAME_GAP_MS = 250

/** What happened since the last frame. */
interface News {
  touchpoints: string[]
  /** New answers with a comment, newest last. */
  responses: StoredResponse[]
}

/** What a hibernating room must still know of each watcher. */
interface Watcher {
  siteId: string
  query: ReportQuery
}

/**
 * The room of one site, where its open dashboards are. After a commit the worker
 * tells the room what was touched; the room then reads the tallies itself and
 * sends whole reports. One reader that reads after the commit means a frame is
 * never older than the one before it and never disagrees with the stats endpoint.
 */
export class LiveRoom extends DurableObject<Bindings> {
  #news: News = { touchpoints: [], responses: [] }
  #flushing: Promise<void> | null = null

  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings)
    // Answered by the runtime without waking the room.
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'))
  }

  /** Opens a watcher's socket and sends the report of its range. The worker has checked who asks. */
  override async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const siteId = url.searchParams.get('site') ?? ''
    url.searchParams.delete('site')
    const watcher: Watcher = { siteId, query: parseReportQuery(Object.fromEntries(url.searchParams)) }
    const { 0: client, 1: server } = new WebSocketPair()
    this.ctx.acceptWebSocket(server)
    server.serializeAttachment(watcher)
    send(server, await this.#toReportFrame(watcher, []))
    return new Response(null, { status: 101, webSocket: client })
  }

  /** What was stored. Returns at once; frames follow, bundled. */
  publish(news: News): void {
    if (this.ctx.getWebSockets().length === 0) return
    this.#news.touchpoints.push(...news.touchpoints)
    this.#news.responses.push(...news.responses)
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = null
    })
  }

  async #flush(): Promise<void> {
    while (this.#news.touchpoints.length > 0) {
      const news = this.#news
      this.#news = { touchpoints: [], responses: [] }
      try {
        await this.#sendToAll(news)
      } catch (error) {
        // Nothing is lost: the watchers' next frame, or their own poll, carries the same numbers.
        console.warn(JSON.stringify({ event: 'live-frame-failed', reason: String(error) }))
      }
      await new Promise((resolve) => setTimeout(resolve, FRAME_GAP_MS))
    }
  }

  async #sendToAll(news: News): Promise<void> {
    const touched = [...new Set(news.touchpoints)]
    const frames = new Map<string, LiveFrame>()
    for (const socket of this.ctx.getWebSockets()) {
      const watcher = socket.deserializeAttachment() as Watcher
      const key = JSON.stringify(watcher)
      const frame = frames.get(key) ?? (await this.#toReportFrame(watcher, touched))
      frames.set(key, frame)
      send(socket, frame)
      if (news.responses.length > 0) send(socket, { type: 'responses', responses: news.responses.toReversed() })
    }
  }

  async #toReportFrame(watcher: Watcher, touched: string[]): Promise<LiveFrame> {
    const site = await new SiteStore(this.env.DB).find(watcher.siteId)
    return { type: 'report', report: await readReport(this.env.DB, site, watcher.query, Date.now()), touched }
  }

  override webSocketMessage(): void {
    // Watchers only ping, and the runtime answers that.
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close()
  }
}

function send(socket: WebSocket, frame: LiveFrame): void {
  try {
    socket.send(JSON.stringify(frame))
  } catch {
    // A watcher that left between the list and this line; its close event follows.
  }
}
