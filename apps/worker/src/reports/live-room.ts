import { DurableObject } from 'cloudflare:workers'
import { type LiveFrame, type StoredResponse, toTouchpointFinder } from '@pulso/protocol'
import { findStanding } from '../access/authorize.ts'
import type { Holder } from '../access/grant.ts'
import type { Bindings } from '../bindings.ts'
import { type UnreadResponse, withSentiment } from '../comments/with-sentiment.ts'
import { ProblemError } from '../request/problem-error.ts'
import { SiteStore } from '../sites/site-store.ts'
import type { ReportQuery } from './report-query.ts'
import { readReport } from './site-report.ts'

/** At most four frames a second, however many answers arrive. */
const FRAME_GAP_MS = 250

/** What happened since the last frame. */
interface News {
  touchpoints: string[]
  /** New answers with a comment, newest last. */
  responses: UnreadResponse[]
}

/** How the worker tells a room who comes; nobody else can reach a room. */
export const WATCHER_HEADER = 'Pulso-Watcher'

/** RFC 6455: the other side's rules were broken. A dashboard that comes back is told to sign in. */
const POLICY_VIOLATION = 1008

const PING = 'ping'
const PONG = 'pong'

/** What a hibernating room must still know of each watcher. */
export interface Watcher {
  siteId: string
  query: ReportQuery
  /** Asked for again before every frame: a socket outlives the token or session that opened it. */
  holder: Holder
  /** Whether new comments are sent along. */
  seesResponses: boolean
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
  /**
   * Watchers by token, kept awake. A hibernating socket that the server closes is
   * let go by workerd only when its room leaves memory (seen with 1.20261117): the
   * close frame arrives, the connection stays, and a program, unlike a browser,
   * waits for its end before it says `close`. Dashboards, which stay open for days,
   * hibernate; programs are few.
   */
  readonly #awake = new Map<WebSocket, Watcher>()

  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings)
    // Answered by the runtime without waking the room.
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG))
  }

  /** Opens a watcher's socket and sends the report of its range. The worker has checked who asks. */
  override async fetch(request: Request): Promise<Response> {
    const watcher = JSON.parse(request.headers.get(WATCHER_HEADER) ?? '') as Watcher
    let first: string
    try {
      first = await this.#toFrameText(watcher, [], [])
    } catch (error) {
      // What is asked for makes no sense at this site: said here, while there is an answer to say it in.
      if (error instanceof ProblemError) return error.toResponse()
      throw error
    }
    const { 0: client, 1: server } = new WebSocketPair()
    if (watcher.holder.kind === 'token') this.#keepAwake(server, watcher)
    else {
      this.ctx.acceptWebSocket(server)
      server.serializeAttachment(watcher)
    }
    send(server, first)
    return new Response(null, { status: 101, webSocket: client })
  }

  /** What was stored. Returns at once; frames follow, bundled. */
  publish(news: News): void {
    if (this.ctx.getWebSockets().length + this.#awake.size === 0) return
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
    // Whoever asks the same and may read the same gets the same: read once and written once, for five hundred watchers too.
    const frames = new Map<string, string | null>()
    const read = news.responses.toReversed().map(withSentiment)
    for (const { socket, watcher } of await this.#admitAgain()) {
      const responses = watcher.seesResponses ? read : []
      const key = JSON.stringify([watcher.siteId, watcher.query, watcher.seesResponses])
      const known = frames.get(key)
      const frame = known === undefined ? await this.#toNextText(watcher, touched, responses) : known
      frames.set(key, frame)
      if (frame) send(socket, frame)
    }
  }

  /** Those who may still watch; the others are shown out. */
  async #admitAgain(): Promise<{ socket: WebSocket; watcher: Watcher }[]> {
    const watchers = this.#listWatchers()
    const holders = watchers.map(([, { holder }]) => holder)
    const isStanding = await findStanding(this.env.DB, holders, Date.now())
    const admitted: { socket: WebSocket; watcher: Watcher }[] = []
    for (const [socket, watcher] of watchers) {
      if (isStanding(watcher.holder)) admitted.push({ socket, watcher })
      else socket.close(POLICY_VIOLATION, 'This access has ended.')
    }
    return admitted
  }

  #listWatchers(): [WebSocket, Watcher][] {
    const asleep = this.ctx.getWebSockets().map((socket): [WebSocket, Watcher] => [socket, socket.deserializeAttachment() as Watcher])
    return [...asleep, ...this.#awake]
  }

  /** Does for an awake socket what the runtime does for one that hibernates. */
  #keepAwake(socket: WebSocket, watcher: Watcher): void {
    socket.accept()
    this.#awake.set(socket, watcher)
    socket.addEventListener('message', ({ data }) => {
      if (data === PING) socket.send(PONG)
    })
    for (const end of ['close', 'error'] as const) socket.addEventListener(end, () => this.#awake.delete(socket))
  }

  async #toFrameText({ siteId, query }: Watcher, touched: string[], responses: StoredResponse[]): Promise<string> {
    const site = await new SiteStore(this.env.DB).find(siteId)
    const report = await readReport(this.env.DB, site, query, Date.now())
    const find = toTouchpointFinder(site.touchpoints)
    const places = [...new Set(touched.map((name) => find(name) ?? name))]
    return JSON.stringify({ type: 'report', report, touched: places, responses } satisfies LiveFrame)
  }

  /** Null where it fails: a filter for what the journey has no more must not cost the others their frame. */
  async #toNextText(watcher: Watcher, touched: string[], responses: StoredResponse[]): Promise<string | null> {
    try {
      return await this.#toFrameText(watcher, touched, responses)
    } catch (error) {
      // Nothing is lost: the watcher's next frame, or its own poll, carries the same numbers.
      console.warn(JSON.stringify({ event: 'live-frame-failed', reason: String(error) }))
      return null
    }
  }

  override webSocketMessage(): void {
    // Watchers only ping, and the runtime answers that.
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close()
  }
}

function send(socket: WebSocket, text: string): void {
  try {
    socket.send(text)
  } catch {
    // A watcher that left between the list and this line; its close event follows.
  }
}
